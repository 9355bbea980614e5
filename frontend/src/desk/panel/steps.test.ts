import { describe, expect, it } from "vitest";
import type { JourneyStep } from "../../wire/types";
import { namesOf } from "../names";
import { stepTitle, stepWords } from "./steps";

const names = namesOf({
  units: [
    { id: 21, kind: "department", name: "区住建局", center: 1, town: null, village: null, phone: null },
  ],
  people: [{ id: 598, name: "张其昌", post: "网格员", phone_masked: "", unit: 125, roles: [] }],
  towns: [],
  villages: [],
  categories: [],
});

function step(event: string, detail: JourneyStep["detail"]): JourneyStep {
  const who = { actor: "", actor_name: null, unit_name: null };
  return {
    version: 1,
    at: "2026-11-24T03:00:00Z",
    event,
    command: "",
    ...who,
    state_to: "signed",
    done_at: null,
    detail,
  };
}

describe("a step of the journey", () => {
  it("names the clock that warned", () => {
    expect(stepTitle(step("ticket.clock_warned", { clock: "sign", warned: "overdue" }))).toBe("签收逾期");
    expect(stepTitle(step("ticket.clock_warned", { clock: "reply", mark: "half", warned: null }))).toBe(
      "办结时间过半",
    );
    expect(stepTitle(step("ticket.signed", null))).toBe("签收");
  });

  it("says who was told of a critical ticket, and who took over from whom", () => {
    const detail = { step: "leader", minutes: 10, told: 1 };
    expect(stepWords(step("ticket.escalated", detail), names)).toBe(
      "10 分钟没有签收，已短信并电话提醒带班领导",
    );
    expect(stepWords(step("ticket.relieved", { unit: 21, successor: 598 }), names)).toBe("张其昌");
    const clocks = [
      { clock: "reply", from: "2027-01-05T10:00:00+00:00", to: "2027-01-06T10:00:00+00:00" },
      { clock: "inner", from: "2027-01-04T10:00:00+00:00", to: "2027-01-05T10:00:00+00:00" },
    ];
    expect(stepWords(step("ticket.clocks_recomputed", { clocks, timetable: 3 }), names)).toBe(
      "办结 2027-01-05 18:00 → 2027-01-06 18:00、内部办理 2027-01-04 18:00 → 2027-01-05 18:00",
    );
    expect(stepWords(step("ticket.relieved", { unit: 21, successor: null }), names)).toBe("区住建局");
  });

  it("says how far off whoever arrived was, where the ticket lies elsewhere", () => {
    const arrived = step("ticket.arrived", { lon: 119.02, lat: 33.6 });
    const place = { lon: 119.0641, lat: 33.627, radius_m: 20 };
    expect(stepWords(arrived, names, place)).toBe("手机定位离工单位置约 5.1 公里");
    expect(stepWords(arrived, names, { ...place, lon: 119.0201, lat: 33.6 })).toBe("");
    expect(stepWords(step("ticket.arrived", { reason: "手机没有定位" }), names, place)).toBe("手机没有定位");
    expect(stepWords(arrived, names, { lon: null, lat: null })).toBe("");
  });

  it("says whom the ticket went to", () => {
    expect(
      stepWords(step("ticket.assigned", { lead: { unit: 125, person: 598 }, note: "请拍照" }), names),
    ).toBe("请拍照 · 张其昌");
    expect(stepWords(step("ticket.granted", { unit: 21 }), names)).toBe("区住建局");
  });

  it("turns codes into their words and shows no unknown thing", () => {
    const returned = { reason: "beyond_duty", basis: "见清单", proposed: 21, unit: 3, person: 4 };
    expect(stepWords(step("ticket.returned", returned), names)).toBe(
      "超出职责范围 · 见清单 · 建议由 区住建局 承办",
    );
    expect(stepWords(step("ticket.contacted", { result: "no_answer" }), names)).toBe("无人接听");
    expect(stepWords(step("ticket.placed", { cell: "320804002003002" }), names)).toBe("");
  });

  it("tells the way of a ticket that is passed to and fro", () => {
    const passed = step("ticket.ping_ponged", { why: "came_back", hops: 2, trail: ["甲", "乙", "甲"] });
    expect(stepWords(passed, names)).toBe("甲 → 乙 → 甲");
  });

  it("says who was called and which ticket it went under", () => {
    const called = step("ticket.whistled", { co: [{ unit: 11, person: null }], note: "请到现场" });
    expect(stepWords(called, names)).toContain("请到现场");
    expect(
      stepWords(step("ticket.merged", { number: "261125-000001", reason: "同一件事" }), names),
    ).toContain("261125-000001");
    expect(stepTitle(step("ticket.whistled", {}))).toBe("吹哨");
  });
});
