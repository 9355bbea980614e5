/// <reference types="node" />
/** The journeys that the service recorded, folded here: snapshot before + frames = snapshot after, for each reader. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Entry, Frame, Snapshot, TicketRow } from "../wire/types";
import { applyFrame, applySnapshot, type Board, emptyBoard } from "./apply";

type Short<T extends { tickets: unknown } | { entries: unknown }> = Omit<T, "tickets" | "entries">;

interface Heard {
  before: Short<Snapshot> & { tickets: number[] };
  frames: (Short<Frame> & { entries: (Omit<Entry, "row"> & { row?: number })[] })[];
  after: Short<Snapshot> & { tickets: number[] };
}

interface Recorded {
  readers: Record<string, Record<string, Heard>>;
  rows: TicketRow[];
}

const folder = resolve(import.meta.dirname, "../../../tests/journeys/recorded");
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

function rowOf(recorded: Recorded, index: number): TicketRow {
  const row = recorded.rows[index];
  if (!row) throw new Error(`there is no row ${index}`);
  return row;
}

function snapshotOf(recorded: Recorded, short: Heard["before"]): Snapshot {
  return { ...short, tickets: short.tickets.map((index) => rowOf(recorded, index)) };
}

function frameOf(recorded: Recorded, short: Heard["frames"][number]): Frame {
  const entries = short.entries.map(({ row, ...entry }) =>
    row === undefined ? entry : { ...entry, row: rowOf(recorded, row) },
  );
  return { ...short, entries };
}

function fold(recorded: Recorded, heard: Heard): Board {
  let board = applySnapshot(emptyBoard, snapshotOf(recorded, heard.before));
  for (const short of heard.frames) {
    const taken = applyFrame(board, frameOf(recorded, short));
    expect(taken.outcome).toBe("applied");
    board = taken.board;
  }
  return board;
}

describe.each(names)("%s", (name) => {
  const recorded: Recorded = JSON.parse(readFileSync(resolve(folder, name), "utf8"));
  const ears = Object.entries(recorded.readers).flatMap(([reader, streams]) =>
    Object.values(streams).map((heard): [string, number, Heard] => [reader, heard.after.stream, heard]),
  );

  it.each(ears)("%s on stream %i", (_reader, _stream, heard) => {
    const after = applySnapshot(emptyBoard, snapshotOf(recorded, heard.after));
    expect(fold(recorded, heard)).toEqual(after);
  });

  it("told the other town nothing it may not see", () => {
    for (const heard of Object.values(recorded.readers.townb ?? {})) {
      for (const { entries } of heard.frames) {
        for (const { row } of entries) {
          if (row !== undefined) expect(rowOf(recorded, row).stream).toBe(heard.after.stream);
        }
      }
    }
  });
});

it("there are journeys", () => {
  expect(names.length).toBeGreaterThan(8);
});
