import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Act, unasked } from "./acts";
import {
  helpOf,
  nextToSend,
  pendingOf,
  refusalOf,
  statusOf,
  summaryOf,
  toMend,
  verdictOf,
  waitAfter,
} from "./outbox";
import { sampleAct, sampleGrievance, samplePhoto, sampleReport } from "./samples";

const refused = { status: 409, detail: "工单现在不能这样办理" };

describe("which act goes next", () => {
  it("is the oldest of the person signed in", () => {
    const acts = [sampleAct({ id: 3 }), sampleAct({ id: 1, person: 9 }), sampleAct({ id: 2 })];
    expect(nextToSend(acts, 7)?.id).toBe(2);
    expect(nextToSend(acts, 9)?.id).toBe(1);
    expect(nextToSend(acts, 8)).toBeUndefined();
  });

  it("waits behind a refused act of the same ticket, not of another", () => {
    const acts = [
      sampleAct({ id: 1, ticket: 1, refused }),
      sampleAct({ id: 2, ticket: 1 }),
      sampleAct({ id: 3, ticket: 2 }),
    ];
    expect(nextToSend(acts, 7)?.id).toBe(3);
    expect(acts.map((act) => statusOf(act, acts, null))).toEqual(["refused", "held", "waiting"]);
    expect(pendingOf(acts, 7, 1)).toEqual([]);
    expect(summaryOf(acts, 7)).toEqual({ waiting: 1, asked: 0, refused: 1, others: 0, acts: 3 });
  });

  it("lets what is small of another ticket go before a photo, and nothing of the photo's own", () => {
    const acts = [
      samplePhoto({ id: 1, ticket: 1 }),
      sampleAct({ id: 2, ticket: 1 }),
      samplePhoto({ id: 3, ticket: 2 }),
      sampleAct({ id: 4, ticket: 3 }),
    ];
    expect(nextToSend(acts, 7)?.id).toBe(4);
    expect(nextToSend(acts.slice(0, 3), 7)?.id).toBe(1);
  });

  it("is counted by tickets, as a person does, and one by one", () => {
    const acts = [
      sampleAct({ id: 1, ticket: 1 }),
      samplePhoto({ id: 2, ticket: 1 }),
      sampleAct({ id: 3, ticket: 2 }),
      sampleAct({ id: 4, ticket: 3, person: 9 }),
      samplePhoto({ id: 5, ticket: 3, person: 9 }),
    ];
    expect(summaryOf(acts, 7)).toEqual({ waiting: 2, asked: 0, refused: 0, others: 1, acts: 3 });
  });

  it("sends photos behind the report they belong to, and holds them where it was refused", () => {
    const report = sampleReport({ id: 1, ticket: -5 });
    const photo = samplePhoto({ id: 2, ticket: -5 });
    expect(nextToSend([photo, report], 7)?.id).toBe(1);
    expect(nextToSend([{ ...report, refused }, photo], 7)).toBeUndefined();
    expect(statusOf(photo, [{ ...report, refused }, photo], null)).toBe("held");
  });

  it("holds up nothing for what somebody has to say, nor that for anything", () => {
    const said = sampleGrievance({ id: 1, ticket: -3, refused });
    const acts = [said, sampleGrievance({ id: 2, ticket: -4 }), sampleAct({ id: 3, refused })];
    expect(nextToSend(acts, 7)?.id).toBe(2);
  });

  it("counts what waits for the person's own answer among what waits", () => {
    const acts = [sampleAct({ id: 1, ticket: 1, asked: 900 }), sampleAct({ id: 2, ticket: 2 })];
    expect(summaryOf(acts, 7)).toMatchObject({ waiting: 2, asked: 1 });
  });

  it("does not hold a ticket for what another person's act was refused", () => {
    const acts = [sampleAct({ id: 1, person: 9, refused }), sampleAct({ id: 2 })];
    expect(nextToSend(acts, 7)?.id).toBe(2);
    expect(statusOf(acts[1] as Act, acts, null)).toBe("waiting");
    expect(summaryOf(acts, 7)).toEqual({ waiting: 1, asked: 0, refused: 0, others: 1, acts: 1 });
  });
});

describe("what is still asked about", () => {
  it("is passed over, and goes once its question is over, with what was said", () => {
    const asked = sampleAct({ id: 1, command: "arrive", fields: { lon: 1 }, asked: 4_600 });
    const photo = samplePhoto({ id: 2 });
    expect(nextToSend([asked], 7)).toBeUndefined();
    expect(nextToSend([asked, photo], 7)?.id).toBe(2);
    const said = unasked(asked, { reason: "地图标错了" });
    expect(nextToSend([said, photo], 7)?.id).toBe(1);
    expect(said.fields).toEqual({ lon: 1, reason: "地图标错了" });
    expect("asked" in said).toBe(false);
  });
});

