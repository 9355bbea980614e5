import fc from "fast-check";
import { expect, it } from "vitest";
import { Rhythm } from "./rhythm";

it("draws what comes after a rest at once", () => {
  const rhythm = new Rhythm();
  expect(rhythm.wait(5_000)).toBe(0);
  rhythm.begin();
  rhythm.end(5_010, 10);
  expect(rhythm.wait(5_010)).toBe(400);
  expect(rhythm.wait(9_000)).toBe(0);
});

it("begins nothing while a drawing is on its way", () => {
  const rhythm = new Rhythm();
  rhythm.begin();
  expect(rhythm.wait(60_000)).toBeNull();
  rhythm.hurry();
  expect(rhythm.wait(60_000)).toBeNull();
});

it("does not wait where somebody asks for something else", () => {
  const rhythm = new Rhythm();
  rhythm.end(200, 200);
  rhythm.hurry();
  expect(rhythm.wait(200)).toBe(0);
});

it("leaves 40 parts of 41 of the screen's time to the lists, while a drawing takes no more than half a second", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 50 }), (drawings) => {
      const rhythm = new Rhythm();
      let [now, drew] = [0, 0];
      for (const took of drawings) {
        now += rhythm.wait(now) ?? Number.NaN;
        rhythm.begin();
        now += took;
        drew += took;
        rhythm.end(now, took);
      }
      now += rhythm.wait(now) ?? Number.NaN;
      expect(drew * 41).toBeLessThanOrEqual(now);
    }),
  );
});

it("shows what came within twenty seconds however long drawing takes", () => {
  const rhythm = new Rhythm();
  rhythm.end(90_000, 90_000);
  expect(rhythm.wait(90_000)).toBe(20_000);
});
