import { describe, expect, it } from "vitest";
import { words } from "../../text/intake";
import {
  codeSaid,
  edited,
  LABELS,
  mappingOf,
  meanings,
  meantBy,
  namesIn,
  PARTS,
  recorded,
  said,
} from "./mapping";

const MAPPING = {
  fields: { order_no: ["工单编号", "12345工单编号"], content: ["诉求内容"], confidential: ["是否保密"] },
  values: { confidential: { 是: true, 否: false }, type: { 投诉: "complaint" } },
};

describe("a profile's mapping", () => {
  it("is given back as it was taken in hand", () => {
    expect(mappingOf(edited(MAPPING))).toEqual(MAPPING);
  });

  it("has each of our fields under one heading", () => {
    const fields = Object.values(PARTS).flat();
    expect(new Set(fields).size).toBe(fields.length);
    expect([...fields, "unknown"].sort()).toEqual(Object.keys(words.fields).sort());
    expect(Object.keys(LABELS)).toHaveLength(1 + 2 * fields.length);
  });

  it("reads names apart by any comma, and leaves empty rows out", () => {
    expect(namesIn(" 内容、 描述,来电内容; ;")).toEqual(["内容", "描述", "来电内容"]);
    const draft = { names: { content: " " }, codes: { type: [{ code: " ", meant: "help" }] } };
    expect(mappingOf(draft)).toEqual({ fields: {}, values: {} });
  });

  it("has codes in the order of what they mean, and says recorded ones alike", () => {
    const values = { level: { 三级: "3", 一级: "1" }, village: { 乙: "b", 甲: "a" } };
    const { codes } = edited({ fields: {}, values });
    expect(codes.level?.map(({ code }) => code)).toEqual(["一级", "三级"]);
    expect(codes.village?.map(({ code }) => code)).toEqual(["乙", "甲"]);
    expect(recorded("values.confidential", "保密=true")).toBe("保密 → 是");
    expect(recorded("fields.content", "诉求内容")).toBeUndefined();
    expect(recorded("version", 3)).toBeUndefined();
  });

  it("says what codes mean, and which may be chosen", () => {
    expect(said("type", "complaint")).toBe("投诉");
    expect(said("confidential", true)).toBe("是");
    expect(said("village", "营东社区")).toBe("营东社区");
    expect(codeSaid("type", { code: "投诉", meant: "complaint" })).toBe("投诉");
    expect(codeSaid("type", { code: "告状", meant: "complaint" })).toBe("告状 → 投诉");
    expect(meantBy("solved", "false")).toBe(false);
    expect(meantBy("type", "help")).toBe("help");
    expect(meanings("village")).toBe("free");
    expect(meanings("content")).toBeNull();
  });
});
