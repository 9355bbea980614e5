import { describe, expect, it } from "vitest";
import { GROUPS, SECTIONS } from "./address";
import { called } from "./finding";
import { isOpen, openGroups } from "./sections";

const nothing = {
  look: true,
  audit: false,
  keep: false,
  lookBack: false,
  hearGrievances: false,
  propose: false,
  decide: false,
  makeKeys: false,
  importOrders: false,
  own: false,
};
const everything = {
  look: true,
  audit: true,
  keep: true,
  lookBack: true,
  hearGrievances: true,
  propose: true,
  decide: true,
  makeKeys: true,
  importOrders: true,
  own: true,
};

describe("the sections of the administration", () => {
  it("stand under one heading each", () => {
    expect(new Set(SECTIONS).size).toBe(SECTIONS.length);
    expect(openGroups(everything).flatMap(({ sections }) => sections)).toEqual(SECTIONS);
  });

  it("leave out what is not for whoever is here, and headings with nothing below", () => {
    const shown = openGroups(nothing);
    expect(shown.map(({ group }) => group)).toEqual(["ground", "rules", "people", "hotline", "figures"]);
    expect(shown.flatMap(({ sections }) => sections).some((section) => !isOpen(section, nothing))).toBe(
      false,
    );
    expect(openGroups({ ...nothing, makeKeys: true }).map(({ group }) => group)).toEqual(Object.keys(GROUPS));
  });

  it("keep each right apart", () => {
    expect(isOpen("owning", { ...everything, own: false })).toBe(false);
    expect(isOpen("lookback", { ...everything, lookBack: false })).toBe(false);
    expect(isOpen("grievances", { ...everything, hearGrievances: false })).toBe(false);
    expect(isOpen("orders", { ...everything, importOrders: false })).toBe(false);
    expect(isOpen("joint", { ...everything, keep: false })).toBe(false);
    expect(isOpen("timetable", nothing)).toBe(true);
    expect(isOpen("audit", { ...everything, audit: false })).toBe(false);
  });

  it("show who audits alone the audit alone", () => {
    const auditor = { ...nothing, look: false, audit: true };
    expect(openGroups(auditor)).toEqual([{ group: "access", sections: ["audit"] }]);
  });

  it("are found by their names or their heading's", () => {
    const all = openGroups(everything);
    const found = (typed: string) => called(all, typed).map(({ group, sections }) => [group, ...sections]);
    expect(found(" 网格人 ")).toEqual([["people", "cellpeople"]]);
    expect(found("人员与通知")).toEqual([["people", ...GROUPS.people]]);
    expect(found("没有这样的")).toEqual([]);
    expect(called(all, "")).toEqual(all);
  });
});
