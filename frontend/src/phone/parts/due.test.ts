import { describe, expect, it } from "vitest";
import { standsAt, usedShare } from "../../state/clocks";
import type { RunningClock, TicketRow } from "../../wire/types";
import { dueOf, duesOf } from "./due";

const NOW = Date.parse("2026-12-28T08:00:00Z");
const reply: RunningClock = {
  kind: "reply",
  started_at: "2026-12-28T00:00:00Z",
  due_at: "2026-12-28T10:00:00Z",
  soon_at: null,
  warned: null,
  paused_at: null,
  unannounced: false,
};
const rowOf = (...clocks: RunningClock[]) => ({ clocks, outer_due: null }) as unknown as TicketRow;

describe("when something is due", () => {
  it("is said by when it has to be done, and once it is late by how much", () => {
    expect(dueOf(rowOf(reply), NOW)).toMatchObject({ words: "今天 18:00 前", what: "办结" });
    const late = { ...reply, due_at: "2026-12-28T05:50:00Z" };
    expect(dueOf(rowOf(late), NOW)).toEqual({
      severity: "overdue",
      words: "逾期 2 时 10 分",
      what: "办结应于今天 13:50",
    });
  });

  it("is no instant while the clock rests, and nothing of it is used up meanwhile", () => {
    const rests = { ...reply, due_at: "2026-12-28T04:00:00Z", paused_at: "2026-12-28T01:00:00Z" };
    expect(dueOf(rowOf(rests), NOW)).toEqual({ severity: "on_time", words: "挂账，暂停计时", what: "办结" });
    expect(usedShare(rests, standsAt(rests, NOW))).toBe(0.25);
    expect(usedShare(reply, standsAt(reply, NOW))).toBe(0.8);
  });

  it("says that it runs through a year whose holidays are not announced", () => {
    const later: RunningClock = {
      ...reply,
      kind: "inner",
      due_at: "2027-01-05T10:00:00Z",
      unannounced: true,
    };
    expect(duesOf(rowOf(later, reply), NOW).map(({ what }) => what)).toEqual([
      "办结",
      "内部办理（放假安排未公布）",
    ]);
  });
});
