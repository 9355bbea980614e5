import { describe, expect, it } from "vitest";
import type { Health } from "../live/stream";
import { troublesOf } from "./health";

type Finding = Health["findings"][number];

const HEALTH = {
  status: "down" as const,
  findings: [
    { name: "database", status: "down" as const, detail: "数据库连不上", told: {} },
    { name: "redis", status: "degraded" as const, detail: "Redis 连不上", told: {} },
  ],
};

describe("what does not work", () => {
  it("is what the service says of itself while it can be reached", () => {
    expect(troublesOf(HEALTH, { kind: "live", at: 0 }, 0)).toEqual([
      { name: "database", isDown: true, detail: "数据库连不上" },
      { name: "redis", isDown: false, detail: "Redis 连不上" },
    ]);
    expect(troublesOf({ status: "ok", findings: [] }, { kind: "live", at: 0 }, 0)).toEqual([]);
  });

  it("is the connection alone once it cannot: what was said last may be over", () => {
    const since = Date.parse("2026-11-26T02:58:00Z");
    const told = troublesOf(HEALTH, { kind: "offline", since }, 0);
    expect(told.map(({ name, isDown }) => [name, isDown])).toEqual([["unreachable", true]]);
    expect(told[0]?.detail).toContain("10:58");
  });

  it("is told in one language by a service that is being replaced", () => {
    const { told, ...former } = HEALTH.findings[0] as Finding;
    const health = { status: "down" as const, findings: [former as Finding] };
    expect(troublesOf(health, { kind: "live", at: 0 }, 0)[0]?.detail).toBe("数据库连不上");
    expect(told).toEqual({});
  });
});
