// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import type { Rule, RulesOverview } from "../../wire/owning";
import { Problem } from "../../wire/problem";
import { Refusal } from "../parts/Asked";
import { Refusable } from "../parts/Form";
import { RuleTable } from "./RuleTable";
import { BLANK } from "./rule";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
const root = createRoot(host);
afterEach(() => act(() => root.render(null)));

it("says in the row of a rule what is refused of it, unless its form is open", () => {
  const rules: Rule[] = ["甲", "乙"].map((name) => ({ ...BLANK, name }));
  const refused = new Problem(422, { detail: "没有单位。", field: "20.target_unit" });
  const show = (open: number | null) =>
    act(() =>
      root.render(
        <Refusable by={refused}>
          <Refusal />
          <RuleTable
            rules={rules}
            known={{ units: [] } as unknown as RulesOverview}
            trial={null}
            open={open}
          />
        </Refusable>,
      ),
    );
  const said = () =>
    [...host.querySelectorAll("tr .problem")].map((each) => each.closest("tr")?.dataset.rule);
  show(null);
  expect(said()).toEqual(["20"]);
  expect(document.activeElement?.textContent).toBe("没有单位。");
  expect(host.querySelector("[data-refusal]")?.textContent).not.toContain("没有单位");
  show(1);
  expect(said()).toEqual([]);
  expect(host.querySelector("[data-refusal]")?.textContent).toContain("没有单位");
});
