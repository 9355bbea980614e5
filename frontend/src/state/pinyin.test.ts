import { expect, it } from "vitest";
import { initials } from "./pinyin";

it("knows the initials of pinyin", () => {
  expect(initials("待签收")).toBe("dqs");
  expect(initials("手工建单")).toBe("sgjd");
  expect(initials("马头镇 12345")).toBe("mtz12345");
  expect(initials("王家营街道")).toBe("wjyjd");
  expect(initials("安全管理 Ctrl K")).toBe("aqglctrlk");
});
