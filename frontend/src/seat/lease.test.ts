import { expect, it } from "vitest";
import { mayHold } from "./lease";

it("one window holds it for as long as it renews it", () => {
  const lease = { window: "a", at: 100_000 };
  expect(mayHold(null, "b", 100_000)).toBe(true);
  expect(mayHold(lease, "a", 104_000)).toBe(true);
  expect(mayHold(lease, "b", 104_000)).toBe(false);
  expect(mayHold(lease, "b", 105_001)).toBe(true);
});

it("a clock that was set back gives it to nobody for good", () => {
  expect(mayHold({ window: "a", at: 200_000 }, "b", 100_000)).toBe(true);
});
