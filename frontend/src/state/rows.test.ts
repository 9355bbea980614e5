import fc from "fast-check";
import { expect, it } from "vitest";
import type { TicketRow } from "../wire/types";
import { Rows } from "./rows";
import { sampleRow } from "./samples";

const id = fc.constantFrom(1, 2, 257, 513, 40_000);
const change = fc
  .tuple(id, fc.boolean())
  .map(([at, isThere]): [number, TicketRow | null] => [at, isThere ? sampleRow({ id: at }) : null]);
const changes = fc.array(change, { maxLength: 6 }).map((pairs) => new Map(pairs));

const sorted = (pairs: Iterable<[number, TicketRow]>) => [...pairs].sort(([a], [b]) => a - b);

it("is at any time the map it stands for, and knows what differs", () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 6 }), (steps) => {
      const plain = new Map<number, TicketRow>();
      let rows = Rows.none;
      for (const step of steps) {
        const before = new Map(plain);
        const next = rows.with(step);
        for (const [at, row] of step) {
          if (row) plain.set(at, row);
          else plain.delete(at);
        }
        const differ = [...new Set([...before.keys(), ...plain.keys()])].filter(
          (at) => before.get(at) !== plain.get(at),
        );
        expect(rows.differing(next)).toEqual(new Set(differ));
        expect(sorted(rows)).toEqual(sorted(before));
        rows = next;
        expect(sorted(rows)).toEqual(sorted(plain));
        expect(rows.size).toBe(plain.size);
        for (const [at, row] of plain) expect(rows.get(at)).toBe(row);
      }
      expect(sorted(Rows.of(plain.values()))).toEqual(sorted(plain));
    }),
  );
});

it("shares what an event does not touch", () => {
  const rows = Rows.of([sampleRow({ id: 1 }), sampleRow({ id: 2 })]);
  expect(rows.with(new Map())).toBe(rows);
  expect(rows.with(new Map([[1, null]])).get(2)).toBe(rows.get(2));
});
