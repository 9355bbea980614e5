import { expect, test } from "vitest";
import { footAt } from "./foot";
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

test("the rows at the end that are left for the pen are a form's foot", () => {
  const rows = (...kinds: ("line" | "long" | "blank" | "sign")[][]) =>
    kinds.map((row) => row.map((kind) => ({ kind })));
  expect(footAt(rows(["line"], ["long"], ["blank"], ["sign", "sign"]))).toBe(2);
  expect(footAt(rows(["sign"], ["long"]))).toBe(2);
  expect(footAt(rows(["line"], ["sign", "line"]))).toBe(2);
  expect(footAt([])).toBe(0);
});
