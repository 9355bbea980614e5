/** Periods of look-back: published with a commitment before they begin, drawn with the seed told after they end. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { forInput, fromInput } from "../../state/moment";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { closingApi, type Period, type PeriodForm } from "../../wire/closing";
import { Asked, Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input, Select } from "../parts/Fields";
import { percentOf } from "../parts/figures";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { Table } from "./TaskTable";

const DAY_MS = 86_400_000;
const LABELS = {
  method: words.lookback.method,
  share: words.lookback.drawnShare,
  least: words.lookback.least,
  commitment: words.lookback.commitment,
  population: words.lookback.population,
  drawn: words.lookback.drawnCount,
  seed: words.lookback.seed,
};

export function Periods() {
  const [isPlanning, setPlanning] = useState(false);
  const [drawing, setDrawing] = useState<Period | null>(null);
  const found = useQuery({ queryKey: ["look-back-periods"], queryFn: closingApi.periods });
  const told = words.lookback;
  return (
    <>
      <div className="page-head">
        <p className="quiet">{told.planWhat}</p>
        <button type="button" className="button primary" data-plan onClick={() => setPlanning(true)}>
          {told.plan}
        </button>
      </div>
      <Asked found={found}>
        {(periods) =>
          periods.length === 0 ? (
            <Face title={told.noPeriods} />
          ) : (
            <ul className="periods">
              {periods.map((period) => (
                <Line key={period.id} period={period} onDraw={() => setDrawing(period)} />
              ))}
            </ul>
          )
        }
      </Asked>
      <History about="look_back_period" say={say} labels={LABELS} />
      {isPlanning ? <Plan onClose={() => setPlanning(false)} /> : null}
      {drawing ? <Draw period={drawing} onClose={() => setDrawing(null)} /> : null}
    </>
  );
}

/** A way of drawing by its name, a share in a hundred. */
function say(field: string, value: unknown): string | undefined {
  if (field === "method" && value) return word(words.lookback.methods, String(value));
  return field === "share" && typeof value === "number" ? percentOf(value, 1) : undefined;
}

function Line({ period, onDraw }: { period: Period; onDraw: () => void }) {
  const told = words.lookback;
  return (
    <li className="period" data-period={period.id}>
      <div className="page-head">
        <div>
          <strong>{period.name}</strong>{" "}
          <span className="quiet">
            {[
              `${moment(period.since)} – ${moment(period.until)}`,
              told.methods[period.method],
              `${Math.round(period.share * 1000) / 10} %`,
              told.atLeast(period.least),
            ].join(text.dot)}
          </span>
        </div>
        {period.drawn_at ? null : period.is_over ? (
          <button type="button" className="button small primary" data-draw={period.id} onClick={onDraw}>
            {told.draw}
          </button>
        ) : (
          <span className="quiet">{told.running}</span>
        )}
      </div>
      <p className="quiet">{[published(period), drawn(period)].filter(Boolean).join(text.dot)}</p>
      <p className="code">
        {told.commitment} {period.commitment}
      </p>
      <p className="code">
        {told.seed} {period.seed ?? told.sealed}
      </p>
      {period.counts ? (
        <>
          <p className="quiet">
            {[
              told.drawn(period.counts.population, period.counts.drawn),
              told.results(period.open, period.passed, period.failed),
            ].join(text.dot)}
          </p>
          <Proof period={period.id} />
          <Sample period={period.id} />
        </>
      ) : null}
    </li>
  );
}

const published = ({ created_at, created_by }: Period): string =>
  words.lookback.published(moment(created_at), created_by);
const drawn = ({ drawn_at }: Period): string | null =>
  drawn_at ? words.lookback.drawnAt(moment(drawn_at)) : null;

/** Which tickets were drawn, and what was found; asked when it is opened. */
function Sample({ period }: { period: number }) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["look-back-tasks", "period", period],
    queryFn: async () => [
      ...(await closingApi.tasks(false, period)),
      ...(await closingApi.tasks(true, period)),
    ],
    enabled: isOpen,
  });
  return (
    <details className="part" data-sample={period} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.lookback.sample}</summary>
      {isOpen ? <Asked found={found}>{(tasks) => <Table tasks={tasks} />}</Asked> : null}
    </details>
  );
}

