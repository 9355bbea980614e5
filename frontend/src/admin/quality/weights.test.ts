import { describe, expect, it } from "vitest";
import { words } from "../../text/admin";
import { flat, isSameWeights, weightFault, weightsOf } from "./weights";

const own = { name: { full: 5, slip: 1.6 }, prose: -0.2, elsewhere: 0.75 };

describe("the weights as a form", () => {
  it("are typed one by one and sent as they are kept", () => {
    expect(flat(own)).toEqual({ "name.full": "5", "name.slip": "1.6", prose: "-0.2", elsewhere: "0.75" });
    expect(weightsOf(flat(own))).toEqual(own);
  });
  it("are not sent while one is no number or too far out", () => {
    expect(weightsOf({ ...flat(own), prose: "" })).toBeNull();
    expect(weightFault("prose", " ")).toBe(words.settings.needNumber);
    expect(weightFault("prose", "x")).toBe(words.settings.needNumber);
    expect(weightFault("name.full", "51")).toBe(words.settings.between(-50, 50));
    expect(weightFault("elsewhere", "1.2")).toBe(words.settings.between(0, 1));
    expect(weightFault("elsewhere", "0")).toBeNull();
  });
  it("are the same however they are written", () => {
    expect(isSameWeights({ ...flat(own), prose: "-0.20" }, own)).toBe(true);
    expect(isSameWeights({ ...flat(own), "name.slip": "1.7" }, own)).toBe(false);
  });
});
