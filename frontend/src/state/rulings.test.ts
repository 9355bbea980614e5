import { expect, test } from "vitest";
import type { TicketDetail } from "../wire/types";
import { applySnapshot, emptyBoard } from "./apply";
import { placesOfCase, pointReturned, waitingForRuling } from "./rulings";
import { sampleClock, sampleRow, sampleSnapshot } from "./samples";

const due = (due_at: string) => [sampleClock({ kind: "ruling", due_at })];

test("returns come before what is undecided, each by its deadline; nothing else waits", () => {
  const here = [
    sampleRow({ id: 1, state: "undecided", clocks: due("2026-11-24T01:00:00Z") }),
    sampleRow({ id: 2, state: "returned", clocks: due("2026-11-24T05:00:00Z") }),
    sampleRow({ id: 3, state: "dispatched" }),
  ];
  const there = [
    sampleRow({ id: 4, stream: 6, state: "returned", clocks: due("2026-11-24T03:00:00Z") }),
    sampleRow({ id: 5, stream: 6, state: "undecided", clocks: due("2026-11-24T00:30:00Z") }),
  ];
  const board = [sampleSnapshot(1, here), sampleSnapshot(1, there, 6)].reduce(applySnapshot, emptyBoard);
  expect(waitingForRuling(board).map(({ id }) => id)).toEqual([4, 2, 5, 1]);
});

test("a case lies where the ticket does and where its returner says that it does", () => {
  const row = sampleRow({ lon: 119.02, lat: 33.62 });
  const returned = (point: unknown) => ({ returned: { point } }) as unknown as TicketDetail;
  expect(placesOfCase(row, returned({ lon: 119.1, lat: 33.7 }))).toEqual([
    { lon: 119.02, lat: 33.62 },
    { lon: 119.1, lat: 33.7 },
  ]);
  expect(placesOfCase(sampleRow({ lon: null, lat: null }), returned(null))).toEqual([]);
  expect(pointReturned(undefined)).toBeNull();
  expect(placesOfCase(undefined, undefined)).toEqual([]);
});
