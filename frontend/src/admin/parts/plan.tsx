/**
 * What the pages lay over the map, and what they hear from it. A page lays its own while it is shown; the map pane
 * draws. Where there is no map all of it is still in the tables.
 */
import type { FeatureCollection } from "geojson";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Box } from "../../map/features";
import type { Hit } from "../../map/PlanMap";
import type { Overlay } from "../../map/plan";
import type { Point } from "../../wire/types";

/** The version the map stands on; of a draft its revision, with which its tiles change. */
export interface Ground {
  version: number;
  revision: number | undefined;
}

/** Something that lies over the map, and what it is called in the map's key; without words it needs none. */
interface Laid {
  data: FeatureCollection;
  label: string | null;
}

/** A box to look at; a new object each time it is asked for. */
interface Look {
  box: Box;
  maxZoom: number;
}

interface Plan {
  ground: Ground | null;
  overlays: ReadonlyMap<Overlay, Laid>;
  active: string | null;
  look: Look | null;
  isPicking: boolean;
  hasMap: boolean;
  setGround(ground: Ground | null): void;
  setOverlay(name: Overlay, laid: Laid | null): void;
  setActive(id: string | null): void;
  lookAt(box: Box | null, maxZoom?: number): void;
  hear(kind: Hit["kind"], taker: (hit: Hit) => void): () => void;
  tell(hit: Hit): void;
  pick(taker: (point: Point) => void): () => void;
  tellPoint(point: Point): void;
  tellMap(hasMap: boolean): void;
}

const PlanContext = createContext<Plan | null>(null);

export function usePlan(): Plan {
  const plan = useContext(PlanContext);
  if (!plan) throw new Error("usePlan outside of PlanProvider");
  return plan;
}

function useHearing() {
  const takers = useRef(new Map<Hit["kind"], (hit: Hit) => void>());
  return useMemo(
    () => ({
      hear: (kind: Hit["kind"], taker: (hit: Hit) => void) => {
        takers.current.set(kind, taker);
        return () => {
          if (takers.current.get(kind) === taker) takers.current.delete(kind);
        };
      },
      tell: (hit: Hit) => takers.current.get(hit.kind)?.(hit),
    }),
    [],
  );
}

function usePicks() {
  const [taker, setTaker] = useState<{ take: (point: Point) => void } | null>(null);
  const pick = useCallback((take: (point: Point) => void) => {
    const wanted = { take };
    setTaker(wanted);
    return () => setTaker((held) => (held === wanted ? null : held));
  }, []);
  return { isPicking: taker !== null, pick, tellPoint: (point: Point) => taker?.take(point) };
}

export function PlanProvider({ children }: { children: ReactNode }) {
  const [ground, setGround] = useState<Ground | null>(null);
  const [overlays, setOverlays] = useState<ReadonlyMap<Overlay, Laid>>(new Map());
  const [active, setActive] = useState<string | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [hasMap, tellMap] = useState(false);
  const setOverlay = useCallback((name: Overlay, laid: Laid | null) => {
    setOverlays((held) => {
      const next = new Map(held);
      if (laid) next.set(name, laid);
      else next.delete(name);
      return next;
    });
  }, []);
  const lookAt = useCallback((box: Box | null, maxZoom = 17) => {
    if (box) setLook({ box, maxZoom });
  }, []);
  const hearing = useHearing();
  const picks = usePicks();
  const shared = { setGround, setOverlay, setActive, lookAt, tellMap, ...hearing, ...picks };
  const plan: Plan = { ground, overlays, active, look, hasMap, ...shared };
  return <PlanContext value={plan}>{children}</PlanContext>;
}

/** Lays data over the map while the caller is shown. */
export function useOverlay(name: Overlay, data: FeatureCollection | null, label: string | null = null): void {
  const { setOverlay } = usePlan();
  useLayoutEffect(() => setOverlay(name, data && { data, label }), [name, data, label, setOverlay]);
  useLayoutEffect(() => () => setOverlay(name, null), [name, setOverlay]);
}

/** Hears clicks on one kind of thing while the caller is shown. */
export function useHits(kind: Hit["kind"], taker: (hit: Hit) => void): void {
  const { hear } = usePlan();
  const latest = useRef(taker);
  latest.current = taker;
  useLayoutEffect(() => hear(kind, (hit) => latest.current(hit)), [hear, kind]);
}

/** While `isWanted`, a click on the map is a point for `taker`. */
export function usePickedPoint(taker: (point: Point) => void, isWanted: boolean): void {
  const { pick } = usePlan();
  const latest = useRef(taker);
  latest.current = taker;
  useLayoutEffect(() => (isWanted ? pick((point) => latest.current(point)) : undefined), [pick, isWanted]);
}
