/** The wall's line: what it shows while it is paired, cut off, back again, and ended. */
import { beforeEach, expect, test } from "vitest";
import { Problem } from "../wire/problem";
import type { WallPicture } from "../wire/wall";
import { ASK_MS, WallLink } from "./link";

const GROUND = { towns: [], cells: [] };
const away = new Problem(0, { title: "away" });
const unpaired = new Problem(401, { title: "", type: "urn:dispatch:wall-unpaired" });
const ended = new Problem(403, { title: "", type: "urn:dispatch:wall-ended" });

let now: number;
let answer: WallPicture | Problem;
let codes: number;
let grounds: number[];

function picture(version = 1): WallPicture {
  return { boundary_version: version, at: new Date(now).toISOString() } as WallPicture;
}

function link(): WallLink {
  const asks = {
    picture: () => (answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(answer)),
    ground: (version: number) => {
      grounds.push(version);
      return Promise.resolve(GROUND);
    },
    pairing: () => {
      codes += 1;
      return Promise.resolve({ code: `CODE${codes}`, expires_at: new Date(now + 600_000).toISOString() });
    },
  };
  return new WallLink(asks, () => now);
}

beforeEach(() => {
  now = 1_000_000;
  codes = 0;
  grounds = [];
});

test("a screen that nobody paired shows one code for ten minutes, then another", async () => {
  const made = link();
  answer = unpaired;
  await made.step();
  await made.step();
  expect(made.shown).toMatchObject({ kind: "pairing", pairing: { code: "CODE1" } });
  now += 600_000 - ASK_MS;
  await made.step();
  expect(made.shown).toMatchObject({ pairing: { code: "CODE2" } });
  answer = picture();
  expect(await made.step()).toBe(ASK_MS);
  expect(made.shown.kind).toBe("picture");
});

test("what is cut off says since when, keeps its figures, and is live again with the next answer", async () => {
  const made = link();
  answer = picture();
  await made.step();
  answer = away;
  for (let turn = 0; turn < 1_000; turn += 1) {
    now += ASK_MS;
    await made.step();
  }
  expect(made.shown).toMatchObject({ kind: "picture", away: 1_000_000, takenAt: 1_000_000 });
  answer = picture();
  await made.step();
  expect(made.shown).toMatchObject({ away: null, takenAt: now });
});

test("outlines are asked for once for each boundary version", async () => {
  const made = link();
  for (const version of [1, 1, 2, 2]) {
    answer = picture(version);
    await made.step();
  }
  expect(grounds).toEqual([1, 2]);
});

test("an ended screen keeps nothing that it showed", async () => {
  const made = link();
  answer = picture();
  await made.step();
  answer = ended;
  await made.step();
  expect(made.shown).toEqual({ kind: "ended" });
  await made.pairAgain();
  expect(made.shown).toMatchObject({ kind: "pairing", pairing: { code: "CODE1" } });
});

test("a listener hears of every change until it leaves", async () => {
  const made = link();
  let heard = 0;
  const leave = made.subscribe(() => {
    heard += 1;
  });
  answer = picture();
  await made.step();
  leave();
  await made.step();
  expect(heard).toBe(1);
});
