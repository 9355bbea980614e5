import { expect, it } from "vitest";
import { enTimetable } from "./en/timetable";
import { zhTimetable } from "./zh/timetable";

it("tells limits in the reader's language", () => {
  const limit = "2紧急工作时制止，14小时";
  expect(zhTimetable.rules.limitOf(limit)).toBe(limit);
  expect(enTimetable.rules.limitOf(limit)).toBe("2 h round the clock to halt the harm, 14 h");
  expect(["15分钟", "4工作时", "3工作日", "5紧急工作日", "3天"].map(enTimetable.rules.limitOf)).toEqual([
    "15 min",
    "4 working h",
    "3 working d",
    "5 d round the clock",
    "3 d",
  ]);
});
