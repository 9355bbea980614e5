import { describe, expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import { soundsDangerous } from "./danger";

describe("danger now", () => {
  it("is heard in the words, not in every ticket", () => {
    expect(soundsDangerous(sampleRow({ title: "楼下燃气泄漏" }), { content: "" })).toBe(true);
    expect(soundsDangerous(sampleRow(), { content: "有人持刀" })).toBe(true);
    expect(soundsDangerous(sampleRow({ title: "路灯不亮" }), { content: "请尽快处理" })).toBe(false);
  });
});
