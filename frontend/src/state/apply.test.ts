import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, TicketRow, TicketState } from "../wire/types";
import {
  applyFrame,
  applySnapshot,
  type Board,
  emptyBoard,
  isShownHere,
  keepStreams,
  ticketOnBoard,
} from "./apply";
import { sampleFrame, sampleRow, sampleSnapshot } from "./samples";

const start = applySnapshot(emptyBoard, sampleSnapshot(10, [sampleRow({ id: 1 }), sampleRow({ id: 2 })]));

function ids(board: Board): number[] {
  return [...(board.get(5)?.tickets.keys() ?? [])].sort((a, b) => a - b);
}

function rowEntry(seq: number, row: TicketRow): Entry {
  return { seq, ticket: row.id, version: row.version, event: "ticket.noted", row };
}

describe("one frame", () => {
  it("takes in what follows", () => {
    const signed = sampleRow({ id: 1, version: 2, state: "signed" });
    const { board, outcome } = applyFrame(start, sampleFrame(11, 11, [rowEntry(11, signed)]));
    expect(outcome).toBe("applied");
    expect(ticketOnBoard(board, 1)?.state).toBe("signed");
    expect(board.get(5)?.position.seq).toBe(11);
  });

  it("accepts a frame that straddles the snapshot and skips what is known", () => {
    const old = rowEntry(10, sampleRow({ id: 2, version: 9, title: "旧" }));
    const fresh = rowEntry(12, sampleRow({ id: 3 }));
    const { board, outcome } = applyFrame(start, sampleFrame(8, 12, [old, fresh]));
    expect(outcome).toBe("applied");
    expect(ids(board)).toEqual([1, 2, 3]);
    expect(ticketOnBoard(board, 2)?.version).toBe(1);
  });

  it("sees a gap and keeps the board as it was", () => {
    const { board, outcome } = applyFrame(start, sampleFrame(12, 13, [rowEntry(12, sampleRow({ id: 3 }))]));
    expect(outcome).toBe("gap");
    expect(board).toBe(start);
  });

  it("knows a heartbeat from a gap", () => {
    expect(applyFrame(start, sampleFrame(11, 10)).outcome).toBe("known");
    expect(applyFrame(start, sampleFrame(13, 12)).outcome).toBe("gap");
  });

  it("moves on over runs that are not ours", () => {
    const { board, outcome } = applyFrame(start, sampleFrame(11, 40));
    expect(outcome).toBe("applied");
    expect(board.get(5)?.position.seq).toBe(40);
    expect(board.get(5)?.tickets).toBe(start.get(5)?.tickets);
  });

  it("refuses another epoch and an unknown stream", () => {
    expect(applyFrame(start, sampleFrame(11, 11, [], { epoch: "other" })).outcome).toBe("epoch");
    expect(applyFrame(start, sampleFrame(11, 11, [], { stream: 6 })).outcome).toBe("no_snapshot");
  });
});

describe("rows", () => {
  it("deletes a ticket that leaves", () => {
    const leave: Entry = { seq: 11, ticket: 2, version: 2, event: "ticket.relocated", leave: true };
    expect(ids(applyFrame(start, sampleFrame(11, 11, [leave])).board)).toEqual([1]);
  });

  it("shows a ticket that two streams hold once, with its newer row", () => {
    const moved = sampleRow({ id: 2, version: 2, stream: 6 });
    const both = applySnapshot(start, sampleSnapshot(4, [moved], 6));
    const shown = [...both].map(([stream, held]) => {
      const row = held.tickets.get(2);
      return row ? isShownHere(both, stream, row) : false;
    });
    expect(shown.filter(Boolean)).toHaveLength(2);
    const { board } = applyFrame(both, sampleFrame(11, 11, [rowEntry(11, moved)]));
    const after = [...board].filter(([stream, held]) =>
      isShownHere(board, stream, held.tickets.get(2) ?? moved),
    );
    expect(after.map(([stream]) => stream)).toEqual([6]);
    expect(ticketOnBoard(both, 2)?.version).toBe(2);
  });

  it.each<TicketState>(["merged", "closed", "cancelled", "rejected", "handed_back"])("drops %s", (state) => {
    const over = rowEntry(11, sampleRow({ id: 1, version: 2, state }));
    expect(ids(applyFrame(start, sampleFrame(11, 11, [over])).board)).toEqual([2]);
    expect(ids(applySnapshot(emptyBoard, sampleSnapshot(1, [sampleRow({ state })])))).toEqual([]);
  });

  it("never lets an older version replace a newer one", () => {
    const held = applySnapshot(emptyBoard, sampleSnapshot(10, [sampleRow({ version: 7, state: "signed" })]));
    const older = rowEntry(11, sampleRow({ version: 6, state: "dispatched" }));
    expect(ticketOnBoard(applyFrame(held, sampleFrame(11, 11, [older])).board, 1)?.version).toBe(7);
  });

  it("forgets streams that are no longer ours", () => {
    expect(keepStreams(start, [6]).size).toBe(0);
    expect(keepStreams(start, [5]).get(5)).toBe(start.get(5));
  });
});

interface Step {
  ticket: number;
  state: TicketState;
}

const history = fc.array(
  fc.record<Step>({
    ticket: fc.integer({ min: 1, max: 6 }),
    state: fc.constantFrom<TicketState>("dispatched", "signed", "in_progress", "closed"),
  }),
  { minLength: 1, maxLength: 40 },
);

function entriesOf(steps: Step[]): Entry[] {
  const versions = new Map<number, number>();
  return steps.map(({ ticket, state }, index) => {
    const version = (versions.get(ticket) ?? 0) + 1;
    versions.set(ticket, version);
    return rowEntry(index + 1, sampleRow({ id: ticket, version, state }));
  });
}

function truthAfter(entries: Entry[]): TicketRow[] {
  const rows = new Map<number, TicketRow>();
  for (const entry of entries) if (entry.row) rows.set(entry.ticket, entry.row);
  return [...rows.values()].filter((row) => row.state !== "closed").sort((a, b) => a.id - b.id);
}

function held(board: Board): TicketRow[] {
  return [...(board.get(5)?.tickets.values() ?? [])].sort((a, b) => a.id - b.id);
}

describe("any history", () => {
  it("snapshot before plus entries equals snapshot after, however frames are cut and repeated", () => {
    const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 20 });
    fc.assert(
      fc.property(history, fc.nat(40), cuts, (steps, from, pieces) => {
        const entries = entriesOf(steps);
        const seq = Math.min(from, entries.length);
        let board = applySnapshot(emptyBoard, sampleSnapshot(seq, truthAfter(entries.slice(0, seq))));
        const whole: [number, number] = [Math.max(0, seq - 3), entries.length];
        for (const [first, length] of [...pieces, whole]) {
          const cut = entries.filter((entry) => entry.seq > first && entry.seq <= first + length);
          const frame = sampleFrame(first + 1, Math.min(first + length, entries.length), cut);
          const before = board.get(5)?.position.seq ?? 0;
          board = applyFrame(board, frame).board;
          expect(board.get(5)?.position.seq).toBeGreaterThanOrEqual(before);
        }
        expect(held(board)).toEqual(truthAfter(entries));
        expect(board.get(5)?.position.seq).toBe(entries.length);
      }),
    );
  });

  it("never changes the board it was given", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const before = applySnapshot(emptyBoard, sampleSnapshot(0, [sampleRow({ id: 1, version: 0 })]));
        const copy = structuredClone(held(before));
        applyFrame(before, sampleFrame(1, steps.length, entriesOf(steps)));
        expect(held(before)).toEqual(copy);
      }),
    );
  });
});
