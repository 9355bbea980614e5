import { describe, expect, it } from "vitest";
import { allMade, takeInHand } from "./inHand";

function later(): { made: Promise<boolean>; settle(isKept: boolean): void } {
  let settle: (isKept: boolean) => void = () => undefined;
  const made = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { made, settle: (isKept) => settle(isKept) };
}

describe("what is in hand of a ticket", () => {
  it("is waited for by what follows, and by nothing of another ticket", async () => {
    const photo = later();
    const held = takeInHand(1, photo.made);
    expect(await allMade(2)).toBe(true);
    let isOver = false;
    const waited = allMade(1).then((isKept) => {
      isOver = true;
      return isKept;
    });
    await Promise.resolve();
    expect(isOver).toBe(false);
    photo.settle(true);
    expect(await waited).toBe(true);
    expect(await held).toBe(true);
  });

  it("says that something is not kept, once: what is done again is no longer held up by it", async () => {
    const photo = later();
    const held = takeInHand(1, photo.made);
    const waited = allMade(1);
    photo.settle(false);
    expect(await waited).toBe(false);
    await held;
    expect(await allMade(1)).toBe(true);
  });

  it("is waited for under the number that a report had before the service made a ticket of it", async () => {
    const photo = later();
    const held = takeInHand(-5, photo.made);
    let isOver = false;
    const waited = allMade(9, -5).then(() => {
      isOver = true;
    });
    await Promise.resolve();
    expect(isOver).toBe(false);
    photo.settle(true);
    await waited;
    await held;
  });
});
