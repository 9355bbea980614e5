import { describe, expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import type { PhotosAsked } from "../../wire/types";
import type { Act } from "./acts";
import { foreseenAllowed, foreseenRow } from "./foresee";
import { sampleAct, sampleAllowed, samplePhoto } from "./samples";

const FORMS = ["accept", "answer", "arrive", "decline", "take", "assign", "note"].map((name) =>
  sampleAllowed(name),
);
const ASSIGNED = ["accept", "decline", "arrive", "contact", "note"].map((name) => sampleAllowed(name));
const BARE = { evidence: [], photos_asked: [] };
const ONE: PhotosAsked = { how_closed: null, kinds: [], least: 1, reason: "积水要看得到退了" };
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
    const allowed = foreseenAllowed(ASSIGNED, [act("accept")], FORMS, BARE);
    expect(names(allowed)).toEqual(["answer", "decline", "arrive", "contact", "note"]);
  });

  it("offers nothing it does not know the form of", () => {
    const allowed = foreseenAllowed(ASSIGNED, [act("accept")], [], BARE);
    expect(names(allowed)).toEqual(["decline", "arrive", "contact", "note"]);
  });

  it("is not asked twice for what is done once", () => {
    const allowed = foreseenAllowed(ASSIGNED, [act("accept"), act("arrive")], FORMS, BARE);
    expect(names(allowed)).not.toContain("arrive");
  });

  it("leaves only a note once it is given away", () => {
    for (const command of ["answer", "decline", "return"]) {
      expect(names(foreseenAllowed(ASSIGNED, [act(command)], FORMS, BARE))).toEqual(["note"]);
    }
  });

  it("asks for the photo of an answer as soon as it is accepted, until there is one", () => {
    const asked = { evidence: [], photos_asked: [ONE] };
    const why = (...acts: Act[]) =>
      foreseenAllowed(ASSIGNED, [act("accept"), ...acts], FORMS, asked).find(
        ({ command }) => command === "answer",
      )?.why;
    expect(why()).toContain("现场照片，请先拍照上传");
    expect(why(samplePhoto())).toBeNull();
  });

  it("opens a shut answer for as many photos as are asked for", () => {
    const shut = [sampleAllowed("answer", { why: "现有 0 张" })];
    const why = (least: number, ...acts: Act[]) =>
      foreseenAllowed(shut, acts, FORMS, { evidence: [], photos_asked: [{ ...ONE, least }] })[0]?.why;
    expect(why(1)).toContain("请先拍照上传");
    expect(why(1, samplePhoto())).toBeNull();
    expect(why(2, samplePhoto())).toContain("2 张现场照片，现有 1 张");
    expect(why(2, samplePhoto(), samplePhoto())).toBeNull();
  });

  it("leaves an answer shut that waits for something else", () => {
    const shut = [sampleAllowed("answer", { why: "协办单位还没有回复" })];
    expect(foreseenAllowed(shut, [samplePhoto()], FORMS, BARE)[0]?.why).toBe("协办单位还没有回复");
  });
});
