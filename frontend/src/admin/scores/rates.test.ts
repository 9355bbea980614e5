import { describe, expect, it } from "vitest";
import { words } from "../../text/scores";
import type { RateSetting } from "../../wire/scores";
import { draftOf, faultsOf, formOf, sumOf } from "./rates";

const active: RateSetting = {
  version: 2,
  active: true,
  note: "首版",
  responded: 0.3,
  solved: 0.4,
  satisfied: 0.3,
  partly: 0.5,
  satisfied_words: ["满意", "很满意"],
  partly_words: ["基本满意"],
  day_starts: 720,
  month_starts: 26,
  board: 3,
  created_at: "2026-11-01T00:00:00Z",
  created_by: null,
};
const draft = { ...draftOf(active), note: "改权重" };

describe("the settings of the rates as a form", () => {
  it("sends what is in force, with the note", () => {
    const { version, active: _now, created_at, created_by, ...kept } = active;
    expect(formOf(draft)).toEqual({ ...kept, note: "改权重" });
  });
  it("does not take an emptied number for a zero", () => {
    const emptied = { ...draft, partly: "", board: "" };
    expect(formOf(emptied)).toBeNull();
    expect(faultsOf(emptied)).toEqual({ partly: words.needNumber, board: words.needNumber });
    expect(formOf({ ...draft, partly: "0" })?.partly).toBe(0);
  });
  it("says between which numbers, and that days are whole", () => {
    expect(faultsOf({ ...draft, responded: "40", month_starts: "29", board: "2.5" })).toEqual({
      responded: words.between(0, 1),
      month_starts: words.between(1, 28),
      board: words.wholeNumber,
    });
  });
  it("wants a time, a word and a note", () => {
    expect(faultsOf({ ...draft, day_starts: "", satisfied_words: "、", note: " " })).toEqual({
      day_starts: words.needTime,
      satisfied_words: words.needWord,
      note: words.needNote,
    });
  });
  it("adds the weights up as people do, and refuses what is not one", () => {
    expect(sumOf({ ...draft, responded: "0.1", solved: "0.2", satisfied: "0.7" })).toBe(1);
    expect(sumOf({ ...draft, satisfied: "0.25" })).toBe(0.95);
    expect(formOf({ ...draft, satisfied: "0.25" })).toBeNull();
    expect(sumOf({ ...draft, satisfied: "" })).toBeNull();
  });
});
