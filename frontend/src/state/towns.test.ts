/// <reference types="node" />
/** All towns side by side: on the boards that the service's journeys leave, and on boards made up to be difficult. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Snapshot, TicketRow } from "../wire/types";
import { applySnapshot, type Board, emptyBoard } from "./apply";
import { filterByClock, rowsOfDuty, rowsOnBoard } from "./duties";
import { sampleClock, sampleRow, sampleSnapshot } from "./samples";
import { LISTS, Shelves } from "./shelf";
import { type CenterCounts, countCenter, keepOrder, Lines, sortCenters, worstOf } from "./towns";

interface Recorded {
  readers: Record<string, Record<string, { after: Omit<Snapshot, "tickets"> & { tickets: number[] } }>>;
  rows: TicketRow[];
}

const folder = resolve(import.meta.dirname, "../../../tests/journeys/recorded");
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const CLOCKS = [null, "soon", "overdue"] as const;

/** What a reader's board holds at the end of a journey: of each of their streams. */
function boardsOf(name: string): Board[] {
  const recorded: Recorded = JSON.parse(readFileSync(resolve(folder, name), "utf8"));
  return Object.values(recorded.readers).map((streams) =>
    Object.values(streams).reduce<Board>((board, { after }) => {
      const tickets = after.tickets.map((index) => recorded.rows[index] as TicketRow);
      return applySnapshot(board, { ...after, tickets });
    }, emptyBoard),
  );
}

/** A line for each of these streams. */
function countCenters(board: Board, streams: readonly (number | null)[], now: number): CenterCounts[] {
  const shelves = new Shelves();
  return streams.map((stream) => countCenter(shelves.at(board, stream), now));
}

/** Each number, and how many tickets of the board are behind it. */
function numbersAndTickets(board: Board, { stream, counts }: CenterCounts, now: number) {
  return LISTS.flatMap((list) => {
    const rows = list === "open" ? rowsOnBoard(board, stream) : rowsOfDuty(board, list, stream);
    return CLOCKS.map((clock) => [counts[list][clock ?? "total"], filterByClock(rows, clock, now).length]);
  });
}

describe.each(names)("%s", (name) => {
  it("has a ticket behind each one of a number, now and when much has fallen due", () => {
    for (const board of boardsOf(name)) {
      for (const now of [
        Date.parse("2026-01-01T00:00:00Z"),
        Date.now(),
        Date.parse("2030-01-01T00:00:00Z"),
      ]) {
        for (const line of countCenters(board, [...board.keys(), null], now)) {
          for (const [number, there] of numbersAndTickets(board, line, now)) expect(number).toBe(there);
        }
      }
    }
  });
});

const NOW = Date.parse("2026-11-24T01:30:00Z");
const overdue = () => sampleClock({ due_at: "2026-11-24T01:00:00Z" });
const soon = () => sampleClock({ soon_at: "2026-11-24T01:20:00Z" });

/** Three towns: one is late, one will be, one has merely much to do. */
function threeTowns(): Board {
  const much = [1, 2, 3].map((id) => sampleRow({ id, stream: 5, state: "in_progress" }));
  const nearly = sampleRow({ id: 4, stream: 6, clocks: [soon()] });
  const late = sampleRow({ id: 5, stream: 7, state: "signed", supervised: 2, clocks: [overdue(), soon()] });
  return [sampleSnapshot(1, much), sampleSnapshot(1, [nearly], 6), sampleSnapshot(1, [late], 7)].reduce(
    applySnapshot,
    emptyBoard,
  );
}

const streams = (lines: readonly CenterCounts[]) => lines.map((line) => line.stream);

test("what burns comes first; by a duty, who has most of it", () => {
  const lines = countCenters(threeTowns(), [5, 6, 7], NOW);
  expect(streams(sortCenters(lines, "burning"))).toEqual([7, 6, 5]);
  expect(streams(sortCenters(lines, "listed"))).toEqual([5, 6, 7]);
  expect(streams(sortCenters(lines, "in_progress"))).toEqual([5, 7, 6]);
});

test("a ticket that falls due makes its town the first without any event", () => {
  const board = threeTowns();
  const first = (now: string) =>
    streams(sortCenters(countCenters(board, [5, 6, 7], Date.parse(now)), "burning"))[0];
  expect(first("2026-11-24T00:30:00Z")).toBe(6);
  expect(first("2026-11-24T01:00:00Z")).toBe(7);
  const [, second] = sortCenters(
    countCenters(board, [5, 6, 7], Date.parse("2026-11-24T02:30:00Z")),
    "burning",
  );
  expect(second && worstOf(second.counts.open)).toBe("overdue");
});

test("a ticket that was handed on counts in both towns, and once in the whole", () => {
  const moved = sampleRow({ id: 2, version: 2, stream: 6, clocks: [overdue()] });
  const board = [sampleSnapshot(1, [moved]), sampleSnapshot(1, [moved], 6)].reduce(applySnapshot, emptyBoard);
  expect(countCenters(board, [5, 6], NOW).map((line) => line.counts.open.overdue)).toEqual([1, 1]);
  const [whole] = countCenters(board, [null], NOW);
  expect(whole?.counts.open).toEqual({ total: 1, soon: 0, overdue: 1 });
});

test("a supervised ticket is on its own list and on that of 督办, and is one open ticket", () => {
  const [line] = countCenters(threeTowns(), [7], NOW);
  expect(line?.counts.signed).toEqual({ total: 1, soon: 0, overdue: 1 });
  expect(line?.counts.supervised).toEqual(line?.counts.signed);
  expect(line?.counts.open.total).toBe(1);
});

test("while a hand lies on the board its lines stand still; who is new comes last", () => {
  const lines = sortCenters(countCenters(threeTowns(), [5, 6, 7], NOW), "burning");
  expect(streams(keepOrder(lines, [5, 7]))).toEqual([5, 7, 6]);
});

test("a center whose tickets have not come yet has a line of nothing", () => {
  const [line] = countCenters(emptyBoard, [9], NOW);
  expect(line?.counts.open).toEqual({ total: 0, soon: 0, overdue: 0 });
});

describe("the lines of a page", () => {
  it("stay the same objects where their numbers do, so that one town's event renders one line", () => {
    const now = Date.parse("2026-11-24T00:00:00Z");
    const lines = new Lines();
    const shelves = new Shelves();
    const one = applySnapshot(emptyBoard, sampleSnapshot(0, [sampleRow()]));
    const both = applySnapshot(one, sampleSnapshot(0, [sampleRow({ id: 2, stream: 6 })], 6));
    const before = [5, 6, null].map((stream) => lines.at(shelves.at(one, stream), now));
    const after = [5, 6, null].map((stream) => lines.at(shelves.at(both, stream), now));
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.counts.open).toEqual({ total: 1, soon: 0, overdue: 0 });
    expect(after[2]?.counts.signed).toBe(before[2]?.counts.signed);
    expect(after).toEqual([5, 6, null].map((stream) => countCenter(shelves.at(both, stream), now)));
  });
});
