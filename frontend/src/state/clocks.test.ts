import { describe, expect, it } from "vitest";
import { nextDue, severityOf } from "./clocks";
import { sampleClock, sampleRow } from "./samples";

const OUTER = "2026-11-27T00:00:00.000Z";
const LATER = Date.parse("2026-12-01T00:00:00.000Z");

describe("what falls due next", () => {
  it("is the first clock that runs, else the hotline's own limit", () => {
    const running = sampleClock({ due_at: "2026-11-26T00:00:00.000Z" });
    expect(nextDue(sampleRow({ clocks: [running], outer_due: OUTER }))).toBe(running.due_at);
    expect(nextDue(sampleRow({ clocks: [], outer_due: OUTER }))).toBe(OUTER);
  });

  it("is nothing while a suspended ticket rests: its limit is put off, so it is not late", () => {
    const resting = sampleClock({ due_at: OUTER, paused_at: "2026-11-25T00:00:00.000Z" });
    const row = sampleRow({ state: "suspended", clocks: [resting], outer_due: OUTER });
    expect(nextDue(row)).toBeNull();
    expect(severityOf(row, LATER)).toBe("on_time");
  });

  it("is nothing once the hotline has its reply, or the ticket has ended", () => {
    for (const state of ["replied", "closed", "cancelled", "rejected", "handed_back"] as const)
      expect(nextDue(sampleRow({ state, clocks: [], outer_due: OUTER }))).toBeNull();
  });

  it("is the call that is still owed, also of a suspended ticket", () => {
    const contact = sampleClock({ kind: "contact", due_at: OUTER });
    expect(nextDue(sampleRow({ state: "suspended", clocks: [contact], outer_due: null }))).toBe(OUTER);
  });
});
