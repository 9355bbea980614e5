// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveView } from "../live/socket";
import { applySnapshot, emptyBoard } from "../state/apply";
import { sampleRow, sampleSnapshot } from "../state/samples";
import { rowsStand } from "./rowsFirst";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] }));
afterEach(() => void vi.useRealTimers());

const nothing = { board: emptyBoard, connection: { kind: "connecting" } } as LiveView;
const empty = { ...nothing, board: applySnapshot(emptyBoard, sampleSnapshot(10, [])) };
const filled = { ...nothing, board: applySnapshot(emptyBoard, sampleSnapshot(10, [sampleRow()])) };

/** A connection that tells one view after another. */
function telling(first: LiveView) {
  let view = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const tell = (next: LiveView) => {
    view = next;
    for (const listener of listeners) listener();
  };
  const settled = vi.fn();
  void rowsStand({ snapshot: () => view, subscribe }).then(settled);
  return { tell, settled, listeners };
}

it("waits for a list that holds something, and for the frame in which it stands", async () => {
  const { tell, settled, listeners } = telling(nothing);
  tell(empty);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(settled).not.toHaveBeenCalled();
  tell(filled);
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20);
  expect(settled).toHaveBeenCalledOnce();
  expect(listeners.size).toBe(0);
});

it("waits no longer once it is known that nothing lies there", async () => {
  const { settled } = telling({ ...empty, connection: { kind: "live", at: 0 } });
  await vi.advanceTimersByTimeAsync(20);
  expect(settled).toHaveBeenCalledOnce();
});

it("waits two seconds at most", async () => {
  const { settled, listeners } = telling(nothing);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledOnce();
  expect(listeners.size).toBe(0);
});
