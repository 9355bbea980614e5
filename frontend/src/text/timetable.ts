/** Words about limits and the working calendar, in the chosen language. Read by their page and the ticket's clocks. */
import { language, type Words } from ".";
import { enTimetable } from "./en/timetable";
import { zhTimetable } from "./zh/timetable";

export const words: Words<typeof zhTimetable> = language === "en" ? enTimetable : zhTimetable;
