// @vitest-environment happy-dom
/** What forms hang on while they want a point: functions that stay, so that no effect starts what starts it again. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeAll, expect, it } from "vitest";
import { type Pick, PickProvider, usePick } from "./pick";

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

function Watching({ seen }: { seen: Pick[] }) {
  seen.push(usePick());
  return null;
}

it("only what is picked changes, not the ways to change it", () => {
  const seen: Pick[] = [];
  const root = createRoot(document.createElement("div"));
  act(() =>
    root.render(
      <PickProvider>
        <Watching seen={seen} />
      </PickProvider>,
    ),
  );
  act(() => seen.at(-1)?.showPicked({ lon: 119, lat: 33.6 }));
  act(() => seen.at(-1)?.lookAt([{ lon: 119, lat: 33.6 }]));
  const [first, last] = [seen[0], seen.at(-1)];
  expect(last?.picked).toEqual({ lon: 119, lat: 33.6 });
  for (const way of ["start", "showCandidates", "showPicked", "tellMap", "lookAt", "letGo"] as const)
    expect(last?.[way]).toBe(first?.[way]);
  root.unmount();
});
