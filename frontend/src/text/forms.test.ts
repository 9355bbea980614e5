/// <reference types="node" />
/** Every command, every question that one asks, and every answer to choose from has its English word. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { zh } from "./zh";

const domain = resolve(import.meta.dirname, "../../../dispatch/domain");
const read = (name: string) => readFileSync(resolve(domain, name), "utf8");
const all = (words: string, pattern: RegExp) => [
  ...new Set([...words.matchAll(pattern)].map(([, found]) => found)),
];

describe("the service's own words have English ones", () => {
  it.each([
    { what: "command", found: all(read("commands.py"), /^ {4}[A-Z_]+ = "(\w+)"$/gm), words: en.command },
    { what: "field", found: all(read("forms.py"), /Field\(\s*"(\w+)",/g), words: en.field },
    { what: "choice", found: all(read("forms.py"), /\("(\w+)", say\("[^"]+"\)\)/g), words: en.choice },
  ])("$what", ({ found, words }) => {
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((name) => name && !(name in words))).toEqual([]);
  });

  it.each([zh, en])("and so has each event of a journey", ({ event }) => {
    const found = all(read("events.py"), /"(ticket\.\w+)"/g);
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter((name) => name && !(name in event))).toEqual([]);
  });
});
