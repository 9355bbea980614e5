import { expect, test } from "vitest";
import { text } from "../../text";
import type { Directory } from "../../wire/types";
import { placeOf } from "./place";

const directory = { villages: [{ code: "320804001001", name: "营东居委会" }] } as unknown as Directory;

test("a place is what was said, else its village, else said to be unknown", () => {
  expect(placeOf({ address: " 长安华庭4号楼 ", village: "320804001001" }, directory)).toBe("长安华庭4号楼");
  expect(placeOf({ address: "", village: "320804001001" }, directory)).toBe("营东居委会");
  expect(placeOf({ address: "", village: null }, directory)).toBe(text.phone.noPlace);
  expect(placeOf({ address: "", village: "320804001001" }, undefined)).toBe(text.phone.noPlace);
});
