/** One score period: its figures, its objections with rulings, and the step it takes next. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isDistrict } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type NextState, type PeriodDetail, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { Behind, type Figure } from "./Behind";
import { Boards, BulletinSheet, Signs } from "./Bulletin";
import { FigureTable } from "./FigureTable";
import { Formulas } from "./Formulas";
import { Objecting, Objections } from "./Objections";
import { PERIOD_LABELS, sayPeriod } from "./said";
import type { Picked } from "./TicketPicker";

type By = "center" | "unit";

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
  const [by, setBy] = useState<By>("center");
  const [isPrinting, setPrinting] = useState(false);
  const next = NEXT[period.state];
  return (
    <>
      <h2>
        {period.name}{" "}
        <span className="chip" data-period-state={period.state}>
          {words.periodState[period.state]}
        </span>
      </h2>
      <p className="quiet" data-window>
        {[
          words.covers(moment(period.since), moment(period.until)),
          words.formula(period.figures.center.formula, period.setting),
          period.locked_at ? words.lockedFigures : words.liveFigures,
          `${words.objectionsUntil} ${moment(period.objections_until)}`,
        ].join(text.dot)}
      </p>
      <Signs period={period} />
      {next && isDistrict(me.memberships) ? <GoOn period={period} next={next} /> : null}
      <div className="score-bar">
        <span className="choices">
          {(["center", "unit"] as const).map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="by" checked={by === each} onChange={() => setBy(each)} />
              <span>{words.by[each]}</span>
            </label>
          ))}
        </span>
        <button type="button" className="button small" data-print onClick={() => setPrinting(true)}>
          {words.print}
        </button>
        <a className="button small" href={scoresApi.periodExportUrl(period.id, "csv", by)} download>
          {words.exportCsv}
        </a>
        <a className="button small" href={scoresApi.periodExportUrl(period.id, "xlsx", by)} download>
          {words.exportXlsx}
        </a>
      </div>
      <Boards period={period} by={by} />
      <Checked key={by} period={period} by={by} />
      <History about={`score_period:${period.id}`} say={sayPeriod} labels={PERIOD_LABELS} />
      {isPrinting ? <BulletinSheet period={period} by={by} onDone={() => setPrinting(false)} /> : null}
    </>
  );
}

/** The figures with the tickets behind them, and what is objected to. */
function Checked({ period, by }: { period: PeriodDetail; by: By }) {
  const { me } = useAdmin();
  const [figure, setFigure] = useState<Figure | null>(null);
  const [objecting, setObjecting] = useState<{ ticket?: Picked; rate?: string } | null>(null);
  const { units } = period.figures[by];
  const names = useMemo(() => new Map(units.map(({ unit, name }) => [unit, name])), [units]);
  const opens = useMemo(() => new Set(period.opens), [period.opens]);
  return (
    <>
      <p className="quiet">{words.checkFigures}</p>
      <Formulas formulas={period.formulas} />
      <FigureTable
        figures={period.figures[by]}
        formulas={period.formulas}
        onOpen={setFigure}
        opens={opens}
        opensTotal={isDistrict(me.memberships)}
      />
      {figure ? (
        <Behind
          key={`${figure.unit}-${figure.rate.code}`}
          figure={figure}
          of={["period", period.id, by, period.state, period.objections]}
          ask={(asked) => scoresApi.behindOf(period.id, { ...asked, by })}
          names={names}
          onObject={period.may_object ? (ticket, rate) => setObjecting({ ticket, rate }) : undefined}
          onClose={() => setFigure(null)}
        />
      ) : null}
      <Objections period={period} onObject={() => setObjecting({})} />
      {objecting ? <Objecting period={period} {...objecting} onClose={() => setObjecting(null)} /> : null}
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
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
      setAsked(false);
    },
  });
  return (
    <p className="score-step">
      <button type="button" className="button primary" data-go-on={next} onClick={() => setAsked(true)}>
        {words.next[from]}
      </button>
      {isAsked ? (
        <Dialog
          title={words.next[from]}
          confirm={words.next[from]}
          isSending={goOn.isPending}
          refused={goOn.error}
          onConfirm={() => goOn.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{words.nextWhat[from]}</p>
        </Dialog>
      ) : null}
    </p>
  );
}
