import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { calmly } from "./calmly";

function store() {
  const hearers = new Set<() => void>();
  return {
    hearers,
    subscribe: (tell: () => void) => {
      hearers.add(tell);
      return () => void hearers.delete(tell);
    },
    changes: () => {
      for (const tell of hearers) tell();
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("passes on the first word at once, and those that follow as one", () => {
  const { subscribe, changes } = store();
  const tell = vi.fn();
  calmly(subscribe, 500)(tell);
  changes();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  changes();
  changes();
  vi.advanceTimersByTime(299);
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(tell).toHaveBeenCalledTimes(2);
});

it("says nothing where nothing changed meanwhile, and is at once again after a rest", () => {
  const { subscribe, changes } = store();
  const tell = vi.fn();
  calmly(subscribe, 500)(tell);
  changes();
  vi.advanceTimersByTime(5_000);
  expect(tell).toHaveBeenCalledTimes(1);
  changes();
  expect(tell).toHaveBeenCalledTimes(2);
});

it("says nothing to who has left, also not what was on its way", () => {
  const { subscribe, changes, hearers } = store();
  const tell = vi.fn();
  const leave = calmly(subscribe, 500)(tell);
  changes();
  changes();
  leave();
  vi.advanceTimersByTime(1_000);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(hearers.size).toBe(0);
});
