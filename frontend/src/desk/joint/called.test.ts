import { describe, expect, it } from "vitest";
import { standing } from "./called";

const BY = "2026-11-25T08:00:00.000Z";
const at = (minutes: number) => Date.parse(BY) + minutes * 60_000;

describe("a called unit", () => {
  it("is expected until its time, and then missing", () => {
    const waits = { report_in_by: BY, reported_in_at: null };
    expect(standing(waits, at(-5))?.isLate).toBe(false);
    expect(standing(waits, at(17))?.says).toContain("17");
    expect(standing(waits, at(17))?.isLate).toBe(true);
  });

  it("came in time or late, whatever the time is now", () => {
    const came = (minutes: number) => ({
      report_in_by: BY,
      reported_in_at: new Date(at(minutes)).toISOString(),
    });
    expect(standing(came(-1), at(600))?.isLate).toBe(false);
    expect(standing(came(40), at(600))).toMatchObject({ isLate: true });
    expect(standing(came(40), at(600))?.says).toContain("40");
  });

  it("was not called by a whistle: nothing is said", () => {
    expect(standing({ report_in_by: null, reported_in_at: null }, at(0))).toBeNull();
  });
});
