/** A link to the heat map shows what its sender saw; what nobody could have chosen is as good as nothing. */
import { expect, test } from "vitest";
import { readAddress, writeAddress } from "./address";
import { HEAT_AT_FIRST, type HeatAddress } from "./heatAddress";

const CHOSEN: HeatAddress = {
  span: "week",
  branch: "市容环卫",
  urgency: "urgent",
  onlyOpen: true,
  at: "2026-11-24",
  look: "table",
};

test("what was chosen is read as it was written", () => {
  const address = { ...readAddress("?view=heat"), heat: CHOSEN };
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test("at first nothing of it stands there, nor in another view", () => {
  expect(writeAddress({ ...readAddress(""), view: "heat", heat: HEAT_AT_FIRST })).toBe("?view=heat");
  expect(writeAddress({ ...readAddress(""), view: "towns", heat: CHOSEN })).toBe("?view=towns");
});

test("what cannot be chosen is not taken", () => {
  const { heat } = readAddress("?view=heat&span=year&urgency=very&at=now&look=cube&open=yes");
  expect(heat).toEqual(HEAT_AT_FIRST);
});
