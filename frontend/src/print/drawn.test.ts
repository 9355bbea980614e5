import { expect, test } from "vitest";
import { marginRules, quoted } from "./margins";
import { pathOf } from "./QrCode";

test("a code's dark modules are drawn, run by run, and no light one", () => {
  expect(pathOf(["110", "000", "101"])).toBe("M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z");
});

test("no name ends the string it stands in", () => {
  expect(quoted('a"}')).toBe('"\\61 \\22 \\7d "');
  const rule = marginRules('王"; } * { display: none', '交办单 "1"');
  expect(rule.match(/"/g)?.length).toBe(10);
  expect(rule).toContain("counter(page)");
  expect(rule).toContain("counter(pages)");
});
