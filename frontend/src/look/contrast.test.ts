/// <reference types="node" />
/** Every colour that text may have reaches AA (4.5:1) on every ground that text may stand on, by day and by night. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(resolve(import.meta.dirname, "tokens.css"), "utf8");
const GROUNDS = ["ground", "surface", "surface-2", "surface-3", "accent-soft", "soon-soft", "overdue-soft"];
const TEXTS = [
  ...["ink", "ink-2", "ink-3", "words", "accent-text", "accent-strong"],
  ...["soon-text", "overdue-text", "danger-text"],
];
const PAIRS = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...["ground", "surface", "surface-2", "surface-3"].map((ground) => ["good", ground] as const),
  ...(["accent", "accent-strong"] as const).map((ground) => ["on-accent", ground] as const),
  ...(["on-toast", "toast-link"] as const).map((text) => [text, "toast"] as const),
];

function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", colour = ""]) => [name, colour]),
  );
}

const light = tokens(":root");
const SCHEMES = { light, dark: { ...light, ...tokens(':root[data-theme="dark"]') } };

/** Relative luminance, as WCAG 2 reckons it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(SCHEMES))("%s", (_, colours) => {
  it("every text on every ground", () => {
    const weak = PAIRS.map(([text, ground]) => ({
      pair: `${text} on ${ground}`,
      reaches: contrast(colours[text] ?? "", colours[ground] ?? ""),
    })).filter(({ reaches }) => !(reaches >= 4.5));
    expect(weak).toEqual([]);
  });
});
