// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RuleDraft, Timetable } from "../../wire/timetable";
import { RuleList } from "./RuleList";

vi.mock("../context", () => ({ useAdmin: () => ({ may: { keep: true } }) }));
vi.mock("../../seat/toasts", () => ({ useToasts: () => ({ say: () => {} }) }));

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
let root: Root;
beforeEach(() => {
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

const RULES: RuleDraft[] = [
  { clock: "sign", limit_text: "1小时", reason: "签收", counts_first_day: false },
  { clock: "reply", limit_text: "尽快", reason: "办结", counts_first_day: false },
];

function Page() {
  const [draft, setDraft] = useState<readonly RuleDraft[] | null>(RULES);
  return (
    <RuleList known={{ version: 3, rules: [] } as unknown as Timetable} draft={draft} onDraft={setDraft} />
  );
}

const row = (at: number) => host.querySelector(`[data-rule="${at}"]`);
const edit = (at: number) => host.querySelector<HTMLElement>(`[data-edit="${at}"]`);

async function refuse(field: string, detail: string): Promise<void> {
  const type = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  vi.stubGlobal("fetch", async (_: unknown, asked?: { method?: string }) =>
    asked?.method === "POST" ? type(422, { detail, field }) : type(200, { units: [] }),
  );
  const client = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>,
    ),
  );
  const note = host.querySelector<HTMLInputElement>("[name=note]");
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(note, "改");
    note?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => {
    host.querySelector<HTMLElement>("[data-save-rules]")?.click();
    await new Promise((done) => setTimeout(done, 20));
  });
}

it("marks the rule that was refused, goes to where it is edited, and marks the field there", async () => {
  await refuse("rules.1.limit_text", "第 2 条：看不懂时限「尽快」。");
  expect(host.querySelectorAll(".problem")).toHaveLength(1);
  expect(row(2)?.children[2]?.className).toContain("refused");
  expect(row(2)?.children[3]?.textContent).toContain("看不懂时限");
  expect(document.activeElement).toBe(edit(2));
  expect(host.querySelector("[data-refusal]")?.textContent).not.toContain("看不懂时限");
  await act(async () => edit(2)?.click());
  const limit = host.querySelector("dialog [name=limit_text]");
  expect(limit?.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(limit);
});

it("takes the marks away once the draft is another", async () => {
  await refuse("rules.1.limit_text", "第 2 条：看不懂时限「尽快」。");
  await act(async () => edit(2)?.click());
  await act(async () => host.querySelector<HTMLElement>("dialog [data-confirm]")?.click());
  expect(host.querySelector(".problem, [data-refusal]")).toBeNull();
});

it("says at its name what is refused of a rule as a whole, in the notice what is of none", async () => {
  await refuse("rules.1", "第 2 条（办结）永远轮不到。");
  expect(row(2)?.children[3]?.textContent).toContain("永远轮不到");
  act(() => root.unmount());
  root = createRoot(host);
  await refuse("rules", "「签收」的最后一条规则应不带任何条件。");
  expect(host.querySelector(".problem")).toBeNull();
  expect(host.querySelector("[data-refusal]")?.textContent).toContain("不带任何条件");
});
