import { describe, expect, it } from "vitest";
import { Line, type LineAction } from "./line";

const HELLO = JSON.stringify({ type: "hello", ticket: "t1" });
const WELCOME = JSON.stringify({
  type: "welcome",
  now: "2026-11-26T08:00:00.000Z",
  rights: "r",
  streams: [5],
});
const FRAME = '{"type":"frame","stream":5,"from":3,"to":3,"entries":[]}';

type Actions = LineAction<string>[];

function said(actions: Actions): string[] {
  return actions.map((action) => {
    if (action.kind === "tell") {
      const { message } = action;
      const what = message.kind === "heard" ? JSON.parse(message.text).type : message.kind;
      return `${action.page}: ${what}`;
    }
    return action.kind === "say" ? `> ${JSON.parse(action.text).type}` : action.kind;
  });
}

/** A line over which page a has been welcomed. */
function upLine(): Line<string> {
  const line = new Line<string>();
  line.page("a", { kind: "open" }, 0);
  expect(said(line.page("a", { kind: "say", text: HELLO }, 0))).toEqual(["dial"]);
  expect(said(line.opened())).toEqual(["> hello"]);
  expect(said(line.heard(WELCOME, 1_000))).toEqual(["a: welcome"]);
  return line;
}

describe("one line for all windows", () => {
  it("welcomes a second window without another socket, at the time it is then", () => {
    const line = upLine();
    expect(said(line.page("b", { kind: "open" }, 5_000))).toEqual(["b: opened"]);
    const [first] = line.page("b", { kind: "say", text: HELLO }, 6_000);
    const welcome = first?.kind === "tell" && first.message.kind === "heard" ? first.message.text : "{}";
    expect(JSON.parse(welcome)).toMatchObject({ type: "welcome", now: "2026-11-26T08:00:05.000Z" });
    expect(said(line.heard(FRAME, 7_000))).toEqual(["a: frame", "b: frame"]);
  });

  it("tells a window that joins later what was said meanwhile", () => {
    const line = upLine();
    line.heard('{"type":"health","status":"degraded","findings":[]}', 2_000);
    line.heard('{"type":"health","status":"ok","findings":[]}', 3_000);
    line.heard('{"type":"ephemeral","ticket":7,"people":[]}', 3_000);
    const told = said(line.page("b", { kind: "say", text: HELLO }, 4_000));
    expect(told).toEqual(["b: welcome", "b: health", "b: ephemeral"]);
  });

  it("greets once for all who come while it is dialled", () => {
    const line = new Line<string>();
    expect(said(line.page("a", { kind: "say", text: HELLO }, 0))).toEqual(["dial"]);
    expect(said(line.page("b", { kind: "say", text: HELLO }, 0))).toEqual([]);
    expect(said(line.opened())).toEqual(["> hello"]);
    expect(said(line.heard(WELCOME, 10))).toEqual(["a: welcome", "b: welcome"]);
  });

  it("says what a window asks, and which ticket the person looks at in any of them", () => {
    const line = upLine();
    line.page("b", { kind: "say", text: HELLO }, 2_000);
    expect(said(line.page("b", { kind: "say", text: '{"type":"resume","stream":5}' }, 2_000))).toEqual([
      "> resume",
    ]);
    const look = (page: string, ticket: number | null) =>
      said(line.page(page, { kind: "say", text: JSON.stringify({ type: "presence", ticket }) }, 3_000));
    expect(look("a", 7)).toEqual(["> presence"]);
    expect(look("b", 7)).toEqual([]);
    expect(look("a", null)).toEqual([]);
    expect(said(line.page("b", { kind: "leave" }, 4_000))).toEqual(["> presence"]);
  });

  it("ends for all with its code, and is dialled anew by who comes first", () => {
    const line = upLine();
    line.page("b", { kind: "say", text: HELLO }, 2_000);
    expect(said(line.closed(4403))).toEqual(["a: closed", "b: closed"]);
    expect(said(line.page("a", { kind: "say", text: '{"type":"resume","stream":5}' }, 3_000))).toEqual([
      "a: closed",
    ]);
    expect(said(line.page("b", { kind: "say", text: HELLO }, 3_000))).toEqual(["dial"]);
  });

  it("is hung up when the last window leaves, and when it is dead though somebody holds it", () => {
    const line = upLine();
    line.page("b", { kind: "say", text: HELLO }, 2_000);
    expect(said(line.page("a", { kind: "leave" }, 3_000))).toEqual([]);
    const again = said(line.page("a", { kind: "say", text: HELLO }, 60_000));
    expect(again).toEqual(["hang_up", "b: closed", "dial"]);
    expect(said(line.page("a", { kind: "leave" }, 61_000))).toEqual(["hang_up"]);
  });
});
