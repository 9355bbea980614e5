import { describe, expect, it } from "vitest";
import { pieces } from "./pieces";

const named = (words: string, ...names: string[]) =>
  pieces(words, names)
    .filter((piece) => piece.isNamed)
    .map((piece) => piece.words);

describe("names in a citizen's words", () => {
  it("are found wherever they stand, and nothing of the words is lost", () => {
    const words = "渔沟镇小桥村三组,小桥村的桥坏了";
    expect(named(words, "小桥村", "渔沟镇")).toEqual(["渔沟镇", "小桥村", "小桥村"]);
    expect(
      pieces(words, ["小桥村", "渔沟镇"])
        .map((piece) => piece.words)
        .join(""),
    ).toBe(words);
  });

  it("are taken at their longest", () => {
    expect(named("刘老庄镇刘老庄村", "刘老庄", "刘老庄村", "刘老庄镇")).toEqual(["刘老庄镇", "刘老庄村"]);
  });

  it("may hold signs that mean something elsewhere", () => {
    expect(named("3号楼(东)二单元", "3号楼(东)")).toEqual(["3号楼(东)"]);
  });

  it("mark nothing where nothing is known", () => {
    expect(pieces("路灯不亮", [])).toEqual([{ words: "路灯不亮", isNamed: false }]);
    expect(pieces("", ["小桥村"])).toEqual([]);
  });
});
