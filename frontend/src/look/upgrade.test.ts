import { describe, expect, it } from "vitest";
import { buildOf, isMissingPart } from "./upgrade";

const page = (entry: string) =>
  `<!doctype html><html><head><script>start()</script>` +
  `<script type="module" crossorigin="" src="/assets/${entry}"></script></head></html>`;

describe("a build", () => {
  it("is named by the script that the page begins with", () => {
    expect(buildOf(page("desk-Ab12.js"))).toBe("/assets/desk-Ab12.js");
    expect(buildOf(page("desk-Cd34.js"))).not.toBe(buildOf(page("desk-Ab12.js")));
  });

  it("is not known from a page that is none of ours", () => {
    expect(buildOf("<h1>502 Bad Gateway</h1>")).toBeNull();
  });
});

describe("an error", () => {
  it("is no missing part for its words alone", () => {
    expect(isMissingPart(new TypeError("Failed to fetch dynamically imported module"))).toBe(false);
  });
});
