import { describe, expect, it } from "vitest";
import { emptyManual, missingManual, toNewTicket, withoutCaller } from "./draft";

describe("a ticket made by hand", () => {
  it("needs a title and the caller's words", () => {
    expect(missingManual(emptyManual)).toEqual(["title", "content"]);
    expect(missingManual({ ...emptyManual, title: " ", content: "路灯不亮" })).toEqual(["title"]);
  });

  it("goes out without blanks, empty lines and a point that was not chosen", () => {
    const sent = toNewTicket({ ...emptyManual, title: " 路灯 ", content: "不亮", callerName: " " }, "op");
    expect(sent).toMatchObject({ title: "路灯", address: "", caller_name: null, lon: null, operation: "op" });
  });

  it("is kept without the caller's name and number", () => {
    const draft = { ...emptyManual, title: "路灯", callerName: "王强", callerPhone: "13812345678" };
    expect(withoutCaller(draft)).toEqual({ ...emptyManual, title: "路灯" });
  });

  it("says whether the caller asked to stay unnamed", () => {
    expect(toNewTicket(emptyManual, "op").confidential).toBe(false);
    expect(toNewTicket({ ...emptyManual, confidential: true }, "op").confidential).toBe(true);
  });

  it("carries the point that was chosen", () => {
    const sent = toNewTicket({ ...emptyManual, point: { lon: 119.02, lat: 33.63 } }, "op");
    expect([sent.lon, sent.lat]).toEqual([119.02, 33.63]);
  });
});
