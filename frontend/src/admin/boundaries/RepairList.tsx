/** Safe repairs as offers: what each would move, drawn before and after, chosen one by one or all of a kind. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { word } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Repair, Version } from "../../wire/administration";
import { area, count } from "../parts/figures";
import { useOverlay, usePlan } from "../parts/plan";
import { Progress, useWork } from "../parts/work";
import { boxOfGeometry, collectionOf } from "./geometry";

interface Props {
  version: Version;
  repairs: readonly Repair[];
  onDone: () => void;
}

export function RepairList({ version, repairs, onDone }: Props) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState<Repair | null>(repairs[0] ?? null);
  useDrawn(looked);
  const long = useWork(`repair.${version.id}`, (work) => {
    void queries.invalidateQueries({ queryKey: ["boundaries"] });
    if (work.state === "done") onDone();
  });
  const moved = repairs.reduce((sum, each) => sum + (chosen.has(each.id) ? each.moved_m2 : 0), 0);
  const groups = useMemo(() => byKind(repairs), [repairs]);
  const set = (ids: readonly string[], isOn: boolean) =>
    setChosen((held) => {
      const next = new Set(held);
      for (const id of ids) isOn ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <>
      <div className="scroll repairs">
        {[...groups].map(([kind, listed]) => (
          <Group key={kind} {...{ kind, repairs: listed, chosen, looked, set }} onLook={setLooked} />
        ))}
      </div>
      <div className="repairs-end">
        <Progress long={long} />
        <button
          type="button"
          className="button primary"
          data-repair
          disabled={chosen.size === 0 || long.isRunning}
          onClick={() => long.begin(() => adminApi.repair(version.id, [...chosen]))}
        >
          {words.check.apply(count(chosen.size))}
        </button>
        <span className="quiet">
          {chosen.size > 0 ? words.check.moves(area(moved)) : words.check.chooseRepairs}
        </span>
      </div>
    </>
  );
}

function byKind(repairs: readonly Repair[]): Map<string, Repair[]> {
  const groups = new Map<string, Repair[]>();
  for (const repair of repairs) groups.set(repair.kind, [...(groups.get(repair.kind) ?? []), repair]);
  return groups;
}

/** Dashed what stands now, filled what would stand. */
function useDrawn(repair: Repair | null): void {
  const { lookAt } = usePlan();
  useOverlay(
    "before",
    useMemo(() => (repair ? collectionOf([repair.before]) : null), [repair]),
    words.map.before,
  );
  useOverlay(
    "after",
    useMemo(() => (repair ? collectionOf([repair.after]) : null), [repair]),
    words.map.after,
  );
  useEffect(() => {
    if (repair) lookAt(boxOfGeometry(repair.before) ?? boxOfGeometry(repair.after));
  }, [repair, lookAt]);
}

interface GroupProps {
  kind: string;
  repairs: readonly Repair[];
  chosen: ReadonlySet<string>;
  looked: Repair | null;
  set: (ids: readonly string[], isOn: boolean) => void;
  onLook: (repair: Repair) => void;
}

function Group({ kind, repairs, chosen, looked, set, onLook }: GroupProps) {
  const ids = repairs.map((repair) => repair.id);
  const on = ids.filter((id) => chosen.has(id)).length;
  const moved = repairs.reduce((sum, each) => sum + each.moved_m2, 0);
  return (
    <section className="part" data-repair-kind={kind}>
      <h3>
        <label className="check-line">
          <input
            type="checkbox"
            checked={on === ids.length}
            ref={(box) => {
              if (box) box.indeterminate = on > 0 && on < ids.length;
            }}
            onChange={(event) => set(ids, event.target.checked)}
          />
          {word(words.check.repairKinds, kind)} <span className="of">{count(repairs.length)}</span>
        </label>
        <span className="quiet">{words.check.movesInAll(area(moved))}</span>
      </h3>
      <p className="quiet">{words.check.repairWhat[kind] ?? ""}</p>
      <ul className="rows">
        {repairs.map((repair) => (
          <li key={repair.id} className="repair" aria-current={repair === looked ? "true" : undefined}>
            <input
              type="checkbox"
              aria-label={repair.says}
              data-repair-id={repair.id}
              checked={chosen.has(repair.id)}
              onChange={(event) => {
                set([repair.id], event.target.checked);
                onLook(repair);
              }}
            />
            <button type="button" className="line-button" onClick={() => onLook(repair)}>
              {repair.says}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
