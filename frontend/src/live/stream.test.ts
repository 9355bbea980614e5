import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EPOCH, sampleFrame, sampleRow, sampleSnapshot } from "../state/samples";
import type { ServerMessage, Welcome } from "../wire/types";
import { type Action, type Input, StreamSession } from "./stream";

const T0 = Date.parse("2026-11-24T02:41:07Z");

const welcome: Welcome = {
  type: "welcome",
  person: { id: 3, name: "李敏" },
  rights: "r1",
  streams: [5],
  now: "2026-11-24T02:41:09Z",
  beacon_seconds: 15,
  boundary_version: 2,
  gazetteer_version: 6,
};

function play(session: StreamSession, inputs: Input[], now = T0): Action[] {
  return inputs.flatMap((input) => session.handle(input, now));
}

const said = (message: ServerMessage): Input => ({ kind: "message", message });
const handshake: Input[] = [
  { kind: "start", streams: [] },
  { kind: "ticket", token: "once" },
  { kind: "opened" },
  said(welcome),
];
const snapshot: Input = { kind: "snapshot", snapshot: sampleSnapshot(10, [sampleRow()]) };
const heartbeat = said(sampleFrame(11, 10));

function live(random = () => 0.5): StreamSession {
  const session = new StreamSession(random);
  play(session, [...handshake, snapshot, heartbeat]);
  return session;
}

describe("how the service is", () => {
  const findings = [{ name: "redis", status: "degraded" as const, detail: "Redis 连不上", told: {} }];

  it("is as it said last, and well until it says otherwise", () => {
    const session = live();
    expect(session.health).toEqual({ status: "ok", findings: [] });
    play(session, [said({ type: "health", status: "degraded", findings })]);
    expect(session.health.findings).toEqual(findings);
    play(session, [said({ type: "health", status: "ok", findings: [] })]);
    expect(session.health).toMatchObject({ status: "ok", findings: [] });
  });

  it("is asked anew with each connection: what was told over the former one may be over", () => {
    const session = live();
    play(session, [said({ type: "health", status: "degraded", findings }), said(welcome)]);
    expect(session.health.status).toBe("ok");
  });
});

describe("first connection", () => {
  it("asks for a ticket, greets, fetches, resumes, is live", () => {
    const session = new StreamSession();
    expect(play(session, handshake)).toEqual([
      { kind: "fetch_ticket" },
      { kind: "connect" },
      { kind: "send", message: { type: "hello", ticket: "once" } },
      { kind: "fetch_snapshot", stream: 5 },
    ]);
    expect(session.connection()).toEqual({ kind: "catching_up", missing: 1 });
    const position = { epoch: EPOCH, seq: 10, rights: "r1" };
    expect(play(session, [snapshot])).toEqual([
      { kind: "send", message: { type: "resume", stream: 5, position } },
    ]);
    play(session, [heartbeat]);
    expect(session.connection()).toEqual({ kind: "live", at: T0 });
    expect(session.offset).toBe(2_000);
  });

  it("asks for what it knows it will hear beside the handshake, and once", () => {
    const session = new StreamSession();
    const [, ...rest] = handshake;
    const before = play(session, [{ kind: "start", streams: [5] }, ...rest]);
    expect(before.filter(({ kind }) => kind === "fetch_snapshot")).toEqual([
      { kind: "fetch_snapshot", stream: 5 },
    ]);
    const position = { epoch: EPOCH, seq: 10, rights: "r1" };
    expect(play(session, [snapshot])).toEqual([
      { kind: "send", message: { type: "resume", stream: 5, position } },
    ]);
  });

  it("goes on from a list that came before the line stood", () => {
    const session = new StreamSession();
    const [, ...rest] = handshake;
    play(session, [{ kind: "start", streams: [5] }, snapshot]);
    expect(session.board.get(5)?.tickets.size).toBe(1);
    expect(session.connection()).toEqual({ kind: "connecting" });
    const position = { epoch: EPOCH, seq: 10, rights: "r1" };
    expect(play(session, rest).slice(-1)).toEqual([
      { kind: "send", message: { type: "resume", stream: 5, position } },
    ]);
  });

  it("takes a list that came before the line anew where rights are others by then", () => {
    const session = new StreamSession();
    const early = { ...sampleSnapshot(10, [sampleRow()]), rights: "r0" };
    play(session, [
      { kind: "start", streams: [5] },
      { kind: "snapshot", snapshot: early },
    ]);
    expect(play(session, handshake.slice(1)).slice(-1)).toEqual([{ kind: "fetch_snapshot", stream: 5 }]);
  });

  it("ends when the person is signed out", () => {
    const session = new StreamSession();
    const actions = play(session, [
      { kind: "start", streams: [] },
      { kind: "ticket_failed", status: 401 },
    ]);
    expect(actions).toContainEqual({ kind: "ended", why: "signed_out" });
    expect(play(session, [{ kind: "tick" }], T0 + 900_000)).toEqual([]);
  });

  it("fetches a snapshot again when it failed", () => {
    const session = new StreamSession();
    play(session, [...handshake, { kind: "snapshot_failed", stream: 5, status: 503 }]);
    expect(play(session, [{ kind: "tick" }], T0 + 1_000)).toEqual([]);
    expect(play(session, [{ kind: "tick" }], T0 + 4_000)).toEqual([{ kind: "fetch_snapshot", stream: 5 }]);
  });
});

