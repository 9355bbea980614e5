/** @vitest-environment happy-dom */
import { describe, expect, it } from "vitest";
import { isChinese, markChinese } from "./chinese";

describe("what is Chinese", () => {
  it.each([
    ["市民反映：楼道灯坏了", true],
    ["王家营街道 · 3 cells", true],
    ["Signed by 王建国 at 10:41", false],
    ["Sign and next", false],
    ["12:30", false],
  ])("%s", (words, expected) => {
    expect(isChinese(words)).toBe(expected);
  });
});

describe("marking", () => {
  const langOf = (id: string) => document.getElementById(id)?.getAttribute("lang") ?? null;
  const changed = () => new Promise((resolve) => setTimeout(resolve));

  it("marks what is there, what comes and what changes, and leaves what is marked", async () => {
    document.body.innerHTML = '<p id="a">路灯不亮</p><p id="b">Title</p><p id="c" lang="zh">中</p>';
    markChinese(document.body);
    expect([langOf("a"), langOf("b"), langOf("c")]).toEqual(["zh-CN", null, "zh"]);
    document.body.insertAdjacentHTML("beforeend", '<div><b id="d">窨井盖</b></div>');
    const [a, b] = ["a", "b"].map((id) => document.getElementById(id)?.firstChild as Text);
    if (a) a.data = "Lamp";
    if (b) b.data = "标题";
    await changed();
    expect([langOf("a"), langOf("b"), langOf("d")]).toEqual([null, "zh-CN", "zh-CN"]);
  });
});
