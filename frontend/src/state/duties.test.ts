import { expect, test } from "vitest";
import { applySnapshot, emptyBoard } from "./apply";
import { byAnswerDue, orderOf, rowsOfDuty } from "./duties";
import { sampleClock, sampleRow, sampleSnapshot } from "./samples";

const asked = (id: number, due_at: string) =>
  sampleRow({ id, supervised: 2, clocks: [sampleClock(), sampleClock({ kind: "supervision", due_at })] });

test("a supervised ticket is on the list of its state and on that of 督办", () => {
  const rows = [
    sampleRow({ id: 1 }),
    asked(2, "2026-11-25T00:00:00Z"),
    sampleRow({ id: 3, state: "suspended", supervised: 1 }),
  ];
  const board = applySnapshot(emptyBoard, sampleSnapshot(1, rows));
  expect(rowsOfDuty(board, "dispatched", null).map(({ id }) => id)).toEqual([1, 2]);
  expect(rowsOfDuty(board, "supervised", 5).map(({ id }) => id)).toEqual([2, 3]);
});

test("what nobody knows the category of, and what is flagged, have lists of their own", () => {
  const rows = [
    sampleRow({ id: 1, category: null }),
    sampleRow({ id: 2, category: null, type: "nuisance" }),
    sampleRow({ id: 3, flags: ["difficult"] }),
  ];
  const board = applySnapshot(emptyBoard, sampleSnapshot(1, rows));
  expect(rowsOfDuty(board, "unsorted", null).map(({ id }) => id)).toEqual([1]);
  expect(rowsOfDuty(board, "flagged", null).map(({ id }) => id)).toEqual([3]);
});

test("what is suspended has a list of its own, the first to come back first", () => {
  const rests = (id: number, until: string | null) =>
    sampleRow({ id, state: "suspended", suspended_until: until });
  const rows = [rests(1, null), rests(2, "2027-03-01T00:00:00Z"), rests(3, "2026-12-01T00:00:00Z")];
  const board = applySnapshot(emptyBoard, sampleSnapshot(1, rows));
  const listed = rowsOfDuty(board, "suspended", null).sort(orderOf("suspended"));
  expect(listed.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test("the answer that falls due first comes first, what is answered last", () => {
  const answered = sampleRow({ id: 9, supervised: 1 });
  const rows = [answered, asked(2, "2026-11-27T00:00:00Z"), asked(3, "2026-11-26T00:00:00Z")];
  expect(rows.sort(byAnswerDue).map(({ id }) => id)).toEqual([3, 2, 9]);
});
