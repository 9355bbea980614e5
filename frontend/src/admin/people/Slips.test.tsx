// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { Slips } from "./Slips";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
const root = createRoot(host);
afterEach(() => {
  act(() => root.render(null));
  vi.unstubAllGlobals();
});

const buttons = () => [...host.querySelectorAll("dialog button")];
const state = () => buttons().map((each) => [each.textContent, each.getAttribute("aria-disabled")]);

it("has the same buttons before and after it is known who needs a slip", async () => {
  let answer: (response: Response) => void = () => {};
  vi.stubGlobal("fetch", () => new Promise<Response>((done) => (answer = done)));
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Slips onClose={() => {}} />
      </QueryClientProvider>,
    ),
  );
  const before = state();
  const held = buttons();
  expect(before.map(([, isOff]) => isOff)).toEqual(["true", null]);
  const people = [{ id: 1, name: "张三", username: "zs", unit: 7, unit_name: "区中心" }];
  await act(async () => {
    const headers = { "content-type": "application/json" };
    answer(new Response(JSON.stringify(people), { headers }));
    await new Promise((done) => setTimeout(done, 20));
  });
  expect(buttons()).toEqual(held);
  expect(state().map(([says]) => says)).toEqual(before.map(([says]) => says));
  expect(state()[0]?.[1]).toBe("false");
});
