import { describe, expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import { rung } from "./rung";

const NONE: ReadonlySet<number> = new Set();
const row = (id: number, urgency: "normal" | "urgent" | "critical") => sampleRow({ id, urgency });

describe("what rings at a desk", () => {
  it("is silent at first sight, but for what is critical", () => {
    expect(rung(null, NONE, [row(1, "normal"), row(2, "urgent")], false)).toMatchObject({
      times: 0,
      isCalling: false,
    });
    expect(rung(null, NONE, [row(1, "critical")], true).isCalling).toBe(true);
  });

  it("sounds once for the ordinary by day, twice for the urgent at any hour", () => {
    const before = new Set([1]);
    expect(rung(before, NONE, [row(1, "normal"), row(2, "normal")], false).times).toBe(1);
    expect(rung(before, NONE, [row(2, "urgent"), row(3, "normal")], true).times).toBe(2);
  });

  it("counts what came at night for as long as it waits", () => {
    const night = rung(new Set([1]), NONE, [row(1, "normal"), row(2, "normal")], true);
    expect([night.times, [...night.silent]]).toEqual([0, [2]]);
    const morning = rung(new Set([1, 2]), night.silent, [row(2, "normal"), row(3, "normal")], false);
    expect([morning.times, [...morning.silent]]).toEqual([1, [2]]);
    expect(rung(new Set([2, 3]), morning.silent, [row(3, "normal")], false).silent.size).toBe(0);
  });

  it("calls on for the critical until it waits no more", () => {
    const waits = rung(new Set([1]), NONE, [row(1, "critical")], true);
    expect([waits.isCalling, waits.times]).toEqual([true, 0]);
    expect(rung(new Set([1]), NONE, [], true).isCalling).toBe(false);
  });
});
