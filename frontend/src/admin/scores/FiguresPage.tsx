/** 考核与统计: a window, every unit's rates with n and N, exports; each figure opens the tickets behind it. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type Rates, scoresApi, type WindowQuery } from "../../wire/scores";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { Behind, type Figure } from "./Behind";
import { FigureTable } from "./FigureTable";
import { Formulas } from "./Formulas";
import { type Chosen, monthOf, windowQuery } from "./window";

const KINDS = ["day", "month", "span"] as const;
const WAYS = ["center", "unit"] as const;

export function FiguresPage() {
  const [chosen, setChosen] = useState<Chosen>(() => ({
    kind: "month",
    day: "",
    month: "",
    since: "",
    until: "",
    by: "center",
  }));
  const query = windowQuery(chosen);
  const found = useQuery({
    queryKey: ["rates", query],
    queryFn: () => scoresApi.rates(query as WindowQuery),
    enabled: query !== null,
  });
  return (
    <div role="tabpanel" className="tab-body" data-figures>
      <p className="quiet">{words.lead}</p>
      <Bar
        chosen={chosen}
        onChange={(change) => setChosen((held) => ({ ...held, ...change }))}
        query={query}
        month={chosen.month || (found.data ? monthOf(found.data.until) : "")}
      />
      {query ? <Asked found={found}>{(told) => <Told told={told} query={query} />}</Asked> : null}
    </div>
  );
}

interface BarProps {
  chosen: Chosen;
  query: WindowQuery | null;
  /** The month looked at, chosen or under way. */
  month: string;
  onChange: (change: Partial<Chosen>) => void;
}

function Bar({ chosen, query, month, onChange }: BarProps) {
  return (
    <div className="score-bar">
      <span className="choices">
        {KINDS.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="radio"
              name="window"
              value={kind}
              checked={chosen.kind === kind}
              onChange={() => onChange({ kind })}
            />
            <span>{words.window[kind]}</span>
          </label>
        ))}
      </span>
      {chosen.kind === "day" ? (
        <Input type="date" label={words.day} value={chosen.day} onChange={(day) => onChange({ day })} />
      ) : null}
      {chosen.kind === "month" ? (
        <Input
          type="month"
          label={words.month}
          value={month}
          onChange={(typed) => onChange({ month: typed })}
        />
      ) : null}
      {chosen.kind === "span" ? (
        <>
          <Input
            type="datetime-local"
            label={words.from}
            value={chosen.since}
            onChange={(since) => onChange({ since })}
          />
          <Input
            type="datetime-local"
            label={words.to}
            value={chosen.until}
            onChange={(until) => onChange({ until })}
          />
        </>
      ) : null}
      <span className="choices">
        {WAYS.map((by) => (
          <label key={by} className="choice">
            <input
              type="radio"
              name="by"
              value={by}
              checked={chosen.by === by}
              onChange={() => onChange({ by })}
            />
            <span>{words.by[by]}</span>
          </label>
        ))}
      </span>
      {query ? (
        <>
          <a className="button small" href={scoresApi.exportUrl("csv", query)} download>
            {words.exportCsv}
          </a>
          <a className="button small" href={scoresApi.exportUrl("xlsx", query)} download>
            {words.exportXlsx}
          </a>
        </>
      ) : null}
    </div>
  );
}

interface InputProps {
  type: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Input({ type, label, value, onChange }: InputProps) {
  return (
    <input
      className="input"
      type={type}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Told({ told, query }: { told: Rates; query: WindowQuery }) {
  const [figure, setFigure] = useState<Figure | null>(null);
  const names = useMemo(() => new Map(told.units.map(({ unit, name }) => [unit, name])), [told.units]);
  const overdue = told.formulas.find(({ code }) => code === "overdue");
  return (
    <>
      <p className="quiet" data-window>
        {[
          words.covers(moment(told.since), moment(told.until)),
          words.formula(told.formula, told.setting),
        ].join(text.dot)}{" "}
        {overdue ? (
          <button
            type="button"
            className="link"
            data-overdue-list
            onClick={() => setFigure({ unit: null, name: words.overdueList, rate: overdue })}
          >
            {words.overdueList}
          </button>
        ) : null}
      </p>
      <Formulas formulas={told.formulas} />
      {told.units.length === 0 ? (
        <Face title={words.none} />
      ) : (
        <FigureTable figures={told} formulas={told.formulas} onOpen={setFigure} opensTotal />
      )}
      {figure ? (
        <Behind
          key={`${figure.unit}-${figure.rate.code}`}
          figure={figure}
          of={[query]}
          ask={(asked) => scoresApi.behind({ ...query, ...asked })}
          names={names}
          onClose={() => setFigure(null)}
        />
      ) : null}
    </>
  );
}
