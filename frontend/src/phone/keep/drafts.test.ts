import { expect, it } from "vitest";
import { sampleAct, sampleGrievance, sampleReport } from "../rules/samples";
import { draftAgain } from "./drafts";

async function drafted(...acts: Parameters<typeof draftAgain>[1][]): Promise<Map<string, unknown>> {
  const kept = new Map<string, unknown>();
  const keeper = {
    get: async () => undefined,
    put: async (_store: string, key: string, value: unknown) => void kept.set(key, value),
    delete: async () => undefined,
  };
  for (const act of acts) await draftAgain(keeper, act);
  return kept;
}

it("makes the words of what is taken back a draft again, where it was of no ticket or of a form", async () => {
  const kept = await drafted(
    sampleReport(),
    sampleGrievance({ named: false }),
    sampleAct({ command: "answer", fields: { done: "已清理" } }),
  );
  expect([...kept]).toEqual([
    ["7/0/patrol", { content: "窨井盖松动", urgency: "normal", address: "" }],
    ["7/0/grievance", { words: "时限太短", named: "no" }],
    ["7/1/answer", { done: "已清理" }],
  ]);
});
