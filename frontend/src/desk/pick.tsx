/** Choosing a point on the map for a form, and the candidates the map shows meanwhile. Shared by map and panel. */
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Candidate, Point } from "../wire/types";

interface Pick {
  isPicking: boolean;
  candidates: readonly Candidate[];
  start(onPoint: (point: Point) => void): void;
  stop(): void;
  point(point: Point): void;
  showCandidates(candidates: readonly Candidate[]): void;
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
  const pick = useMemo<Pick>(
    () => ({
      isPicking: wanted !== null,
      candidates,
      start: (onPoint) => setWanted({ onPoint }),
      stop: () => setWanted(null),
      point: (point) => {
        wanted?.onPoint(point);
        setWanted(null);
      },
      showCandidates: setCandidates,
    }),
    [wanted, candidates],
  );
  return <PickContext value={pick}>{children}</PickContext>;
}
