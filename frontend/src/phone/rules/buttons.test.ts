import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleRow } from "../../state/samples";
import { asksFirst, buttonsOf } from "./buttons";
import { askedFields } from "./fields";
import { sampleAllowed, sampleField } from "./samples";

const CALLER = { confidential: false, masked_name: "王*", masked_phone: "138****5678" };
const DETAIL = { caller: CALLER, row: sampleRow() };
const allowed = (...commands: string[]) => commands.map((command) => sampleAllowed(command));
const of = (...commands: string[]) => buttonsOf(DETAIL, allowed(...commands));

describe("the buttons of a ticket", () => {
  it("ask a handler with a new task for one thing: 收到", () => {
    const buttons = of("accept", "decline", "arrive", "contact", "note");
    expect(buttons.head?.command).toBe("accept");
    expect(buttons.decline?.command).toBe("decline");
    expect([buttons.call, buttons.navigate, buttons.photo, buttons.finish]).toEqual([
      true,
      true,
      false,
      null,
    ]);
  });

  it("are call, navigate, photo and done while it is in hand", () => {
    const buttons = of("answer", "decline", "arrive", "contact", "note");
    expect([buttons.head, buttons.call, buttons.navigate, buttons.photo]).toEqual([null, true, true, true]);
    expect(buttons.finish?.command).toBe("answer");
    expect(buttons.arrive?.command).toBe("arrive");
    expect(buttons.others.map((each) => each.command)).toEqual(["contact", "note"]);
  });

  it("let a co-handler reply", () => {
    expect(of("arrive", "co_reply", "note").finish?.command).toBe("co_reply");
  });

  it("let a called unit report in first, saying who came, and a bureau file a clue or refuse it", () => {
    const called = of("report_in", "arrive", "report_danger");
    expect([called.head?.command, called.finish, asksFirst(called)]).toEqual(["report_in", null, true]);
    expect(asksFirst(of("accept"))).toBe(false);
    expect(of("file_case", "refuse_case", "note")).toMatchObject({
      finish: { command: "file_case" },
      decline: { command: "refuse_case" },
    });
  });

  it("let who reported it on patrol take a photo and handle it at once", () => {
    const buttons = of("self_handle", "note");
    expect([buttons.finish?.command, buttons.photo, buttons.call]).toEqual(["self_handle", true, false]);
  });

  it("let a unit sign, return, and answer at the window", () => {
    expect(of("sign", "return", "contact")).toMatchObject({
      head: { command: "sign" },
      decline: { command: "return" },
    });
    expect(of("take", "answer", "return", "assign", "contact")).toMatchObject({
      head: { command: "take" },
      finish: { command: "answer" },
    });
  });

  it("let the leader sign off or refuse, and send nobody anywhere", () => {
    expect(of("sign_off", "refuse_signoff", "note")).toMatchObject({
      head: { command: "sign_off" },
      decline: { command: "refuse_signoff" },
      navigate: false,
      call: false,
    });
  });

  it("ask nothing of somebody who may only look", () => {
    expect(of("note")).toMatchObject({
      head: null,
      finish: null,
      decline: null,
      call: false,
      navigate: false,
    });
  });
});

describe("a signature", () => {
  it("put a request to be signed in front of its leader, to be read once more", () => {
    const buttons = of("sign_request", "refuse_request", "note");
    expect(buttons).toMatchObject({
      head: { command: "sign_request" },
      decline: { command: "refuse_request" },
    });
    expect([asksFirst(buttons), buttons.call, buttons.navigate]).toEqual([true, false, false]);
  });
});

describe("no button", () => {
  it("calls where nobody left a number", () => {
    expect(buttonsOf({ ...DETAIL, caller: null }, allowed("answer", "contact")).call).toBe(false);
  });

  it.each(["point", "category"] as const)("asks for a %s, which is chosen at a desk", (kind) => {
    const there = sampleAllowed("relocate", { fields: [sampleField({ kind, name: kind })] });
    expect(buttonsOf(DETAIL, [there]).others).toEqual([]);
  });

  it("is missing for a return, whose point need not be given", () => {
    const point = sampleField({ kind: "point", name: "point", required: false });
    const back = sampleAllowed("return", { fields: [point] });
    expect(buttonsOf(DETAIL, [back]).decline).toBe(back);
    expect(askedFields([point], {})).toEqual([]);
  });

  it("stands for what is not allowed; each command has one, at most four are big", () => {
    const anyCommand = fc.constantFrom(
      ...[
        "accept",
        "sign",
        "take",
        "answer",
        "co_reply",
        "arrive",
        "decline",
        "return",
        "sign_off",
        "refuse_signoff",
        "contact",
        "note",
        "assign",
      ],
    );
    fc.assert(
      fc.property(fc.uniqueArray(anyCommand), (commands) => {
        const { head, finish, arrive, decline, others, call, navigate, photo } = of(...commands);
        const shown = [head, finish, arrive, decline, ...others].flatMap((each) =>
          each ? [each.command] : [],
        );
        expect(new Set(shown).size).toBe(shown.length);
        for (const command of shown) expect(commands).toContain(command);
        expect([head, finish, call, navigate, photo].filter(Boolean).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
