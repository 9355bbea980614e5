/// <reference types="node" />
/** Every colour and size that a style names is one of the tokens: a name that nobody defines falls back unseen. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const sources = resolve(import.meta.dirname, "..");
const styles = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css"))
  .map((path): [string, string] => [path, readFileSync(resolve(sources, path), "utf8")]);

it("names no token that is not defined", () => {
  const defined = new Set(
    styles.flatMap(([, css]) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)),
  );
  expect(defined.size).toBeGreaterThan(20);
  const unknown = styles.flatMap(([path, css]) =>
    [...css.matchAll(/var\(\s*(--[\w-]+)/g)]
      .filter(([, name]) => !defined.has(name))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});
