import fc from "fast-check";
import { expect, it } from "vitest";
import { civil, timeOrDay } from "./format";

const shanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium",
});
const two = (number: number) => String(number).padStart(2, "0");

it("tells the time of day and the date as Shanghai's clocks do", () => {
  const instant = fc.date({ min: new Date("1992-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (at) => {
      const { year, month, day, hour, minute, second } = civil(at.getTime());
      expect(`${year}-${two(month)}-${two(day)} ${hour}:${minute}:${second}`).toBe(shanghai.format(at));
      expect(civil(at.toISOString())).toEqual(civil(at.getTime()));
    }),
  );
});

it("a dense line has the time of today, and the day of what is older", () => {
  const now = Date.parse("2026-11-26T09:00:00Z");
  expect(timeOrDay("2026-11-26T02:41:00Z", now)).toBe("10:41");
  expect(timeOrDay("2026-11-24T02:41:00Z", now)).toBe("11-24");
});
