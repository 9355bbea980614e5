/**
 * 巡查上报: what is seen, and where; the position is asked for with this act alone. It goes into the outbox like any other
 * act, photos behind it; once the service has made a ticket of it, that ticket's page follows.
 */
import { type FormEvent, useEffect, useState } from "react";
import type { Fix, NoFix } from "../../state/photo";
import { text } from "../../text";
import { words } from "../../text/scores";
import { usePhone } from "../context";
import { NO_TICKET, PATROL, useDraft } from "../keep/drafts";
import { reportOf } from "../keep/making";
import { useActing } from "../parts/acting";
import { useAsked } from "../parts/asked";
import { Banner, Bar } from "../parts/Bar";
import { PhotoInput, Photos } from "../parts/Photos";
import { position } from "../parts/position";
import { Refused } from "../parts/Refusal";
import type { ReportAct } from "../rules/acts";

const URGENCIES = ["normal", "urgent"] as const;

type Kept = Pick<ReportAct, "ticket" | "title">;

export function PatrolScreen() {
  const [kept, setKept] = useState<Kept | null>(null);
  return (
    <div className="phone" data-screen="patrol">
      <Bar title={words.patrol} />
      <Banner />
      {kept ? <Waiting kept={kept} onGone={() => setKept(null)} /> : <Report onKept={setKept} />}
    </div>
  );
}

function Report({ onKept }: { onKept: (kept: Kept) => void }) {
  const { session, me } = usePhone();
  const draft = useDraft(session.database, me.person.id, NO_TICKET, PATROL);
  const [fix, setFix] = useState<Fix | null>(null);
  const [problem, setProblem] = useState("");
  const said = (name: string) => String(draft.values[name] ?? "");
  const say = (name: string, value: string) => draft.change({ ...draft.values, [name]: value });
  const urgency: ReportAct["urgency"] = said("urgency") === "urgent" ? "urgent" : "normal";
  const missing = [
    said("content").trim() === "" ? words.patrolWhat : "",
    fix === null && said("cell") === "" ? words.patrolWhere : "",
  ].filter(Boolean);
  const [isKeeping, setKeeping] = useState(false);
  async function keep(): Promise<void> {
    setKeeping(true);
    const seen = {
      content: said("content").trim(),
      urgency,
      address: said("address").trim(),
      lon: fix?.lon ?? null,
      lat: fix?.lat ?? null,
      cell: fix ? null : said("cell"),
    };
    const report = reportOf(seen, me.person.id, words.patrol, session.now());
    try {
      await session.act(report);
      await draft.clear();
      onKept(report);
    } catch {
      setKeeping(false);
      setProblem(text.phone.phoneFull);
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (missing.length > 0) return setProblem(text.phone.missing(missing.join(text.comma)));
    void keep();
  }
  return (
    <form className="scroll form" onSubmit={submit}>
      <label>
        <span className="part-title">{words.patrolWhat}</span>
        <textarea
          className="answer-input"
          name="content"
          rows={4}
          maxLength={5000}
          value={said("content")}
          onChange={(event) => say("content", event.target.value)}
        />
      </label>
      <Urgency urgency={urgency} choose={(code) => say("urgency", code)} />
      <Where fix={fix} cell={said("cell")} onFix={setFix} onCell={(cell) => say("cell", cell)} />
      <label>
        <span className="part-title">{words.patrolAddress}</span>
        <input
          className="answer-input"
          name="address"
          maxLength={500}
          value={said("address")}
          onChange={(event) => say("address", event.target.value)}
        />
      </label>
      <p className="quiet">{words.patrolThen}</p>
      <p className="problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="tall filled" disabled={isKeeping} data-command="report">
        {words.patrolSend}
      </button>
    </form>
  );
}

interface UrgencyProps {
  urgency: ReportAct["urgency"];
  choose(urgency: ReportAct["urgency"]): void;
}

function Urgency({ urgency, choose }: UrgencyProps) {
  return (
    <div className="choices two" role="radiogroup" aria-label={words.patrolUrgency}>
      {URGENCIES.map((code) => (
        <button
          key={code}
          type="button"
          role="radio"
          aria-checked={urgency === code}
          className={urgency === code ? "tall chosen" : "tall"}
          onClick={() => choose(code)}
        >
          {text.urgency[code]}
        </button>
      ))}
    </div>
  );
}

/** The report is on the phone: photos may be added to it at once. With network its ticket takes over this page. */
function Waiting({ kept, onGone }: { kept: Kept; onGone: () => void }) {
  const { view, swap, home } = usePhone();
  const acting = useActing({ id: kept.ticket, title: kept.title, state: "unplaced" }, "before");
  const ticket = view.reported.get(kept.ticket);
  const acts = view.acts.filter((act) => act.ticket === kept.ticket);
  const refused = acts.find((act) => act.kind === "report" && act.refused);
  const isGone = acts.length === 0 && ticket === undefined;
  const isBusy = acting.busy !== null;
  useEffect(() => {
    if (ticket !== undefined && !isBusy) swap({ ticket, page: null });
    else if (isGone) onGone();
  }, [ticket, isBusy, isGone, swap, onGone]);
  return (
    <main className="scroll form" data-patrol={refused ? "refused" : "kept"}>
      <h2 className="part-title">{kept.title}</h2>
      {refused ? <Refused act={refused} /> : <p role="status">{words.patrolKept}</p>}
      <Photos evidence={[]} acts={acts} acting={acting} canAdd />
      <PhotoInput acting={acting} fromGallery={false} className="tall filled">
        {text.phone.photo}
      </PhotoInput>
      <button type="button" className="tall" data-command="home" onClick={home}>
        {words.patrolDone}
      </button>
    </main>
  );
}

interface WhereProps {
  fix: Fix | null;
  cell: string;
  onFix: (fix: Fix | null) => void;
  onCell: (cell: string) => void;
}

function Where({ fix, cell, onFix, onCell }: WhereProps) {
  const { session } = usePhone();
  const [lost, setLost] = useState<NoFix | null>(null);
  const [isLooking, setLooking] = useState(false);
  const cells = useAsked(session.patrolCells);
  async function look(): Promise<void> {
    setLooking(true);
    const found = await position();
    setLooking(false);
    setLost(typeof found === "string" ? found : null);
    onFix(typeof found === "string" ? null : found);
  }
  return (
    <>
      <h2 className="part-title">{words.patrolWhere}</h2>
      <button
        type="button"
        className="tall"
        data-command="position"
        disabled={isLooking}
        onClick={() => void look()}
      >
        {isLooking ? text.phone.locating : words.patrolHere}
      </button>
      {fix ? <p data-fix>{words.patrolAt(String(Math.round(fix.accuracy)))}</p> : null}
      {lost ? <p className="problem">{`${text.phone.noPosition[lost]}${words.patrolNoPlace}`}</p> : null}
      {fix ? null : (
        <label>
          <span className="part-title">{words.patrolCell}</span>
          <select
            className="answer-input"
            name="cell"
            value={cell}
            onChange={(event) => onCell(event.target.value)}
          >
            <option value="">{words.patrolPick}</option>
            {cells.data?.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
