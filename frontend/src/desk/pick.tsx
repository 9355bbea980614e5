/**
 * Choosing a point on the map for a form: who wants the next click, the point in hand, and the candidates the map
 * shows meanwhile. Shared by map and panel.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Candidate, Point } from "../wire/types";

interface Pick {
  isPicking: boolean;
  /** Whether there is a map to click on; every form works without. */
  hasMap: boolean;
  candidates: readonly Candidate[];
  picked: Point | null;
  start(onPoint: (point: Point) => void): void;
  stop(): void;
  point(point: Point): void;
  showCandidates(candidates: readonly Candidate[]): void;
  showPicked(point: Point | null): void;
  tellMap(hasMap: boolean): void;
  /** A place somebody asked to see; a new object each time. */
  looked: Point | null;
  lookAt(point: Point): void;
}

const PickContext = createContext<Pick | null>(null);

export function usePick(): Pick {
  const pick = useContext(PickContext);
  if (!pick) throw new Error("usePick outside of PickProvider");
  return pick;
}

export function PickProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<{ onPoint: (point: Point) => void } | null>(null);
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [picked, setPicked] = useState<Point | null>(null);
  const [hasMap, setHasMap] = useState(false);
  const [looked, setLooked] = useState<Point | null>(null);
  const pick = useMemo<Pick>(
    () => ({
      isPicking: wanted !== null,
      hasMap,
      candidates,
      picked,
      start: (onPoint) => setWanted({ onPoint }),
      stop: () => setWanted(null),
      point: (point) => wanted?.onPoint(point),
      showCandidates: setCandidates,
      showPicked: setPicked,
      tellMap: setHasMap,
      looked,
      lookAt: setLooked,
    }),
    [wanted, hasMap, candidates, picked, looked],
  );
  return <PickContext value={pick}>{children}</PickContext>;
}

/** While mounted, clicks on the map are this form's, and the map shows the point it holds. */
export function usePointPicking(value: Point | null, onPoint: (point: Point) => void): void {
  const { start, stop, showPicked } = usePickActions();
  const latest = useRef(onPoint);
  latest.current = onPoint;
  useEffect(() => {
    start((point) => latest.current(point));
    return () => {
      stop();
      showPicked(null);
    };
  }, [start, stop, showPicked]);
  useEffect(() => showPicked(value), [value, showPicked]);
}

/** The actions by themselves, the same for the life of the page, so that effects run once. */
function usePickActions() {
  const pick = usePick();
  const held = useRef(pick);
  held.current = pick;
  return useMemo(
    () => ({
      start: (onPoint: (point: Point) => void) => held.current.start(onPoint),
      stop: () => held.current.stop(),
      showPicked: (point: Point | null) => held.current.showPicked(point),
    }),
    [],
  );
}
