// @vitest-environment happy-dom
/** Keys pressed for what has not come yet: they wait for it, and nothing else gets them. */
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useArrived, useHeldCommand, useHeldKey, useHeldWalk } from "./held";
import { offerKey, useKey } from "./keys";

function press(key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, cancelable: true, ...more });
  act(() => offerKey(event));
  return event.defaultPrevented;
}

let root: Root;
const show = (shown: React.ReactNode) => act(async () => root.render(shown));

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.createElement("div"));
});
afterEach(() => act(() => root.unmount()));

function List({
  about,
  rows,
  onStep,
}: {
  about: string;
  rows: readonly string[] | null;
  onStep: () => void;
}) {
  useKey("ArrowDown", onStep);
  useHeldWalk(about, rows !== null);
  return <p>{rows?.length}</p>;
}

describe("a list that has not come", () => {
  it("is walked once it has, as often as was pressed", async () => {
    const step = vi.fn();
    await show(<List about="签收" rows={null} onStep={step} />);
    expect(press("ArrowDown")).toBe(true);
    press("ArrowDown");
    expect(step).not.toHaveBeenCalled();
    await show(<List about="签收" rows={["一", "二"]} onStep={step} />);
    expect(step).toHaveBeenCalledTimes(2);
    press("ArrowDown");
    expect(step).toHaveBeenCalledTimes(3);
  });

  it("is not walked where another one is looked at meanwhile", async () => {
    const step = vi.fn();
    await show(<List about="签收" rows={null} onStep={step} />);
    press("ArrowDown");
    await show(<List about="审核" rows={["一"]} onStep={step} />);
    expect(step).not.toHaveBeenCalled();
    await show(<List about="签收" rows={["一"]} onStep={step} />);
    expect(step).not.toHaveBeenCalled();
  });

  it("holds no command: nothing is done to a ticket that nobody saw", async () => {
    await show(<List about="签收" rows={null} onStep={() => {}} />);
    expect(press("s")).toBe(false);
    expect(press("s", { shiftKey: true })).toBe(true);
  });
});

interface ButtonsProps {
  about: string;
  onSign: () => void;
  onUntaken?: (key: string) => void;
}

function Buttons({ about, onSign, onUntaken }: ButtonsProps) {
  useKey("s", onSign);
  useArrived(about, onUntaken);
  return null;
}

function Ticket({ isHere, ...buttons }: ButtonsProps & { isHere: boolean }) {
  useHeldCommand(buttons.about);
  const key = useHeldKey(buttons.about);
  return isHere ? <Buttons {...buttons} /> : <p>{key}</p>;
}

describe("a ticket whose buttons have not come", () => {
  it("gets the first command once they have, and that one alone", async () => {
    const sign = vi.fn();
    await show(<Ticket about="7" isHere={false} onSign={sign} />);
    press("s");
    press("s");
    press("r");
    expect(sign).not.toHaveBeenCalled();
    await show(<Ticket about="7" isHere onSign={sign} />);
    expect(sign).toHaveBeenCalledOnce();
  });

  it("tells of a key that no button answers, and of no other", async () => {
    const untaken = vi.fn();
    const props = { onSign: () => {}, onUntaken: untaken };
    await show(<Ticket about="7" isHere={false} {...props} />);
    press("r");
    await show(<Ticket about="7" isHere {...props} />);
    expect(untaken.mock.calls).toEqual([["R"]]);
    await show(<Ticket about="8" isHere={false} {...props} />);
    press("s");
    await show(<Ticket about="8" isHere {...props} />);
    expect(untaken).toHaveBeenCalledOnce();
  });

  it("names the key that waits", async () => {
    const box = document.createElement("div");
    const own = createRoot(box);
    await act(async () => own.render(<Ticket about="7" isHere={false} onSign={() => {}} />));
    press("s");
    expect(box.textContent).toBe("S");
    act(() => own.unmount());
  });

  it("gets nothing that was pressed for another one", async () => {
    const sign = vi.fn();
    await show(<Ticket about="7" isHere={false} onSign={sign} />);
    press("s");
    await show(<Ticket about="8" isHere={false} onSign={sign} />);
    await show(<Ticket about="8" isHere onSign={sign} />);
    expect(sign).not.toHaveBeenCalled();
  });

  it("holds nothing once they stand", async () => {
    await show(<Ticket about="7" isHere onSign={() => {}} />);
    expect(press("r")).toBe(false);
  });
});
