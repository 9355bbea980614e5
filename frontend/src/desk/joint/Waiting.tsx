/** 联办在途: what others owe this desk, and the log of dangers that never were a ticket. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useToasts } from "../../seat/toasts";
import { shortTime } from "../../state/format";
import { mayReceive } from "../../state/roles";
import { text, word } from "../../text";
import { words } from "../../text/joint";
import { type DangerForm, type JointWaiting, jointApi } from "../../wire/joint";
import { asProblem } from "../../wire/problem";
import { useDesk } from "../context";
import { Faces, Listed, part } from "../Listed";
import { SidePanel } from "../SidePanel";
import { TicketLetter } from "../TicketLetter";
import { standing } from "./called";
import { DangerList } from "./Joint";

const RENEW_MS = 30_000;

function useWaiting() {
  return useQuery({
    queryKey: ["joint-waiting"],
    queryFn: jointApi.waiting,
    refetchInterval: RENEW_MS,
    refetchOnMount: "always",
  });
}

/** How much of it is late. */
function lateOnes(waiting: JointWaiting, now: number): number {
  const called = waiting.called.filter((each) => standing(each, now)?.isLate && !each.reported_in_at);
  const sheets = waiting.transfers.filter((each) => Date.parse(each.due_at) <= now);
  return called.length + sheets.length;
}

/** In the header while something is late; in its menu always. */
export function WaitingButton({ isListed = false }: { isListed?: boolean }) {
  const { go, now } = useDesk();
  const { data } = useWaiting();
  const late = data ? lateOnes(data, now) : 0;
  if (late === 0 && !isListed) return null;
  return (
    <button
      type="button"
      className={late > 0 ? "button small alarm-link" : "button small"}
      data-panel="joint"
      onClick={() => go({ panel: "joint" })}
    >
      {words.waiting.button}
      {late > 0 ? ` ${late}` : ""}
    </button>
  );
}

export function Waiting() {
  const { me } = useDesk();
  const found = useWaiting();
  return (
    <SidePanel title={words.waiting.title} lead={words.waiting.lead} name="joint">
      <div className="panel-body">
        <Listed
          name="called"
          title={words.waiting.called}
          none={words.waiting.calledNone}
          found={part(found, ({ called }) => called)}
          line={(each) => <CalledLine key={each.assignment} each={each} />}
        />
        <Listed
          name="transfers"
          title={words.waiting.transfers}
          none={words.waiting.transfersNone}
          found={part(found, ({ transfers }) => transfers)}
          line={(each) => <TransferLine key={each.id} each={each} />}
        />
        <Listed
          name="cases"
          title={words.waiting.cases}
          none={words.waiting.casesNone}
          found={part(found, ({ cases }) => cases)}
          line={(each) => <CaseLine key={each.id} each={each} />}
        />
        <Dangers mayLog={mayReceive(me.memberships)} />
      </div>
    </SidePanel>
  );
}

function CalledLine({ each }: { each: JointWaiting["called"][number] }) {
  const { now } = useDesk();
  const stands = standing(each, now);
  return (
    <TicketLetter mark="waits-for" ticket={each.ticket} number={each.number} title={each.title}>
      <span className={stands?.isLate ? "problem" : "quiet"}>
        {[word(words.kind, each.kind), each.unit, each.person, stands?.says ?? shortTime(each.opened_at, now)]
          .filter(Boolean)
          .join(text.dot)}
      </span>
      {each.note ? <span className="letter-why">{each.note}</span> : null}
    </TicketLetter>
  );
}

function TransferLine({ each }: { each: JointWaiting["transfers"][number] }) {
  const { now } = useDesk();
  return (
    <TicketLetter mark="waits-for" ticket={each.ticket} number={each.number} title={each.title}>
      <span className={Date.parse(each.due_at) <= now ? "problem" : "quiet"}>
        {[each.body, each.phone, words.due(shortTime(each.due_at, now))].filter(Boolean).join(text.dot)}
      </span>
      <span className="letter-why">{each.matter}</span>
    </TicketLetter>
  );
}

function CaseLine({ each }: { each: JointWaiting["cases"][number] }) {
  const { now } = useDesk();
  const next = each.next_step_at ? words.nextWord(shortTime(each.next_step_at, now)) : "";
  return (
    <TicketLetter mark="waits-for" ticket={each.ticket} number={each.number} title={each.title}>
      <span className="quiet">
        {[word(words.caseState, each.state), each.unit, each.case_no, next].filter(Boolean).join(text.dot)}
      </span>
      <span className="letter-why">{each.clue}</span>
    </TicketLetter>
  );
}

function Dangers({ mayLog }: { mayLog: boolean }) {
  const found = useQuery({ queryKey: ["police-handovers"], queryFn: jointApi.handovers });
  return (
    <section className="section" data-section="dangers">
      <h3 className="section-title">{words.danger}</h3>
      <p className="danger-ask">
        {words.dangerAsk}{" "}
        <a className="danger-call" href="tel:110">
          110
        </a>
      </p>
      {mayLog ? <LogDanger /> : null}
      <Faces found={found} none={words.dangerNone}>
        {(handovers) => <DangerList handovers={handovers} />}
      </Faces>
    </section>
  );
}

const EMPTY: DangerForm = { what: "", whom: "", phone: "110", result: "" };
const PHONES = ["110", "police_station", "119", "120", "122"] as const;

/** Logged after the call, never instead of it. */
function LogDanger() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [form, setForm] = useState<DangerForm>(EMPTY);
  const log = useMutation({
    mutationFn: () => jointApi.reportDanger(form),
    onSuccess: () => {
      setForm(EMPTY);
      toasts.say(words.dangerSaved);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["police-handovers"] }),
  });
  const isWhole = Boolean(form.what.trim() && form.whom.trim() && form.result.trim());
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isWhole && !log.isPending) log.mutate();
  }
  const line = (name: "what" | "whom" | "result", label: string) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        name={name}
        maxLength={200}
        autoComplete="off"
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="danger-form" data-form="danger" onSubmit={submit}>
      {line("what", words.dangerWhat)}
      {line("whom", words.dangerWhom)}
      <label className="field">
        <span className="field-label">{words.dangerPhone}</span>
        <select
          className="input"
          name="phone"
          value={form.phone}
          onChange={(event) =>
            setForm({ ...form, phone: PHONES.find((each) => each === event.target.value) ?? "110" })
          }
        >
          {PHONES.map((each) => (
            <option key={each} value={each}>
              {word(words.phone, each)}
            </option>
          ))}
        </select>
      </label>
      {line("result", words.dangerResult)}
      {log.error ? <p className="problem">{asProblem(log.error).body.detail ?? text.act.offline}</p> : null}
      <button type="submit" className="button small" disabled={!isWhole || log.isPending} data-log-danger>
        {words.dangerLog}
      </button>
    </form>
  );
}
