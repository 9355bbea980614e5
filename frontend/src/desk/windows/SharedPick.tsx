/** Choosing a point on a map that stands in another window: the forms are here, the clicks come from there. */
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Candidate, Point } from "../../wire/types";
import { NO_PICK, type Pick, PickContext, usePick } from "../pick";
import { useWindows } from "./Windows";

type Shown = {
  isPicking: boolean;
  candidates: readonly Candidate[];
  picked: Point | null;
  looked: readonly Point[];
};

/** In the window with the forms: says what the map is to show, and takes its clicks. */
export function SharePick() {
  const { away, tell, listen } = useWindows();
  const pick = usePick();
  const isAway = away.includes("map");
  const { isPicking, candidates, picked, looked, tellMap } = pick;
  const state = useMemo(
    () => JSON.stringify({ isPicking, candidates, picked, looked } satisfies Shown),
    [isPicking, candidates, picked, looked],
  );
  useEffect(() => {
    if (isAway) tell({ kind: "pick", state });
  }, [isAway, state, tell]);
  useEffect(() => {
    if (isAway) tellMap(true);
    return () => {
      if (isAway) tellMap(false);
    };
  }, [isAway, tellMap]);
  const point = useEffectEvent((at: Point) => pick.point(at));
  useEffect(() => listen((word) => word.kind === "point" && point(word.point)), [listen]);
  return null;
}

const NOTHING: Shown = { isPicking: false, candidates: [], picked: null, looked: [] };

/** In the map's window: shows what the forms elsewhere choose from, and sends the clicks there. */
export function RemotePick({ children }: { children: ReactNode }) {
  const { tell, listen } = useWindows();
  const [shown, setShown] = useState(NOTHING);
  useEffect(
    () => listen((word) => word.kind === "pick" && setShown(JSON.parse(word.state) as Shown)),
    [listen],
  );
  const pick = useMemo<Pick>(
    () => ({ ...NO_PICK, ...shown, hasMap: true, point: (point) => tell({ kind: "point", point }) }),
    [shown, tell],
  );
  return <PickContext value={pick}>{children}</PickContext>;
}
