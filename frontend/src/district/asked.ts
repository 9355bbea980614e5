/** What the views ask the service for beside the live board: duty, desks, figures, and the queues that are no tickets. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { MONTH, useMonth } from "../desk/month";
import type { BoardFigure } from "../state/address";
import { closingApi } from "../wire/closing";
import { grievancesApi } from "../wire/grievances";
import { owningApi } from "../wire/owning";
import { type RateFigure, scoresApi } from "../wire/scores";
import { dutyApi, type OnDuty } from "../wire/telling";
import { upwardApi } from "../wire/upward";

const DESKS_MS = 30_000;
const QUEUES_MS = 30_000;

export function useDesks() {
  const found = useQuery({ queryKey: ["desks"], queryFn: dutyApi.desks, refetchInterval: DESKS_MS });
  const byUnit = useMemo(() => new Map(found.data?.map((each) => [each.unit, each])), [found.data]);
  return { byUnit, isFailed: found.data === undefined && found.error !== null };
}

/** What those who do the work say against it and nobody has answered: the supervisors' alone. */
export function useGrievances() {
  return useQuery({
    queryKey: ["grievances", "waiting"],
    queryFn: grievancesApi.waiting,
    refetchInterval: QUEUES_MS,
  });
}

/** Whom one rings up at a center. */
export interface Reachable {
  operator: OnDuty | undefined;
  leader: OnDuty | undefined;
}

export function reachableAt(duty: readonly OnDuty[] | undefined, unit: number | null): Reachable {
  const here = duty?.filter((each) => each.unit === unit) ?? [];
  return {
    operator: here.find(({ role }) => role === "operator"),
    leader: here.find(({ role }) => role === "leader"),
  };
}

export type TownFigures = Readonly<Record<BoardFigure, RateFigure | undefined>>;

function shown(rates: readonly RateFigure[] | undefined): TownFigures {
  const find = (code: BoardFigure) => rates?.find((each) => each.code === code);
  return { sign_on_time: find("sign_on_time"), reply_on_time: find("reply_on_time") };
}

/** The two figures of the board: of each center, and of all together. */
export function useFigures() {
  const found = useMonth();
  const { data } = found;
  const byUnit = useMemo(() => new Map(data?.units.map((each) => [each.unit, shown(each.rates)])), [data]);
  const total = useMemo(() => shown(data?.total.rates), [data]);
  return {
    window: data ? { since: data.since, until: data.until } : null,
    of: (stream: number | null) => (stream === null ? total : byUnit.get(stream)),
    isFailed: data === undefined && found.error !== null,
  };
}

export type Part = "rest" | "all";

/** The tickets behind one of the two figures, a page of them. */
export function useBehind(rate: BoardFigure, unit: number | null, part: Part, before: number | undefined) {
  return useQuery({
    queryKey: ["board-behind", rate, unit, part, before],
    queryFn: () => scoresApi.behind({ ...MONTH, unit: unit ?? undefined, rate, part, before }),
  });
}

export function useLookBack() {
  return useQuery({
    queryKey: ["look-back-tasks", false],
    queryFn: () => closingApi.tasks(false, null),
    refetchInterval: QUEUES_MS,
  });
}

/** Tickets that were passed to and fro, and nobody has seen to that yet (推诿预警). */
export function usePingPong() {
  return useQuery({ queryKey: ["owning", "alarms"], queryFn: owningApi.alarms, refetchInterval: QUEUES_MS });
}

/** The latest run of each source: what does not agree now. */
export function useLatestRuns() {
  const found = useQuery({
    queryKey: ["reconciliations"],
    queryFn: upwardApi.runs,
    refetchInterval: QUEUES_MS,
  });
  const latest = useMemo(() => {
    const bySource = new Map<string, NonNullable<typeof found.data>[number]>();
    for (const run of found.data ?? []) {
      const held = bySource.get(run.source);
      if (!held || held.at < run.at) bySource.set(run.source, run);
    }
    return [...bySource.values()];
  }, [found.data]);
  return { ...found, latest };
}

export function differencesIn(run: { missing: number; unknown: number; state: number; due: number }): number {
  return run.missing + run.unknown + run.state + run.due;
}

export function useSupervisions(isEnded: boolean) {
  return useQuery({
    queryKey: ["supervisions", isEnded],
    queryFn: () => scoresApi.supervisions(isEnded),
    refetchInterval: QUEUES_MS,
  });
}
