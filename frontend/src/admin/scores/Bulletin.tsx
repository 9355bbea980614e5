/** 红榜 and 黑榜 of a period, and its figures on paper: what they are, window, formulas, and who printed them when. */
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { text } from "../../text";
import { words } from "../../text/scores";
import type { PeriodDetail, UnitFigures } from "../../wire/scores";
import { useAdmin } from "../context";
import { moment } from "../parts/moments";
import { boards } from "./boards";
import { FigureTable } from "./FigureTable";
import { Formulas } from "./Formulas";

type By = "center" | "unit";

export function Boards({ period, by }: { period: PeriodDetail; by: By }) {
  const found = boards(period.figures[by].units, period.board);
  return (
    <div className="score-boards">
      <Board name="red" title={words.redBoard} what={words.redBoardWhat(period.board)} units={found.red} />
      <Board
        name="black"
        title={words.blackBoard}
        what={words.blackBoardWhat(period.board)}
        units={found.black}
      />
    </div>
  );
}

interface BoardProps {
  name: "red" | "black";
  title: string;
  what: string;
  units: readonly UnitFigures[];
}

function Board({ name, title, what, units }: BoardProps) {
  return (
    <section className={`score-board ${name}`} data-board={name}>
      <h3>
        {title} <span className="quiet">{what}</span>
      </h3>
      {units.length === 0 ? <p className="quiet">{words.boardNone}</p> : null}
      <ol>
        {units.map((each) => (
          <li key={each.unit}>
            {each.name} <strong>{each.composite}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Printed at once, A4 across, and gone from the page again. */
export function BulletinSheet({ period, by, onDone }: { period: PeriodDetail; by: By; onDone: () => void }) {
  const { me } = useAdmin();
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const end = () => done.current();
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, []);
  const who = [me.person.name, me.memberships[0]?.unit_name].filter(Boolean).join(" ");
  return createPortal(
    <article className="bulletin-sheet" data-bulletin>
      <h1>{period.locked_at ? words.bulletin(period.name) : words.bulletinDraft(period.name)}</h1>
      <p>
        {words.covers(moment(period.since), moment(period.until))}{" "}
        {words.formula(period.figures[by].formula, period.setting)}
      </p>
      <Signs period={period} />
      <Boards period={period} by={by} />
      <FigureTable figures={period.figures[by]} formulas={period.formulas} />
      <Formulas formulas={period.formulas} isOpen />
      <p>{words.printedBy(who, moment(new Date().toISOString()))}</p>
    </article>,
    document.body,
  );
}

/** Who locked it and who announced it, and when. */
export function Signs({ period }: { period: PeriodDetail }) {
  return (
    <p className="quiet" data-signs>
      {[
        period.locked_at ? words.lockedWhen(period.locked_by ?? "", moment(period.locked_at)) : null,
        period.published_at
          ? words.publishedWhen(period.published_by ?? "", moment(period.published_at))
          : null,
      ]
        .filter(Boolean)
        .join(text.semicolon)}
    </p>
  );
}
