import { expect, test } from "vitest";
import { applySnapshot, emptyBoard } from "./apply";
import { byAnswerDue, rowsOfDuty } from "./duties";
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

test("the answer that falls due first comes first, what is answered last", () => {
  const answered = sampleRow({ id: 9, supervised: 1 });
  const rows = [answered, asked(2, "2026-11-27T00:00:00Z"), asked(3, "2026-11-26T00:00:00Z")];
  expect(rows.sort(byAnswerDue).map(({ id }) => id)).toEqual([3, 2, 9]);
});
