import fc from "fast-check";
import { expect, it } from "vitest";
import { applySnapshot, emptyBoard } from "../state/apply";
import { severityOf, worse } from "../state/clocks";
import { rowsOnBoard } from "../state/duties";
import { sampleClock, sampleRow, sampleSnapshot } from "../state/samples";
import { type CellLoad, pointOf } from "./features";
import { Spots } from "./spots";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-24T00:00:00Z");

const row = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    lon: fc.option(fc.constant(119.02)),
    cell: fc.option(fc.constantFrom("a", "b", "c")),
    state: fc.constantFrom("unplaced" as const, "dispatched" as const),
    hours: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ hours, ...change }) =>
    sampleRow({
      ...change,
      clocks: [sampleClock({ due_at: new Date(START + hours * HOUR).toISOString() })],
    }),
  );
const steps = fc.array(
  fc.record({
    rows: fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 12 }),
    at: fc.constantFrom(5, 6),
    looked: fc.constantFrom(null, 5),
    hours: fc.nat(10),
  }),
  { maxLength: 8 },
);

it("what is drawn step by step is what would be drawn anew", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const spots = new Spots();
      const points = new Map<number, unknown>();
      const cells = new Map<string, CellLoad>();
      let board = emptyBoard;
      for (const { rows, at, looked, hours } of taken) {
        const now = START + hours * HOUR;
        board = applySnapshot(
          board,
          sampleSnapshot(
            0,
            rows.map((each) => ({ ...each, stream: at, id: each.id + 100 * at })),
            at,
          ),
        );
        const { add, remove, cells: changed } = spots.take(board, looked, now);
        for (const id of remove) points.delete(id);
        for (const point of add) points.set(Number(point.id), point);
        for (const [code, load] of changed) cells.set(code, load);

        const shown = rowsOnBoard(board, looked);
        const drawn = shown.map((each) => pointOf(each, now)).filter((point) => point !== null);
        expect(points).toEqual(new Map(drawn.map((point) => [point.id, point])));
        expect(spots.count).toBe(drawn.length);
        for (const code of ["a", "b", "c"]) {
          const inside = shown.filter(({ cell }) => cell === code);
          const late = inside.map((each) => severityOf(each, now)).reduce(worse, "on_time");
          expect(cells.get(code) ?? { load: 0, late: "on_time" }).toEqual({ load: inside.length, late });
        }
        expect(new Set(spots.whole().points.features)).toEqual(new Set(drawn));
      }
    }),
  );
});

it("leaves a ticket without a point to the lists", () => {
  const board = applySnapshot(emptyBoard, sampleSnapshot(0, [sampleRow({ lon: null })]));
  expect(new Spots().take(board, null, START).add).toEqual([]);
});
