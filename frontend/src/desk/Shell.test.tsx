/// <reference types="node" />
/** What the page shows before its first script is what the scripts show first: nothing jumps when they come. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Shell } from "./Shell";

const page = readFileSync(resolve(import.meta.dirname, "../../index.html"), "utf8");

it("stands in the page word for word", () => {
  const root = /<div id="root">(.*)<\/div>\s*<script/s.exec(page)?.[1] ?? "";
  expect(root.replace(/>\s+</g, "><").trim()).toBe(renderToStaticMarkup(<Shell />));
});

it("asks who is here before the scripts have come", () => {
  expect(page).toContain('<link rel="preload" as="fetch" href="/api/me" crossorigin="anonymous" />');
});
