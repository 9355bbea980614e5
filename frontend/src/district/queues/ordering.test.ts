import { expect, test } from "vitest";
import { byAnswer, byAnswerOfHotline, byLifting, countLevels, countUnits } from "./ordering";

const T1 = "2026-11-26T01:00:00Z";
const T2 = "2026-11-26T02:00:00Z";

test("whoever owes an answer of 督办 comes first, the soonest due before, the higher level of equals", () => {
  const all = [
    { id: 1, state: "answered", due_at: T1, level: 5 },
    { id: 2, state: "asked", due_at: T2, level: 1 },
    { id: 3, state: "asked", due_at: T1, level: 2 },
    { id: 4, state: "asked", due_at: T1, level: 4 },
  ] as const;
  expect([...all].sort(byAnswer).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  expect(countLevels(all)).toEqual([
    [1, 1],
    [2, 1],
    [4, 1],
    [5, 1],
  ]);
});

test("what the hotline left unanswered is an alarm and comes first; what is not up yet comes last", () => {
  const all = [
    { id: 1, state: "drafted", answer_due_at: null },
    { id: 2, state: "sent", answer_due_at: T1 },
    { id: 3, state: "unanswered", answer_due_at: T2 },
  ] as const;
  expect([...all].sort(byAnswerOfHotline).map(({ id }) => id)).toEqual([3, 2, 1]);
});

test("calls are counted by unit, whoever has most of them first", () => {
  const calls = [
    { unit: 7, unit_name: "甲" },
    { unit: 9, unit_name: "乙" },
    { unit: 9, unit_name: "乙" },
  ];
  expect(countUnits(calls)).toEqual([
    [9, "乙", 2],
    [7, "甲", 1],
  ]);
});

test("of lifted supervisions the one that was lifted last comes first", () => {
  const all = [
    { id: 1, lifted_at: T1 },
    { id: 2, lifted_at: T2 },
    { id: 3, lifted_at: T1 },
  ];
  expect(all.sort(byLifting).map(({ id }) => id)).toEqual([2, 3, 1]);
});