describe("what maps show", () => {
  it("is what the service said last, whatever else is going on", () => {
    const session = live();
    expect(session.versions).toEqual({ boundaries: 2, names: 6 });
    const told = { type: "versions", boundary_version: 3, gazetteer_version: 7 } as const;
    expect(play(session, [said(told)])).toEqual([]);
    expect(session.versions).toEqual({ boundaries: 3, names: 7 });
    expect(session.connection().kind).toBe("live");
  });

  it("is not disturbed by a message that a newer service sends", () => {
    const session = live();
    const unheard = { type: "unheard" } as unknown as ServerMessage;
    expect(play(session, [said(unheard)])).toEqual([]);
    expect(session.connection().kind).toBe("live");
  });
});

describe("a resume with nothing to send", () => {
  it("is live after a moment of quiet, not before", () => {
    const session = new StreamSession();
    play(session, [...handshake, snapshot]);
    play(session, [{ kind: "tick" }], T0 + 1_000);
    expect(session.connection().kind).toBe("catching_up");
    play(session, [{ kind: "tick" }], T0 + 2_000);
    expect(session.connection().kind).toBe("live");
  });
});

describe("missing entries", () => {
  it("resumes once at a gap and says how many are missing", () => {
    const session = live();
    const position = { epoch: EPOCH, seq: 10, rights: "r1" };
    expect(play(session, [said(sampleFrame(13, 15))])).toEqual([
      { kind: "send", message: { type: "resume", stream: 5, position } },
    ]);
    expect(session.connection()).toEqual({ kind: "catching_up", missing: 5 });
    expect(play(session, [said(sampleFrame(16, 16))])).toEqual([]);
    play(session, [said(sampleFrame(11, 16))]);
    expect(session.connection().kind).toBe("live");
  });

  it("asks again when the resume is not answered", () => {
    const session = live();
    play(session, [said(sampleFrame(13, 15))]);
    const actions = play(session, [{ kind: "tick" }], T0 + 11_000);
    expect(actions.map((action) => action.kind)).toEqual(["send"]);
  });

  it("takes the whole stream anew when told, and when the epoch is another", () => {
    const refetch = said({ type: "refetch", stream: 5, reason: "rights" });
    expect(play(live(), [refetch])).toEqual([{ kind: "fetch_snapshot", stream: 5 }]);
    expect(play(live(), [said(sampleFrame(11, 11, [], { epoch: "new" }))])).toEqual([
      { kind: "fetch_snapshot", stream: 5 },
    ]);
  });

  it("ignores frames while a snapshot is on its way", () => {
    const session = live();
    play(session, [said({ type: "refetch", stream: 5, reason: "epoch" })]);
    const frame = sampleFrame(11, 11, [
      { seq: 11, ticket: 9, version: 1, event: "ticket.received", row: sampleRow({ id: 9 }) },
    ]);
    expect(play(session, [said(frame)])).toEqual([]);
    expect(session.board.get(5)?.tickets.has(9)).toBe(false);
  });
});

