import { beforeEach, expect, it, vi } from "vitest";
import { Sender } from "../phone/keep/sender";
import type { Act } from "../phone/rules/acts";
import { sampleAct } from "../phone/rules/samples";
import { Problem } from "../wire/problem";
import { Memory } from "./keeping";

const OURS = 1;

/** A sender over a page's memory, and what came of each try. */
function sending(answers: ("taken" | Problem)[]) {
  const keeper = new Memory();
  const posted: string[] = [];
  const said: string[] = [];
  const parts = {
    keeper,
    lock: "test",
    isOurs: (act: Act) => act.ticket === OURS,
    post: async (act: Act) => {
      posted.push(act.operation);
      const answer = answers.shift() ?? "taken";
      if (answer !== "taken") throw answer;
      return null;
    },
  };
  const sender = new Sender(parts, {
    changed: () => undefined,
    moved: () => undefined,
    taken: async ({ operation }) => void said.push(`taken ${operation}`),
    refused: ({ operation }) => said.push(`refused ${operation}`),
    stopped: (why) => said.push(why),
  });
  const settled = () => vi.waitFor(async () => expect(await keeper.acts()).toEqual([]));
  return { keeper, sender, posted, said, settled };
}

async function add(keeper: Memory, operation: string, ticket = OURS): Promise<void> {
  const { id: _, ...act } = sampleAct({ operation, ticket });
  await keeper.addAct(act);
}

beforeEach(() => vi.stubGlobal("navigator", { onLine: true }));

it("sends what was kept in order and once, whatever the network did in between", async () => {
  vi.useFakeTimers();
  const { keeper, sender, posted, said } = sending([new Problem(0, {}), new Problem(503, {})]);
  await add(keeper, "accept");
  await add(keeper, "answer");
  sender.for(7);
  await vi.runAllTimersAsync();
  expect(posted).toEqual(["accept", "accept", "accept", "answer"]);
  expect(said).toEqual(["taken accept", "taken answer"]);
  expect(await keeper.acts()).toEqual([]);
  vi.useRealTimers();
});

it("leaves what another link wrote to that link", async () => {
  const { keeper, sender, posted, said } = sending([]);
  await add(keeper, "other", 2);
  await add(keeper, "ours");
  sender.for(7);
  await vi.waitFor(() => expect(said).toEqual(["taken ours"]));
  expect(posted).toEqual(["ours"]);
  await vi.waitFor(async () =>
    expect((await keeper.acts()).map(({ operation }) => operation)).toEqual(["other"]),
  );
});

it("keeps what was refused for its author, who sends it again or takes it back", async () => {
  const refusal = new Problem(409, { title: "", detail: "工单现在不能这样办理" });
  const { keeper, sender, said, settled } = sending([refusal, refusal]);
  await add(keeper, "answer");
  sender.for(7);
  await vi.waitFor(() => expect(said).toEqual(["refused answer"]));
  const [act] = await keeper.acts();
  expect(act?.refused).toMatchObject({ status: 409, detail: "工单现在不能这样办理" });
  await sender.decide(act as Act, "again");
  await vi.waitFor(() => expect(said).toEqual(["refused answer", "refused answer"]));
  await sender.decide(act as Act, "drop");
  await settled();
});

it("says when the link is over, and sends nothing then", async () => {
  const { keeper, sender, posted, said } = sending([new Problem(401, {})]);
  await add(keeper, "accept");
  await add(keeper, "answer");
  sender.for(7);
  await vi.waitFor(() => expect(said).toEqual(["signed_out"]));
  sender.hurry();
  expect(posted).toEqual(["accept"]);
  expect((await keeper.acts()).length).toBe(2);
});

it("says what is kept, what is on its way and what was not accepted, and nothing otherwise", async () => {
  const { told } = await import("./Waiting");
  const { words } = await import("../text/link");
  const outbox = (acts: Act[], more: object = {}) =>
    ({ acts, sending: null, isSafe: true, ...more }) as unknown as Parameters<typeof told>[0];
  const act = sampleAct();
  expect(told(outbox([]), true)).toBe("");
  expect(told(outbox([]), false)).toBe(words.unreached);
  expect(told(outbox([act]), false)).toBe(words.kept);
  expect(told(outbox([act]), true)).toBe(words.keptSoon);
  expect(told(outbox([act], { sending: act.operation }), true)).toBe(words.sending);
  expect(told(outbox([act], { isSafe: false }), false)).toBe(`${words.kept}${words.stay}`);
  const refused = { status: 409, detail: "工单现在不能这样办理" };
  expect(told(outbox([{ ...act, refused }]), true)).toContain("1");
});
