// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { offerKey, onKey, onModeKey } from "./keys";

const offs: (() => void)[] = [];
const take = (taker: (key: string) => boolean) => offs.push(onKey((key) => taker(key)));

function press(key: string, target: Element = document.body, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true, ...more });
  Object.defineProperty(event, "target", { value: target });
  offerKey(event);
  return event;
}

describe("a page's keys", () => {
  afterEach(() => {
    for (const off of offs.splice(0)) off();
  });

  it("ask the newest first, and stop where one is taken", () => {
    const older = vi.fn(() => true);
    take(older);
    take((key) => key === "Escape");
    expect(press("Escape").defaultPrevented).toBe(true);
    expect(older).not.toHaveBeenCalled();
    press("s");
    expect(older).toHaveBeenCalledWith("s");
  });

  it("belong to a mode before all others, even those that came later", () => {
    const mode = vi.fn((_key: string) => true);
    const later = vi.fn((_key: string) => true);
    offs.push(onModeKey((key) => mode(key)));
    take((key) => later(key));
    press("Escape");
    expect(mode).toHaveBeenCalledWith("Escape");
    expect(later).not.toHaveBeenCalled();
  });

  it("come in lower case whatever Caps Lock says", () => {
    const taker = vi.fn(() => true);
    take(taker);
    press("S");
    expect(taker).toHaveBeenCalledWith("s");
  });

  it("leave typing alone, except Escape", () => {
    const taker = vi.fn(() => true);
    take(taker);
    const input = document.createElement("input");
    press("s", input);
    press("Enter", input);
    expect(taker).not.toHaveBeenCalled();
    press("Escape", input);
    expect(taker).toHaveBeenCalledWith("Escape");
  });

  it("leave Enter on a button, combinations and composing to the browser", () => {
    const taker = vi.fn(() => true);
    take(taker);
    press("Enter", document.createElement("button"));
    press("s", document.body, { ctrlKey: true });
    press("s", document.body, { isComposing: true });
    expect(taker).not.toHaveBeenCalled();
  });
});
