import { describe, expect, it } from "vitest";
import { isTicketNumber, masked } from "./masking";

describe("masking", () => {
  it("leaves of a number what tells two callers apart", () => {
    expect(masked("王建国 13812345678、138 1234 5678")).toBe("王建国 138****5678、138****5678");
    expect(masked("座机 0517-83001234")).toBe("座机 0517-****1234");
    expect(masked("身份证 320802197001011234 车 苏H12345")).toBe("身份证 320802********1234 车 苏H·*****");
  });

  it("is the same a second time, and leaves ticket and order numbers alone", () => {
    const once = masked("赵敏 13900001234 0517-83001234 320802197001011234 苏H·D12345");
    expect(masked(once)).toBe(once);
    for (const number of ["261126-000011", "2026112629583000010", "2026-11-26 16:20", "198****4130"])
      expect(masked(number)).toBe(number);
  });

  it("tells the number of a ticket from a phone", () => {
    expect(["261126-000011", " 2026112629583000010 "].every(isTicketNumber)).toBe(true);
    expect(["13812345678", "0517-83001234", "261126-000011 路灯", ""].some(isTicketNumber)).toBe(false);
  });
});
