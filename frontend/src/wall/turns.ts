/** What stands at the left of the wall, and for how long: how tickets stand now, or the week of where they came from. */
import { useEffect, useMemo, useState } from "react";
import { countAt } from "../map/heat";
import type { Step } from "../state/heat";
import { type HeatPicture, heatApi } from "../wire/heat";
import type { WallPicture } from "../wire/wall";

const ASK_MS = 60_000;
const PATIENCE_MS = 8_000;
const NOW_MS = 30_000;
const STEP_MS = 2_500;
const WHOLE_MS = 8_000;

type Shows = WallPicture["shows"];

export interface Turn {
  view: "now" | "heat";
  /** The day that is shown; none for all days together, which each round begins with. */
  step: Step;
}

export const FIRST: Turn = { view: "now", step: null };

/** The days on which a hexagon says a number: a map without one is worth no turn. */
export function daysShown({ steps, hexagons }: Pick<HeatPicture, "steps" | "hexagons">): number[] {
  return steps.map((_, day) => day).filter((day) => hexagons.some((each) => countAt(each, day) > 0));
}

/**
 * What follows a turn: the days one after the other, then the round begins anew, or the other map has its turn. Without
 * counts (`days`: null) there is nothing but how tickets stand.
 */
export function following({ view, step }: Turn, shows: Shows, days: readonly number[] | null): Turn {
  if (shows === "now" || days === null) return FIRST;
  if (view === "now") return { view: "heat", step: null };
  const next = days.find((day) => step === null || day > step);
  if (next !== undefined) return { view: "heat", step: next };
  return { view: shows === "both" ? "now" : "heat", step: null };
}

export function lasting({ view, step }: Turn): number {
  if (view === "now") return NOW_MS;
  return step === null ? WHOLE_MS : STEP_MS;
}

/** The week's counts, asked for once a minute while they are wanted; what was had last stays while no answer comes. */
function useHeat(isWanted: boolean): HeatPicture | null {
  const [picture, setPicture] = useState<HeatPicture | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const ask = () =>
      heatApi
        .ofWall(AbortSignal.timeout(PATIENCE_MS))
        .then(setPicture)
        // The wall's line says since when no answer comes; this is asked again in a minute.
        .catch(() => undefined);
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, [isWanted]);
  return isWanted ? picture : null;
}

export function useTurns(shows: Shows): Turn & { heat: HeatPicture | null } {
  const heat = useHeat(shows !== "now");
  const [turn, setTurn] = useState<Turn>(FIRST);
  const days = useMemo(() => (heat && heat.steps.length > 0 ? daysShown(heat) : null), [heat]);
  const isAtOnce = shows === "heat" && turn.view === "now" && days !== null;
  useEffect(() => {
    const timer = setTimeout(
      () => setTurn((now) => following(now, shows, days)),
      isAtOnce ? 0 : lasting(turn),
    );
    return () => clearTimeout(timer);
  }, [turn, shows, days, isAtOnce]);
  return { ...(shows === "now" ? FIRST : turn), heat };
}
