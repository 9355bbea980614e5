import { expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import type { Assignment, Me } from "../../wire/types";
import { mayReveal } from "./revealing";

const reader = (role: Me["memberships"][number]["role"], unit: number, handles: number[] = []) =>
  ({ memberships: [{ role, unit }], handles, person: { id: 7 } }) as unknown as Me;
const nobody = { assignments: [], first_unit_name: null };
const row = sampleRow({ stream: 5, unit: 5 });

it("offers the caller's number to who works on the ticket, and to nobody who looks on", () => {
  expect(mayReveal(row, nobody, reader("town_operator", 5, [5]))).toBe(true);
  expect(mayReveal(row, nobody, reader("district_operator", 1, [1]))).toBe(true);
  expect(mayReveal(row, nobody, reader("police_officer", 62, [62]))).toBe(false);
  expect(mayReveal(row, nobody, reader("signing_leader", 5))).toBe(false);
  expect(mayReveal(row, nobody, reader("supervisor", 1))).toBe(false);
});

it("offers it to the handler while the work is theirs", () => {
  const given = (change: object) =>
    [{ unit: 62, person: null, closed_at: null, ...change }] as unknown as Assignment[];
  const police = reader("police_officer", 62, [62]);
  expect(mayReveal(row, { ...nobody, assignments: given({}) }, police)).toBe(true);
  expect(mayReveal(row, { ...nobody, assignments: given({ person: 8 }) }, police)).toBe(false);
  expect(
    mayReveal(row, { ...nobody, assignments: given({ closed_at: "2026-11-24T01:00:00Z" }) }, police),
  ).toBe(false);
  expect(mayReveal(sampleRow({ state: "closed" }), { ...nobody, assignments: given({}) }, police)).toBe(
    false,
  );
});