/** The sample drawn again by the service, and compared with what was committed to and kept. */
function Proof({ period }: { period: number }) {
  const proof = useMutation({ mutationFn: () => closingApi.proof(period) });
  const told = words.lookback;
  const found = proof.data;
  return (
    <p data-proof>
      <button
        type="button"
        className="button small"
        data-prove={period}
        disabled={proof.isPending}
        onClick={() => proof.mutate()}
      >
        {told.prove}
      </button>{" "}
      {found ? (
        <span className={found.faults.length > 0 ? "problem" : "quiet"} role="status">
          {found.faults.length > 0
            ? found.faults.join(text.comma)
            : told.proved(found.population, found.drawn)}
        </span>
      ) : null}
      <Refusal error={proof.error} />
    </p>
  );
}

function useChange<T>(act: (given: T) => Promise<unknown>, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["look-back-periods"] });
      void queries.invalidateQueries({ queryKey: ["look-back-tasks"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
      onClose();
    },
  });
}

function Draw({ period, onClose }: { period: Period; onClose: () => void }) {
  const draw = useChange(() => closingApi.draw(period.id), onClose);
  return (
    <Dialog
      title={words.lookback.drawTitle(period.name)}
      confirm={words.lookback.draw}
      isSending={draw.isPending}
      refused={draw.error}
      onConfirm={() => draw.mutate(undefined)}
      onClose={onClose}
    >
      <p>{words.lookback.drawWhat}</p>
    </Dialog>
  );
}

interface Draft {
  name: string;
  since: string;
  until: string;
  method: Period["method"];
  share: string;
  least: string;
}

/** The next whole days: from tomorrow's midnight. */
function begun(): Draft {
  const tomorrow = forInput(Date.now() + DAY_MS).replace(/T.*/, "T00:00");
  return {
    name: "",
    since: tomorrow,
    until: forInput(Date.parse(`${tomorrow}:00+08:00`) + 30 * DAY_MS),
    method: "town",
    share: "5",
    least: "1",
  };
}

function formOf(draft: Draft): PeriodForm | null {
  const since = fromInput(draft.since);
  const until = fromInput(draft.until);
  const share = Number(draft.share) / 100;
  if (!draft.name.trim() || !since || !until || !(share > 0)) return null;
  return {
    name: draft.name.trim(),
    since,
    until,
    method: draft.method,
    share,
    least: Number(draft.least) || 0,
  };
}

function Plan({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState(begun);
  const plan = useChange((form: PeriodForm) => closingApi.planPeriod(form), onClose);
  const form = formOf(draft);
  const told = words.lookback;
  const input = (name: "name" | "since" | "until" | "share" | "least", type = "text") => (
    <label className="field">
      <span className="field-label">{told[name]}</span>
      <Input
        type={type}
        name={name}
        autoComplete="off"
        value={draft[name]}
        onChange={(event) => {
          plan.reset();
          setDraft((before) => ({ ...before, [name]: event.target.value }));
        }}
      />
    </label>
  );
  return (
    <Dialog
      title={told.plan}
      confirm={told.plan}
      isReady={form !== null}
      isSending={plan.isPending}
      refused={plan.error}
      onConfirm={() => form && plan.mutate(form)}
      onClose={onClose}
    >
      {input("name")}
      {input("since", "datetime-local")}
      {input("until", "datetime-local")}
      <label className="field">
        <span className="field-label">{told.method}</span>
        <Select
          name="method"
          value={draft.method}
          onChange={(event) =>
            setDraft((before) => ({ ...before, method: event.target.value as Period["method"] }))
          }
        >
          {Object.entries(told.methods).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      </label>
      {input("share", "number")}
      {input("least", "number")}
      <p className="quiet">{told.planWhat}</p>
    </Dialog>
  );
}
