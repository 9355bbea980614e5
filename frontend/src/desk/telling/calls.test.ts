import { expect, it } from "vitest";
import { callsCount } from "./calls";

it("counts whom to ring up, and says where there may be more", () => {
  expect(callsCount([])).toBe("0");
  expect(callsCount(Array(199))).toBe("199");
  expect(callsCount(Array(200))).toBe("200+");
});
