import { describe, expect, it } from "vitest";
import type { Rezoning } from "../../wire/administration";
import { howItStands, standingWords } from "./Following";

const rezoning = (change: Partial<Rezoning>): Rezoning => ({
  total: 40,
  done: 12,
  moved: 9,
  other_center: 2,
  failed: 0,
  started_at: "2026-11-25T08:00:00Z",
  finished_at: null,
  overtaken_by: null,
  ...change,
});

describe("tickets that follow a version", () => {
  it("do so until all have, or until a newer version takes the rest", () => {
    const over = { finished_at: "2026-11-25T09:00:00Z" };
    expect(howItStands(rezoning({}))).toBe("running");
    expect(howItStands(rezoning({ ...over, done: 40 }))).toBe("done");
    expect(howItStands(rezoning({ ...over, overtaken_by: 7 }))).toBe("overtaken");
  });

  it("are told with the version that took the rest", () => {
    const over = rezoning({ finished_at: "2026-11-25T09:00:00Z", overtaken_by: 7 });
    expect(standingWords(over)).toBe("第 7 版发布时已换 12 / 40 件，其余直接换到第 7 版");
    expect(standingWords({ ...over, overtaken_by: null })).toBe("在办工单已全部换到这一版，共 40 件");
  });
});
