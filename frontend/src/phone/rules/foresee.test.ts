import { describe, expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import { foreseenAllowed, foreseenRow } from "./foresee";
import { sampleAct, sampleAllowed, samplePhoto } from "./samples";

const FORMS = ["accept", "answer", "arrive", "decline", "take", "assign", "note"].map((name) =>
  sampleAllowed(name),
);
const ASSIGNED = ["accept", "decline", "arrive", "contact", "note"].map((name) => sampleAllowed(name));
const names = (allowed: { command: string }[]) => allowed.map((each) => each.command);
const act = (command: string) => sampleAct({ command });

describe("a ticket whose acts wait on the phone", () => {
  it("moves on as the lifecycle says", () => {
    const row = sampleRow({ state: "assigned", lead_person: 7 });
    expect(foreseenRow(row, []).state).toBe("assigned");
    expect(foreseenRow(row, [act("accept"), act("arrive")]).state).toBe("in_progress");
    expect(foreseenRow(row, [act("accept"), samplePhoto(), act("answer")]).state).toBe("answered");
    expect(foreseenRow(row, [act("decline")])).toMatchObject({ state: "signed", lead_person: null });
    expect(foreseenRow(sampleRow({ state: "signed", unit: 5 }), [act("take")])).toMatchObject({
      state: "in_progress",
      lead_unit: 5,
      lead_person: 7,
    });
  });

  it("can be answered once it is accepted, from the forms the service told", () => {
    const allowed = foreseenAllowed(ASSIGNED, [act("accept")], { forms: FORMS, photos: 0 });
    expect(names(allowed)).toEqual(["answer", "decline", "arrive", "contact", "note"]);
  });

  it("offers nothing it does not know the form of", () => {
    const allowed = foreseenAllowed(ASSIGNED, [act("accept")], { forms: [], photos: 0 });
    expect(names(allowed)).toEqual(["decline", "arrive", "contact", "note"]);
  });

  it("is not asked twice for what is done once", () => {
    const allowed = foreseenAllowed(ASSIGNED, [act("accept"), act("arrive")], { forms: FORMS, photos: 0 });
    expect(names(allowed)).not.toContain("arrive");
  });

  it("leaves only a note once it is given away", () => {
    for (const command of ["answer", "decline", "return"]) {
      expect(names(foreseenAllowed(ASSIGNED, [act(command)], { forms: FORMS, photos: 0 }))).toEqual(["note"]);
    }
  });

  it("opens a shut answer for the first photo only", () => {
    const shut = [sampleAllowed("answer", { why: "请先拍照上传" })];
    const why = (photos: number) => foreseenAllowed(shut, [samplePhoto()], { forms: FORMS, photos })[0]?.why;
    expect(why(0)).toBeNull();
    expect(why(1)).toBe("请先拍照上传");
    expect(foreseenAllowed(shut, [], { forms: FORMS, photos: 0 })[0]?.why).toBe("请先拍照上传");
  });
});
