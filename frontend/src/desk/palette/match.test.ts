import { describe, expect, it } from "vitest";
import { ranked, scoreOf } from "./match";

describe("the palette's matching", () => {
  it("finds by words, by initials and by the tail of a number", () => {
    const tickets = [
      { label: "路灯不亮", also: "261126-000011" },
      { label: "窨井盖缺失", also: "261126-000012" },
    ];
    expect(ranked(tickets, "0012", 5)[0]).toBe(tickets[1]);
    expect(ranked(tickets, "井盖", 5)).toEqual([tickets[1]]);
    expect(ranked(tickets, "ldbl", 5)).toEqual([tickets[0]]);
    expect(ranked(tickets, "没有这个", 5)).toEqual([]);
  });

  it("puts what begins so before what only holds the letters", () => {
    const entries = [{ label: "管理 › 值班" }, { label: "值班" }, { label: "值守一班" }];
    expect(ranked(entries, "值班", 5).map(({ label }) => label)).toEqual(["值班", "管理 › 值班", "值守一班"]);
    expect(scoreOf({ label: "任何" }, " ")).toBeGreaterThan(0);
  });
});