describe("what an answer means", () => {
  const verdict = (status: number, problem?: string, kind: Act["kind"] = "command") =>
    verdictOf({ status, ...(problem ? { type: `urn:dispatch:problem:${problem}` } : {}) }, { kind });

  it("is no refusal where 收到 was said already, in another window or from the message", () => {
    const answer = { status: 409, type: "urn:dispatch:problem:refused", allowed: [{ command: "answer" }] };
    expect(verdictOf(answer, { kind: "command", command: "accept" })).toBe("reached");
    expect(verdictOf(answer, { kind: "command", command: "arrive" })).toBe("refused");
    expect(verdictOf({ ...answer, allowed: [{ command: "note" }] }, sampleAct())).toBe("refused");
  });

  it("tries again where the moment was wrong", () => {
    for (const status of [0, 408, 429, 500, 502, 503, 504]) expect(verdict(status)).toBe("again");
    expect(verdict(409, "collision")).toBe("again");
  });

  it("stops for the person where the act was wrong", () => {
    for (const status of [403, 404, 409, 413, 422]) expect(verdict(status)).toBe("refused");
    expect(verdict(429, "too-many", "photo")).toBe("refused");
  });

  it("waits for the right person to be signed in", () => {
    expect(verdict(401)).toBe("signed_out");
    expect(verdict(423)).toBe("locked");
    expect(verdict(409, "another-person")).toBe("another_person");
  });

  it("waits longer each time and never longer than about a minute", () => {
    expect(waitAfter(0, 1)).toBeLessThan(waitAfter(3, 1));
    expect(waitAfter(1_000, 1)).toBe(60_000);
  });
});

/** A service that applies an operation once, loses answers, refuses some, and is away at times. */
type Fate = "taken" | "answer_lost" | "away" | "refused";

function run(acts: Act[], fates: Fate[]): { applied: string[]; left: Act[] } {
  const applied: string[] = [];
  let held = [...acts];
  const next = [...fates];
  for (let turn = 0; turn < acts.length + fates.length; turn += 1) {
    const act = nextToSend(held, 7);
    if (!act) break;
    const fate = applied.includes(act.operation) ? "taken" : (next.shift() ?? "taken");
    if ((fate === "taken" || fate === "answer_lost") && !applied.includes(act.operation)) {
      applied.push(act.operation);
    }
    if (fate === "taken") held = held.filter((other) => other !== act);
    if (fate === "refused") held = held.map((other) => (other === act ? { ...act, refused } : other));
  }
  return { applied, left: held };
}

describe("whatever the network does", () => {
  const anyAct = fc.record({ ticket: fc.integer({ min: 1, max: 3 }), isPhoto: fc.boolean() });
  const anyFate = fc.constantFrom<Fate>("taken", "answer_lost", "away", "refused");

  it("every act is applied once, in its ticket's order, or waits behind a refusal of its ticket", () => {
    fc.assert(
      fc.property(
        fc.array(anyAct, { maxLength: 12 }),
        fc.array(anyFate, { maxLength: 30 }),
        (made, fates) => {
          const acts = made.map(({ ticket, isPhoto }, index) => {
            const common = { id: index + 1, ticket, operation: `op-${index + 1}` };
            return isPhoto ? samplePhoto(common) : sampleAct(common);
          });
          const { applied, left } = run(acts, fates);
          expect(new Set(applied).size).toBe(applied.length);
          for (const ticket of [1, 2, 3]) {
            const own = acts.filter((act) => act.ticket === ticket).map(({ operation }) => operation);
            const order = own.filter((operation) => applied.includes(operation));
            expect(applied.filter((operation) => own.includes(operation))).toEqual(order);
          }
          const stopped = new Set(left.filter((act) => act.refused).map((act) => act.ticket));
          for (const act of left) expect(stopped.has(act.ticket)).toBe(true);
          expect(applied.length + left.length).toBe(acts.length);
        },
      ),
    );
  });
});

describe("what to do about a refusal", () => {
  const refusedAs = (status: number, ticket = 1) => ({ ticket, refused: { status, detail: "" } });

  it("depends on why, and on whether there was a ticket to be taken away", () => {
    expect([403, 404, 409, 422].map((status) => helpOf(refusedAs(status)))).toEqual([
      "lost",
      "lost",
      "state",
      "other",
    ]);
    expect(helpOf(refusedAs(403, -5))).toBe("other");
  });

  it("says what is lacking, not that the ticket changed, where the step itself is still open", () => {
    const answer = sampleAct({ command: "answer" });
    const lacking = (field: string | null, ...allowed: string[]) => {
      const body = { field, allowed: allowed.map((command) => ({ command })) };
      return helpOf({ ...answer, refused: refusalOf({ status: 409, message: "不行", body }, answer) });
    };
    expect(lacking("evidence", "answer")).toBe("photo");
    const refusal = { status: 409, detail: "不行", field: "evidence" };
    const acts = [{ ...answer, refused: refusal }, sampleAct({ refused: refusal })];
    expect(toMend(acts, "answer")).toBe(acts[0]);
    expect(toMend([answer], "answer")).toBeUndefined();
    expect(lacking(null, "note", "answer")).toBe("other");
    expect(lacking(null, "note")).toBe("state");
  });
});
