import { expect, test } from "vitest";
import type { TicketRow } from "../wire/types";
import { applyFrame, applySnapshot, emptyBoard } from "./apply";
import { sampleFrame, sampleRow, sampleSnapshot } from "./samples";
import { tidings } from "./tidings";

const before = applySnapshot(
  emptyBoard,
  sampleSnapshot(1, [
    sampleRow({ id: 1 }),
    sampleRow({ id: 2, state: "suspended" }),
    sampleRow({ id: 3, stream: 8 }),
    sampleRow({ id: 4, urged: 2 }),
  ]),
);

function after(...rows: TicketRow[]) {
  const entries = rows.map((row, index) => ({
    seq: index + 2,
    ticket: row.id,
    version: 2,
    event: "ticket.urged",
    row: { ...row, version: 2 },
  }));
  return applyFrame(before, sampleFrame(2, rows.length + 1, entries)).board;
}

test("a ticket that is urged, and one that goes on, are told of", () => {
  const board = after(sampleRow({ id: 1, urged: 1 }), sampleRow({ id: 2, state: "in_progress" }));
  expect(tidings(before, board, 5).map(({ kind, row }) => [kind, row.id])).toEqual([
    ["urged", 1],
    ["resumed", 2],
  ]);
});

test("nothing is told of another center's, of a newcomer, of what was urged before, or anew of the same", () => {
  const rows = [sampleRow({ id: 3, stream: 8, urged: 1 }), sampleRow({ id: 9, urged: 1 })];
  const board = after(...rows, sampleRow({ id: 4, urged: 2, title: "改了标题" }));
  expect(tidings(before, board, 5)).toEqual([]);
  expect(tidings(board, board, 5)).toEqual([]);
  expect(tidings(emptyBoard, before, 5)).toEqual([]);
});

test("who stands for no center is told nothing", () => {
  expect(tidings(before, after(sampleRow({ id: 1, urged: 1 })), null)).toEqual([]);
});
