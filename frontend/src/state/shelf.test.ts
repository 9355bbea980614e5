import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TicketRow } from "../wire/types";
import { applyFrame, applySnapshot, type Board, emptyBoard, keepStreams } from "./apply";
import { changesBetween } from "./changes";
import { byDue, orderOf, rowsOfDuty, rowsOnBoard, severityCounts } from "./duties";
import { sampleClock, sampleFrame, sampleRow, sampleSnapshot } from "./samples";
import { emptyShelf, follow, LISTS, lateIn, type Shelf, Shelves } from "./shelf";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-24T00:00:00Z");
const instant = fc.integer({ min: 0, max: 9 }).map((hours) => new Date(START + hours * HOUR).toISOString());

const clock = fc
  .record({
    due_at: instant,
    soon_at: fc.option(instant),
    warned: fc.constantFrom(null, "soon" as const, "overdue" as const),
    paused_at: fc.option(instant),
    kind: fc.constantFrom("sign" as const, "supervision" as const),
  })
  .map(sampleClock);

const row = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }),
    stream: fc.constantFrom(5, 6),
    supervised: fc.integer({ min: 0, max: 1 }),
    state: fc.constantFrom(...(["unplaced", "dispatched", "signed", "suspended", "closed"] as const)),
    suspended_until: fc.option(instant),
    clocks: fc.array(clock, { maxLength: 2 }),
  })
  .map(sampleRow);

/** A snapshot of a stream, one row that a stream tells, or a stream that is heard no more. */
type Step = { kind: "whole"; at: number; rows: TicketRow[] } | { kind: "row"; at: number; row: TicketRow };
const at = fc.constantFrom(5, 6);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("whole" as const), at, rows: fc.array(row, { maxLength: 80 }) }),
  fc.record({ kind: fc.constant("row" as const), at, row }),
);

let version = 1;

function taken(board: Board, next: Step): Board {
  if (next.kind === "whole") {
    const rows = new Map(next.rows.map((each) => [each.id, { ...each, version: ++version }]));
    return applySnapshot(board, sampleSnapshot(0, [...rows.values()], next.at));
  }
  const seq = (board.get(next.at)?.position.seq ?? 0) + 1;
  const told = { ...next.row, version: ++version };
  const entry = { seq, ticket: told.id, version, event: "ticket.noted", row: told };
  return applyFrame(board, sampleFrame(seq, seq, [entry], { stream: next.at })).board;
}

function expectWhole(shelf: Shelf, board: Board, now: number): void {
  for (const name of LISTS) {
    const rows =
      name === "open"
        ? rowsOnBoard(board, shelf.stream).sort(byDue)
        : rowsOfDuty(board, name, shelf.stream).sort(orderOf(name));
    const { soon, overdue } = severityCounts(rows, now);
    expect(shelf.lists[name].rows.slice().map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(new Set(shelf.lists[name].rows)).toEqual(new Set(rows));
    expect(lateIn(shelf.lists[name], now)).toEqual({ soon, overdue });
  }
}

describe("the shelf", () => {
  it.each([null, 5])("is at any time what sorting the board anew gives (stream %s)", (stream) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(10), (steps, hours) => {
        let board = emptyBoard;
        let shelf = emptyShelf(stream);
        for (const next of steps) {
          board = taken(board, next);
          shelf = follow(shelf, board);
          expectWhole(shelf, board, START + hours * HOUR);
        }
        expectWhole(follow(shelf, keepStreams(board, [6])), keepStreams(board, [6]), START);
      }),
    );
  });

  it("leaves lists alone that nothing happened to", () => {
    const held = applySnapshot(
      emptyBoard,
      sampleSnapshot(0, [sampleRow(), sampleRow({ id: 2, state: "signed" })]),
    );
    const before = follow(emptyShelf(null), held);
    const next = sampleRow({ id: 3 });
    const frame = sampleFrame(1, 1, [{ seq: 1, ticket: 3, version: 1, event: "ticket.received", row: next }]);
    const after = follow(before, applyFrame(held, frame).board);
    expect(after.lists.signed).toBe(before.lists.signed);
    expect(after.lists.dispatched.rows).toHaveLength(2);
  });
});

describe("shelves", () => {
  it("are one for each stream looked at, the very same until its board changes", () => {
    const shelves = new Shelves();
    const one = applySnapshot(emptyBoard, sampleSnapshot(0, [sampleRow()]));
    const both = applySnapshot(one, sampleSnapshot(0, [sampleRow({ id: 2, stream: 6 })], 6));
    expect(shelves.at(one, null)).toBe(shelves.at(one, null));
    expect(shelves.at(both, null).lists.open.rows).toHaveLength(2);
    expect(
      shelves
        .at(both, 6)
        .lists.open.rows.slice()
        .map(({ id }) => id),
    ).toEqual([2]);
    expect(shelves.at(both, 5).lists).toEqual(shelves.at(one, 5).lists);
  });
});

describe("changes", () => {
  it("are what there is after, without what there was", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 4 }), (earlier, later) => {
        const before = earlier.reduce(taken, emptyBoard);
        const after = later.reduce(taken, before);
        const { gone, come } = changesBetween(before, after, null);
        const kept = rowsOnBoard(before, null).filter((each) => !gone.includes(each));
        expect(new Set([...kept, ...come])).toEqual(new Set(rowsOnBoard(after, null)));
        expect(kept.length + come.length).toBe(rowsOnBoard(after, null).length);
      }),
    );
  });
});
