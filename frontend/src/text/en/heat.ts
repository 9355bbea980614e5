/** Words of the heat map and its time slider, English. */
import type { Words } from "..";
import type { zhHeat } from "../zh/heat";
import { plural } from "./plural";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export const enHeat: Words<typeof zhHeat> = {
  title: "Heat map",
  spanLegend: "How long",
  span: { day: "24 hours", week: "7 days", month: "30 days", clock: "30 days by hour" },
  looks: "How",
  map: "Map",
  table: "Table",
  branch: "Category",
  allBranches: "All categories",
  urgency: "Urgency",
  allUrgencies: "All",
  onlyOpen: "Open only",
  reset: "Clear filters",

  tickets: (n) => `${n} ${n === "1" ? "ticket" : "tickets"}`,
  total: (n) => `${n} received`,
  coarse: (n) => `${n} not placed finely enough for this scale`,
  nowhere: (n) => `${n} without a place`,
  failedAgain: (at) => `no newer numbers at the moment; these are of ${at}`,

  mapLabel: "Map of counts by hexagon",
  loading: "Counting tickets",
  failed: "The heat map cannot be had just now",
  failedHint: "Try again once the service answers; lists and map work as usual.",
  again: "Try again",
  none: "No ticket of this kind came in this time",
  noneHint: "Choose another time, or clear the filters.",
  noWebgl: "This computer's browser has no WebGL2 and draws no map; the table holds the same numbers.",
  mapFailed: "The map did not load; the table holds the same numbers.",
  width: (metres) => (metres >= 1000 ? `hexagons ${metres / 1000} km wide` : `hexagons ${metres} m wide`),
  legend: "Tickets",
  whole: "in all",
  each: "each step",

  places: "Tickets by place",
  place: "Place",
  sum: "Sum",
  unknownPlace: "No town found",
  cell: (place, step, n) => `${place}, ${step}, ${plural(n, "ticket")}`,

  time: "Time",
  play: "Play",
  pause: "Pause",
  keys: "← → step by step, space plays and pauses",
  everything: {
    day: "24 hours in all",
    week: "7 days in all",
    month: "30 days in all",
    clock: "30 days in all",
  },
  hour: (day, from, to) => `${day} ${from}–${to}`,
  hourRunning: (day, from) => `${day} since ${from}`,
  clockHour: (from, to) => `${from}–${to} on all days`,
  dayOf: (month, day, weekday) => `${WEEKDAYS[weekday] ?? ""} ${day}/${month}`,
  shortDay: (month, day) => `${day}/${month}`,
  shortHour: (hour) => `${hour}:00`,
  running: "until now",
  said: (when, n) => `${when}, ${n} tickets`,

  listOf: (place, when) => `${place} · ${when}`,
  hexagon: "The chosen hexagon",
  open: (n) => `${n} open`,
  unsorted: "No category",
  list: "Tickets",
  closeList: "Close the list",
  listNone: "No ticket here",
  listFailed: "The list cannot be had just now",
  more: "Show more",

  wall: {
    title: "Where tickets came from",
    map: "Tickets of the last 7 days",
    note: (width, floor) => `hexagons ${width / 1000} km wide; fewer than ${floor} are not shown`,
    received: (n) => `${n} received`,
  },
};
