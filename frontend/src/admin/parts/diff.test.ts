import { describe, expect, it } from "vitest";
import { diff, type Part } from "./diff";

const said = (parts: Part<string>[]) =>
  parts.map(({ what, items }) => `${{ same: "=", gone: "-", new: "+" }[what]}${items.join("")}`);

describe("what differs between two texts", () => {
  it("is told in place, what is gone before what is new", () => {
    expect(said(diff([..."请于3日内回复"], [..."请于五日内办结"]))).toEqual([
      "=请于",
      "-3",
      "+五",
      "=日内",
      "-回复",
      "+办结",
    ]);
    expect(said(diff([..."同样"], [..."同样"]))).toEqual(["=同样"]);
    expect(said(diff([], [..."新的"]))).toEqual(["+新的"]);
    expect(said(diff([..."没了"], []))).toEqual(["-没了"]);
    expect(diff([], [])).toEqual([]);
  });

  it("holds both texts whole, however they differ", () => {
    const letters = "甲乙丙丁";
    let seed = 7;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    };
    for (let turn = 0; turn < 200; turn++) {
      const [before, after] = [0, 1].map(() =>
        Array.from({ length: next() % 12 }, () => letters.charAt(next() % 4)),
      );
      const parts = diff(before ?? [], after ?? []);
      const without = (what: Part<string>["what"]) =>
        parts.flatMap((part) => (part.what === what ? [] : part.items)).join("");
      expect(without("new")).toBe(before?.join(""));
      expect(without("gone")).toBe(after?.join(""));
    }
  });

  it("of very long ones is told whole", () => {
    const [before, after] = [new Array(3000).fill("a"), new Array(3000).fill("b")];
    expect(diff(before, after).map(({ what, items }) => [what, items.length])).toEqual([
      ["gone", 3000],
      ["new", 3000],
    ]);
  });
});
