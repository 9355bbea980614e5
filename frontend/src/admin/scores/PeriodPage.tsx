/** One score period: its figures, its objections with rulings, and the step it takes next. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isDistrict } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type NextState, type Objection, type PeriodDetail, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { FigureTable } from "./FigureTable";

const NEXT: Partial<Record<PeriodDetail["state"], NextState>> = {
  checking: "ruling",
  ruling: "locked",
  locked: "published",
};

export function PeriodPage({ id }: { id: number }) {
  const { go } = useAdmin();
  const found = useQuery({ queryKey: ["periods", id], queryFn: () => scoresApi.period(id) });
  return (
    <div role="tabpanel" className="tab-body" data-period-page={id}>
      <p>
        <button type="button" className="link" onClick={() => go({ place: null })}>
          ← {words.back}
        </button>
      </p>
      <Asked found={found}>{(period) => <Told period={period} />}</Asked>
    </div>
  );
}

function Told({ period }: { period: PeriodDetail }) {
  const { me } = useAdmin();
  const [by, setBy] = useState<"center" | "unit">("center");
  const next = NEXT[period.state];
  const isKept = period.locked_at !== null;
  return (
    <>
      <h2>
        {period.name} <span className="chip">{words.periodState[period.state]}</span>
      </h2>
      <p className="quiet">
        {[
          words.covers(moment(period.since), moment(period.until)),
          words.formula(period.figures.center.formula, period.setting),
          isKept ? words.lockedFigures : words.liveFigures,
        ].join(text.dot)}
      </p>
      {next && isDistrict(me.memberships) ? <GoOn period={period} next={next} /> : null}
      <span className="choices">
        {(["center", "unit"] as const).map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="by" checked={by === each} onChange={() => setBy(each)} />
            <span>{words.by[each]}</span>
          </label>
        ))}
      </span>
      <FigureTable figures={period.figures[by]} formulas={period.formulas} />
      <Objections period={period} />
    </>
  );
}

function GoOn({ period, next }: { period: PeriodDetail; next: NextState }) {
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const from = period.state as "checking" | "ruling" | "locked";
  const goOn = useMutation({
    mutationFn: () => scoresApi.goOn(period.id, next),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      setAsked(false);
    },
  });
  return (
    <p>
      <button type="button" className="button primary" data-go-on={next} onClick={() => setAsked(true)}>
        {words.next[from]}
      </button>
      {isAsked ? (
        <Dialog
          title={words.next[from]}
          confirm={words.next[from]}
          isSending={goOn.isPending}
          onConfirm={() => goOn.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{words.nextWhat[from]}</p>
          <Refusal error={goOn.error} />
        </Dialog>
      ) : null}
    </p>
  );
}

function Objections({ period }: { period: PeriodDetail }) {
  const { me } = useAdmin();
  const [isObjecting, setObjecting] = useState(false);
  const [ruling, setRuling] = useState<{ of: Objection; upheld: boolean } | null>(null);
  const names = new Map(period.formulas.map(({ code, name }) => [code, name]));
  const isOpen = period.state === "checking" || period.state === "ruling";
  return (
    <section className="part" data-objections>
      <h3>
        {words.objections}
        {period.state === "checking" ? (
          <button type="button" className="button small" data-object onClick={() => setObjecting(true)}>
            {words.object}
          </button>
        ) : null}
      </h3>
      {period.objections.length === 0 ? <p className="quiet">{words.objectionsNone}</p> : null}
      <table className="table">
        <tbody>
          {period.objections.map((each) => (
            <tr key={each.id} data-objection={each.id}>
              <td>{each.unit_name}</td>
              <td>
                <a className="link code" href={`/?ticket=${each.ticket}`}>
                  {each.number ?? each.ticket}
                </a>
              </td>
              <td>{names.get(each.rate) ?? each.rate}</td>
              <td>
                {each.reason}
                <span className="under">{[each.raised_by, moment(each.raised_at)].join(text.dot)}</span>
              </td>
              <td>
                {words.objectionState[each.state]}
                {each.ruling ? <span className="under">{each.ruling}</span> : null}
              </td>
              <td className="ends">
                {each.state === "open" && isOpen && isDistrict(me.memberships) ? (
                  <>
                    <button
                      type="button"
                      className="button small"
                      onClick={() => setRuling({ of: each, upheld: true })}
                    >
                      {words.uphold}
                    </button>{" "}
                    <button
                      type="button"
                      className="button small"
                      onClick={() => setRuling({ of: each, upheld: false })}
                    >
                      {words.refuse}
                    </button>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isObjecting ? <Objecting period={period} onClose={() => setObjecting(false)} /> : null}
      {ruling ? <Ruling {...ruling} onClose={() => setRuling(null)} /> : null}
    </section>
  );
}

function Ruling({ of, upheld, onClose }: { of: Objection; upheld: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const rule = useMutation({
    mutationFn: (words_: string) => scoresApi.rule(of.id, upheld, words_),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      onClose();
    },
  });
  const title = upheld ? words.uphold : words.refuse;
  return <ReasonDialog title={title} confirm={title} what={of.reason} sending={rule} onClose={onClose} />;
}

function Objecting({ period, onClose }: { period: PeriodDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const [ticket, setTicket] = useState("");
  const [rate, setRate] = useState("solved");
  const [reason, setReason] = useState("");
  const isWhole = /^\d{1,15}$/.test(ticket.trim());
  const object = useMutation({
    mutationFn: () => scoresApi.objectTo(period.id, { ticket: Number(ticket), rate, reason: reason.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.object}
      confirm={words.object}
      isReady={isWhole && reason.trim() !== ""}
      isSending={object.isPending}
      onConfirm={() => object.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{words.objectWhat}</p>
      <label className="field">
        <span className="field-label">{words.objectTicket}</span>
        <input
          className="input"
          name="ticket"
          inputMode="numeric"
          value={ticket}
          onChange={(event) => setTicket(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.rate}</span>
        <select className="input" name="rate" value={rate} onChange={(event) => setRate(event.target.value)}>
          {period.formulas
            .filter(({ code }) => code !== "composite")
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.because}</span>
        <textarea
          className="input"
          name="reason"
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Refusal error={object.error} />
    </Dialog>
  );
}