describe("a broken connection", () => {
  it("waits, comes back and resumes where it was", () => {
    const session = live();
    expect(play(session, [{ kind: "closed", code: 1006 }])).toEqual([{ kind: "close" }]);
    expect(session.connection()).toEqual({ kind: "offline", since: T0 });
    expect(play(session, [{ kind: "tick" }], T0 + 100)).toEqual([]);
    expect(play(session, [{ kind: "tick" }], T0 + 5_000)).toEqual([{ kind: "fetch_ticket" }]);
    const actions = play(session, handshake.slice(1), T0 + 5_000);
    expect(actions.at(-1)).toMatchObject({ kind: "send", message: { type: "resume", stream: 5 } });
  });

  it("takes a new snapshot when the rights have changed meanwhile", () => {
    const session = live();
    play(session, [
      { kind: "closed", code: 1012 },
      { kind: "network", online: true },
    ]);
    const again = [...handshake.slice(1, 3), said({ ...welcome, rights: "r2" })];
    expect(play(session, again).at(-1)).toEqual({ kind: "fetch_snapshot", stream: 5 });
  });

  it("gives up the socket after 40 s of silence", () => {
    const session = live();
    expect(play(session, [{ kind: "tick" }], T0 + 39_000)).toEqual([]);
    expect(play(session, [{ kind: "tick" }], T0 + 41_000)).toEqual([{ kind: "close" }]);
    expect(session.connection()).toEqual({ kind: "offline", since: T0 });
  });

  it("waits longer after each failure, never more than 30 s", () => {
    const session = new StreamSession(() => 1);
    let now = T0;
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      play(
        session,
        [
          { kind: "start", streams: [] },
          { kind: "ticket_failed", status: 503 },
        ],
        now,
      );
      const failed = now;
      while (play(session, [{ kind: "tick" }], now).length === 0) now += 100;
      waits.push(now - failed);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBeLessThanOrEqual(600);
    expect(waits.at(-1)).toBe(30_000);
  });

  it("ends when the rights ended, and drops streams it lost", () => {
    const session = live();
    expect(play(session, [{ kind: "closed", code: 4403 }])).toContainEqual({ kind: "ended", why: "rights" });
    const other = live();
    play(other, [said({ ...welcome, streams: [6] })]);
    expect([...other.board.keys()]).toEqual([]);
  });

  it("says again which ticket is looked at", () => {
    const session = live();
    play(
      session,
      [
        { kind: "presence", ticket: 9 },
        { kind: "closed", code: 1006 },
      ],
      T0,
    );
    play(session, [{ kind: "tick" }], T0 + 5_000);
    const actions = play(session, handshake.slice(1), T0 + 5_000);
    expect(actions).toContainEqual({ kind: "send", message: { type: "presence", ticket: 9 } });
  });
});

describe("a process that stops", () => {
  it("goes to another process without a word when its own stops", () => {
    const session = live();
    expect(play(session, [{ kind: "closed", code: 1012 }])).toEqual([{ kind: "close" }]);
    expect(session.connection()).toEqual({ kind: "live", at: T0 });
    expect(play(session, [{ kind: "tick" }], T0 + 3_000)).toEqual([{ kind: "fetch_ticket" }]);
    expect(session.connection()).toEqual({ kind: "live", at: T0 });
    const actions = play(session, handshake.slice(1), T0 + 3_000);
    expect(actions.at(-1)).toMatchObject({ kind: "send", message: { type: "resume", stream: 5 } });
    expect(session.connection().kind).toBe("catching_up");
  });

  it("says that it is offline when there is no other process", () => {
    const session = live();
    play(session, [{ kind: "closed", code: 1012 }]);
    play(session, [{ kind: "tick" }], T0 + 3_000);
    play(session, [{ kind: "ticket_failed", status: 503 }], T0 + 3_100);
    expect(session.connection()).toEqual({ kind: "offline", since: T0 });
  });

  it("spreads over some seconds when a process stops", () => {
    const waits = [0, 0.5, 0.99].map((chance) => {
      const session = live(() => chance);
      play(session, [{ kind: "closed", code: 1012 }]);
      let now = T0;
      while (play(session, [{ kind: "tick" }], now).length === 0) now += 100;
      return now - T0;
    });
    expect(waits).toEqual([0, 1_500, 3_000]);
  });
});

describe("any order of inputs", () => {
  const input = fc.oneof(
    fc.constantFrom<Input>(
      ...handshake,
      snapshot,
      heartbeat,
      { kind: "closed", code: 1006 },
      { kind: "closed", code: 4409 },
      { kind: "snapshot_failed", stream: 5, status: 503 },
      { kind: "ticket_failed", status: 0 },
      { kind: "network", online: true },
      { kind: "tick" },
      said({ type: "refetch", stream: 5, reason: "too_old" }),
    ),
    fc
      .tuple(fc.integer({ min: 5, max: 20 }), fc.nat(6))
      .map(([from, run]) => said(sampleFrame(from, from + run))),
  );

  it("never goes back, and heals within one good conversation", () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const session = new StreamSession(() => 0.5);
        let now = T0;
        for (const one of inputs) {
          now += 7_000;
          session.handle(one, now);
        }
        play(session, [{ kind: "start", streams: [] }, ...handshake], now);
        const top = Math.max(session.board.get(5)?.position.seq ?? 0, 10);
        play(session, [{ kind: "snapshot", snapshot: sampleSnapshot(top, []) }], now);
        play(session, [said(sampleFrame(top + 1, top))], now);
        expect(session.connection()).toEqual({ kind: "live", at: now });
      }),
    );
  });
});
