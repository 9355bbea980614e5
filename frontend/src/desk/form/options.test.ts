import { describe, expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import type { Cell, CellPerson, Directory, DirectoryPerson, DirectoryUnit } from "../../wire/types";
import { namesOf } from "../names";
import {
  findOptions,
  handlerOptions,
  isPlaceable,
  openByPerson,
  ticketOptions,
  unitOptions,
} from "./options";

const CENTER = 5;
const VILLAGE = "320804001001";

function unit(id: number, kind: string, name: string, more: Partial<DirectoryUnit> = {}): DirectoryUnit {
  return { id, kind, name, center: CENTER, town: "320804001", village: null, phone: null, ...more };
}

function person(id: number, name: string, at: number): DirectoryPerson {
  return { id, name, post: "网格员", phone_masked: "199****0000", unit: at, roles: ["grid_worker"] };
}

function duty(id: number, name: string, as: CellPerson["duty"], fullTime = false): CellPerson {
  return { id, name, duty: as, full_time: fullTime, post: "", phone: null, phone_masked: "" };
}

const directory: Directory = {
  units: [
    unit(1, "district_center", "区中心", { center: 1, town: null }),
    unit(CENTER, "town_center", "本镇中心"),
    unit(10, "station", "甲村工作站", { village: VILLAGE }),
    unit(11, "enforcement", "综合执法局"),
    unit(12, "department", "区住建局", { center: 1, town: null }),
    unit(20, "station", "外镇工作站", { center: 6 }),
  ],
  people: [
    person(100, "王兼职", 10),
    person(101, "李专职", 10),
    person(102, "外镇人", 20),
    person(103, "赵执法", 11),
  ],
  towns: [],
  villages: [],
  categories: [],
};
const names = namesOf(directory);

function cell(...people: CellPerson[]): Cell {
  const place = { village: VILLAGE, village_name: "甲村", town: "320804001", town_name: "甲镇" };
  return { code: "320804001001003", name: "第三网格", kind: "general", ...place, police_grid: null, people };
}

const row = sampleRow({ stream: CENTER, village: VILLAGE });
const open = openByPerson([sampleRow({ lead_person: 101 }), sampleRow({ lead_person: 101 }), sampleRow()]);

describe("whom a ticket may be assigned to", () => {
  it("begins with the cell's own full-time worker and says why", () => {
    const options = handlerOptions({
      row,
      names,
      open,
      cell: cell(duty(100, "王兼职", "worker"), duty(101, "李专职", "worker", true)),
    });
    expect(options.slice(0, 2).map((option) => option.name)).toEqual(["李专职", "王兼职"]);
    expect(options[0]?.why).toBe("本网格网格员 · 专职 · 手上 2 件");
    expect(options[0]?.value).toEqual({ unit: 10, person: 101 });
  });

  it("begins with nobody where the cell has no worker", () => {
    const options = handlerOptions({ row, names, open, cell: cell(duty(101, "李专职", "head")) });
    expect(options[0]).toMatchObject({ name: "李专职", rank: 2 });
    expect(handlerOptions({ row, names, open, cell: null })[0]?.why).toBe("本村（社区）工作站");
  });

  it("leaves out other towns and the centers themselves, and keeps departments", () => {
    const found = handlerOptions({ row, names, open, cell: null }).map((option) => option.name);
    expect(found).not.toContain("外镇人");
    expect(found).not.toContain("外镇工作站");
    expect(found).not.toContain("本镇中心");
    expect(found).toContain("区住建局");
  });

  it("is found by name before by unit", () => {
    const options = handlerOptions({ row, names, open, cell: null });
    expect(findOptions(options, "执法").map((option) => option.name)).toEqual(["综合执法局", "赵执法"]);
    expect(findOptions(options, "甲村 专职").map((option) => option.name)).toEqual(["李专职"]);
    expect(findOptions(options, "没有这个人")).toEqual([]);
  });
});

describe("whom the district may name as owner", () => {
  it("puts towns and departments first and leaves out who returned it", () => {
    const found = unitOptions(names, CENTER).map((option) => option.name);
    expect(found[0]).toBe("区住建局");
    expect(found).not.toContain("本镇中心");
  });
});

describe("a candidate place", () => {
  it("takes a pin only where it reaches a cell", () => {
    const town = { place: 2, name: "甲镇", lon: 119, lat: 33, cell: null, p: 1, reasons: [] };
    expect(isPlaceable(town)).toBe(false);
    expect(isPlaceable({ ...town, cell: "320804001001003" })).toBe(true);
  });
});

describe("which ticket another may be merged into", () => {
  it("offers open ones of the same center, the newest first", () => {
    const rows = [
      sampleRow({ id: 1, stream: CENTER, received_at: "2026-11-19T02:00:00Z" }),
      sampleRow({ id: 2, stream: CENTER, received_at: "2026-11-20T02:00:00Z" }),
      sampleRow({ id: 3, stream: CENTER + 1 }),
      sampleRow({ id: 4, stream: CENTER, state: "merged" }),
      sampleRow({ id: 5, stream: CENTER, state: "replied" }),
    ];
    const options = ticketOptions(rows, sampleRow({ id: 9, stream: CENTER }));
    expect(options.map((option) => option.value)).toEqual([2, 1]);
    expect(ticketOptions(rows, sampleRow({ id: 2, stream: CENTER })).map(({ value }) => value)).toEqual([1]);
  });
});
