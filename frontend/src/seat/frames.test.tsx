// @vitest-environment happy-dom
/** Keys and what is on the screen: who sees a thing with its key may press it, in that very frame. */
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { offerKey, type Taker, useKey, useTaker } from "./keys";

function press(key: string): void {
  offerKey(new KeyboardEvent("keydown", { key, cancelable: true }));
}

/** Renders as an answer from the service does, and acts the moment the words stand there: before any later effect. */
function once(words: string, shown: React.ReactNode, act: () => void): Promise<void> {
  const box = document.createElement("div");
  const root = createRoot(box);
  return new Promise((resolve) => {
    const eye = new MutationObserver(() => {
      if (!box.textContent?.includes(words)) return;
      eye.disconnect();
      act();
      root.unmount();
      resolve();
    });
    eye.observe(box, { childList: true, subtree: true });
    root.render(shown);
  });
}

function Signing({ run }: { run: () => void }) {
  useKey("s", run);
  return <button type="button">签收 S</button>;
}

function Candidates({ choose }: { choose: Taker }) {
  useTaker(choose);
  return <p>1 杨庄 2 王庄</p>;
}

it("a key is taken from the frame that shows it", async () => {
  const run = vi.fn();
  await once("签收", <Signing run={run} />, () => press("s"));
  expect(run).toHaveBeenCalledOnce();
});

it("so is one of several, and none once they are gone", async () => {
  const choose = vi.fn((_key: string) => true);
  await once("杨庄", <Candidates choose={choose} />, () => press("2"));
  press("1");
  expect(choose.mock.calls.map(([key]) => key)).toEqual(["2"]);
});
