/** Faults as a table, filtered by kind; a click in the table shows the place, a click on the map the line. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { word } from "../../text";
import { words } from "../../text/admin";
import type { Fault } from "../../wire/administration";
import { area, count, metres } from "../parts/figures";
import { useHits, useOverlay, usePlan } from "../parts/plan";
import { countKinds, inOrder } from "./faults";
import { boxOfGeometry, faultFeatures, faultMarks } from "./geometry";

/** Drawn at once; the rest when asked for. */
const PAGE = 200;

interface Props {
  faults: readonly Fault[];
  /** Leads to what can be mended; null where nothing is offered. */
  onRepairs: (() => void) | null;
}

export function FaultTable({ faults, onRepairs }: Props) {
  const { setActive, lookAt } = usePlan();
  const [kind, setKind] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const kinds = useMemo(() => countKinds(faults), [faults]);
  const shown = useMemo(
    () => inOrder(faults).filter((fault) => kind === null || fault.kind === kind),
    [faults, kind],
  );
  useOverlay(
    "faults",
    useMemo(() => faultFeatures(shown), [shown]),
  );
  useOverlay(
    "marks",
    useMemo(() => faultMarks(shown), [shown]),
    words.map.faults,
  );
  useEffect(() => {
    setActive(chosen === null ? null : String(chosen));
    return () => setActive(null);
  }, [chosen, setActive]);
  const choose = (fault: Fault) => {
    setChosen(fault.id);
    lookAt(boxOfGeometry(fault.geometry));
  };
  useHits("fault", ({ id }) => setChosen(Number(id)));
  return (
    <>
      <div className="kinds" role="group" aria-label={words.check.byKind}>
        <button type="button" className="kind" aria-pressed={kind === null} onClick={() => setKind(null)}>
          {words.check.all} <span className="of">{count(faults.length)}</span>
        </button>
        {kinds.map((each) => (
          <button
            key={each.kind}
            type="button"
            className="kind"
            aria-pressed={kind === each.kind}
            data-kind={each.kind}
            onClick={() => setKind(kind === each.kind ? null : each.kind)}
          >
            <Grave isBlocking={each.blocking} /> {word(words.check.kinds, each.kind)}{" "}
            <span className="of">{count(each.count)}</span>
          </button>
        ))}
      </div>
      <Lines key={kind} faults={shown} chosen={chosen} onChoose={choose} onRepairs={onRepairs} />
    </>
  );
}

/** ■ blocks, □ warns: the same marks as on the map. */
function Grave({ isBlocking }: { isBlocking: boolean }) {
  return (
    <span className="grave" aria-hidden="true">
      {isBlocking ? "■" : "□"}
    </span>
  );
}

interface LinesProps {
  faults: readonly Fault[];
  chosen: number | null;
  onChoose: (fault: Fault) => void;
  onRepairs: (() => void) | null;
}

function Lines({ faults, chosen, onChoose, onRepairs }: LinesProps) {
  const [room, setRoom] = useState(PAGE);
  const at = faults.findIndex((fault) => fault.id === chosen);
  const drawn = faults.slice(0, Math.max(room, at + 1));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = chosen === null ? null : box.current?.querySelector<HTMLElement>(`[data-fault="${chosen}"]`);
    line?.scrollIntoView({ block: "nearest" });
    // Arrows that walk the lines take the focus along.
    if (box.current?.contains(document.activeElement)) line?.querySelector("button")?.focus();
  }, [chosen]);
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = faults[at < 0 ? 0 : at + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next);
  }
  return (
    <div
      className="table-box scroll"
      ref={box}
      role="group"
      aria-label={words.check.faults}
      onKeyDown={onKeyDown}
    >
      <table className="table faults">
        <thead>
          <tr>
            <th>{words.check.grave}</th>
            <th>{words.check.what}</th>
            <th className="figure">{words.check.size}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((fault) => (
            <Line
              key={fault.id}
              fault={fault}
              isChosen={fault.id === chosen}
              onChoose={() => onChoose(fault)}
              onRepairs={onRepairs}
            />
          ))}
        </tbody>
      </table>
      {drawn.length < faults.length ? (
        <p className="rows-more">
          <button type="button" className="link" onClick={() => setRoom(room + PAGE)}>
            {words.moreOf(count(drawn.length), count(faults.length))}
          </button>
        </p>
      ) : null}
    </div>
  );
}

interface LineProps {
  fault: Fault;
  isChosen: boolean;
  onChoose: () => void;
  onRepairs: (() => void) | null;
}

function Line({ fault, isChosen, onChoose, onRepairs }: LineProps) {
  const isBlocking = fault.severity === "blocking";
  return (
    <tr aria-current={isChosen ? "true" : undefined} data-fault={fault.id} data-severity={fault.severity}>
      <td className="nowrap">
        <Grave isBlocking={isBlocking} /> {isBlocking ? words.check.blocking : words.check.warning}
      </td>
      <td>
        <button type="button" className="line-button" onClick={onChoose}>
          <strong>{word(words.check.kinds, fault.kind)}</strong>
          <span>{fault.says}</span>
          <span className="under code">
            {[words.boundaries.levels[fault.layer], ...fault.codes.slice(0, 3)].join(" ")}
            {fault.codes.length > 3 ? ` +${fault.codes.length - 3}` : null}
          </span>
        </button>
        {fault.repair && onRepairs ? (
          <button type="button" className="link" onClick={onRepairs}>
            {words.check.canMend(word(words.check.repairKinds, fault.repair))}
          </button>
        ) : null}
      </td>
      <td className="figure nowrap">
        {fault.area_m2 > 0 ? area(fault.area_m2) : "–"}
        {fault.width_m > 0 ? <span className="under">{words.check.wide(metres(fault.width_m))}</span> : null}
      </td>
    </tr>
  );
}
