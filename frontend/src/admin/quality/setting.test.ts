import { describe, expect, it } from "vitest";
import type { LocatingSettings } from "../../wire/administration";
import { changeOf, draftOf, isChange, regionOf } from "./setting";

const now: LocatingSettings = {
  version: 3,
  thresholds: { cell: 0.9, town: 0.99, coordinate_radius_m: 20 },
  least_precision: 0.985,
  region: ["江苏省", "淮安市", "淮阴区"],
  calibrated: true,
  weights: { name: { full: 5 }, prose: -0.2 },
  own_weights: { name: { full: 5 }, prose: -0.2 },
  calibration: {},
  note: null,
  created_at: null,
  created_by: null,
  history: [],
};

describe("a change of the settings", () => {
  it("sends all weights once one of them differs, and none that is no number", () => {
    const draft = { ...draftOf(now), note: "改权重" };
    const heavier = { ...draft, weights: { ...draft.weights, prose: "-1" } };
    const form = changeOf(heavier, now, false);
    expect(form).toEqual({
      based_on: 3,
      note: "改权重",
      confirm: false,
      weights: { name: { full: 5 }, prose: -1 },
    });
    expect(form && isChange(form)).toBe(true);
    expect(changeOf({ ...draft, weights: { ...draft.weights, prose: "" } }, now, false)).toBeNull();
  });

  it("sends only what differs", () => {
    const form = changeOf({ ...draftOf(now), cell: "0.92", note: " 抬高门槛 " }, now, false);
    expect(form).toEqual({ based_on: 3, note: "抬高门槛", confirm: false, thresholds: { cell: 0.92 } });
  });

  it("is none where nothing differs", () => {
    const form = changeOf({ ...draftOf(now), note: "看看" }, now, false);
    expect(form && isChange(form)).toBe(false);
  });

  it("keeps shares typed in a hundred exact", () => {
    expect(draftOf(now).least).toBe("98.5");
    expect(changeOf({ ...draftOf(now), least: "99.2", note: "x" }, now, true)?.least_precision).toBe(0.992);
  });

  it("wants a note and numbers", () => {
    expect(changeOf(draftOf(now), now, false)).toBeNull();
    expect(changeOf({ ...draftOf(now), note: "x", town: "高" }, now, false)).toBeNull();
  });

  it("reads names however they are kept apart", () => {
    expect(regionOf("江苏省、淮安市,淮阴区 清江浦")).toEqual(["江苏省", "淮安市", "淮阴区", "清江浦"]);
  });
});
