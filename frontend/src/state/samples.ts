/** Rows for tests: a whole row with believable values, changed where a test says so. Imported by tests only. */
import type { Frame, RunningClock, Snapshot, TicketRow } from "../wire/types";

/** A running clock that warned of nothing. */
export function sampleClock(change: Partial<RunningClock> = {}): RunningClock {
  return {
    kind: "sign",
    started_at: "2026-11-24T01:00:00Z",
    due_at: "2026-11-24T02:00:00Z",
    warned: null,
    soon_at: null,
    paused_at: null,
    unannounced: false,
    ...change,
  };
}

export const EPOCH = "7d3f-1";

export function sampleRow(change: Partial<TicketRow> = {}): TicketRow {
  return {
    id: 1,
    number: "261123-101108-4154",
    order_no: "HA20261123004154",
    version: 1,
    state: "dispatched",
    prior: null,
    state_since: "2026-11-23T02:11:00+00:00",
    type: "complaint",
    channel: "phone",
    urgency: "normal",
    category: "0201",
    title: "沿街商铺占道经营",
    address: "北京东路与香江路交叉口",
    confidential: false,
    called_at: null,
    received_at: "2026-11-23T02:11:00+00:00",
    outer_due: null,
    place_need: "cell",
    placement: "placed",
    lon: 119.02,
    lat: 33.63,
    level: "intersection",
    radius_m: 60,
    p_cell: 0.91,
    p_town: 0.99,
    edge_m: 34,
    near_edge: true,
    cell: "320804001001003",
    village: "320804001001",
    town: "320804001",
    police_grid: "HY-WJY-07",
    boundary_version: 1,
    routing_reason: null,
    stream: 5,
    owed_by: 5,
    unit: 5,
    lead_unit: null,
    lead_person: null,
    urged: 0,
    supplements: 0,
    rework: 0,
    hops: 0,
    no_return: false,
    callers: 1,
    merged_into: null,
    suspended_until: null,
    next_step_at: null,
    exempt: false,
    flags: [],
    supervised: 0,
    clocks: [],
    ...change,
  };
}

export function sampleSnapshot(seq: number, tickets: TicketRow[], stream = 5): Snapshot {
  return { stream, epoch: EPOCH, seq, rights: "r1", tickets };
}

export function sampleFrame(
  from: number,
  to: number,
  entries: Frame["entries"] = [],
  change: Partial<Frame> = {},
): Frame {
  return { type: "frame", stream: 5, epoch: EPOCH, from, to, entries, ...change };
}
