/**
 * Choosing a point on the map: who wants the next click, the point in hand, and the candidates the map shows meanwhile.
 * Shared by map and panel. Of several who want clicks the newest has them: a form comes before the panel it lies on.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Candidate, Point } from "../wire/types";

type Taker = { onPoint: (point: Point) => void };

export interface Pick {
  isPicking: boolean;
  /** Whether there is a map to click on; every form works without. */
  hasMap: boolean;
  candidates: readonly Candidate[];
  picked: Point | null;
  /** Wants clicks until the returned function is called. */
  start(onPoint: (point: Point) => void): () => void;
  point(point: Point): void;
  showCandidates(candidates: readonly Candidate[]): void;
  showPicked(point: Point | null): void;
  tellMap(hasMap: boolean): void;
  /** Places somebody asked to see; a new list each time, an empty one to let go. */
  looked: readonly Point[];
  lookAt(points: readonly Point[]): void;
  /** The person went on to something else: a view they chose before is no longer held. */
  letGo(): void;
}

export const PickContext = createContext<Pick | null>(null);

export function usePick(): Pick {
  const pick = useContext(PickContext);
  if (!pick) throw new Error("usePick outside of PickProvider");
  return pick;
}

const NOWHERE: readonly Point[] = [];

/** What a window without forms does of it: nothing. */
export const NO_PICK: Pick = {
  isPicking: false,
  hasMap: false,
  candidates: [],
  picked: null,
  start: () => () => undefined,
  point: () => undefined,
  showCandidates: () => undefined,
  showPicked: () => undefined,
  tellMap: () => undefined,
  looked: NOWHERE,
  lookAt: () => undefined,
  letGo: () => undefined,
};

function useTakers() {
  const [takers, setTakers] = useState<readonly Taker[]>([]);
  const start = useMemo(
    () => (onPoint: (point: Point) => void) => {
      const taker = { onPoint };
      setTakers((held) => [...held, taker]);
      return () => setTakers((held) => held.filter((each) => each !== taker));
    },
    [],
  );
  return { taker: takers.at(-1), start };
}

export function PickProvider({ children }: { children: ReactNode }) {
  const { taker, start } = useTakers();
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [picked, setPicked] = useState<Point | null>(null);
  const [hasMap, setHasMap] = useState(false);
  const [looked, setLooked] = useState(NOWHERE);
  // What only sets is the same function for ever: effects that hang on it do not run for every change of what is picked.
  const letGo = useCallback(() => setLooked([]), []);
  const pick = useMemo<Pick>(
    () => ({
      isPicking: taker !== undefined,
      hasMap,
      candidates,
      picked,
      start,
      point: (point) => taker?.onPoint(point),
      showCandidates: setCandidates,
      showPicked: setPicked,
      tellMap: setHasMap,
      looked,
      lookAt: setLooked,
      letGo,
    }),
    [taker, start, hasMap, candidates, picked, looked, letGo],
  );
  return <PickContext value={pick}>{children}</PickContext>;
}

/** While `isWanted`, clicks on the map are `onPoint`'s: from the frame that shows the form to the frame that does not. */
export function useClicks(onPoint: (point: Point) => void, isWanted: boolean): void {
  const { start } = usePick();
  const latest = useRef(onPoint);
  latest.current = onPoint;
  useLayoutEffect(() => (isWanted ? start((point) => latest.current(point)) : undefined), [start, isWanted]);
}

/** While mounted, clicks on the map are this form's, and the map shows the point it holds. */
export function usePointPicking(value: Point | null, onPoint: (point: Point) => void): void {
  const { showPicked } = usePick();
  useClicks(onPoint, true);
  useEffect(() => showPicked(value), [value, showPicked]);
  useEffect(() => () => showPicked(null), [showPicked]);
}
