// Weighs what a page's FIRST VIEW loads, gzipped, from the built manifest: its entry, all that the entry imports, and
// the chunks named below that the first view asks for a moment later (the map and its worker). What opens on demand is
// not counted; tests/e2e/test_first_load.py holds a browser to the same list. Fails above a page's budget, and where a
// page has none.
// `--files` prints the list of each page instead.
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifestFile = new URL(".vite/manifest.json", dist);
const KB = 1000;

/** @type {Record<string, {name: string, limit: number, asks?: string[]}>} */
const BUDGETS = {
  "index.html": { name: "console", limit: 650 * KB, asks: ["src/map/DeskMap.ts"] },
  "m.html": { name: "phone", limit: 200 * KB },
  "t.html": { name: "link", limit: 120 * KB },
  "admin.html": {
    name: "administration",
    limit: 650 * KB,
    asks: ["src/admin/boundaries/Boundaries.tsx", "src/map/PlanMap.ts"],
  },
  "print.html": { name: "papers", limit: 120 * KB },
  "wall.html": { name: "wall", limit: 120 * KB },
  "signin.html": { name: "sign-in", limit: 120 * KB },
};

function stop(words) {
  console.error(words);
  process.exit(1);
}

if (!existsSync(manifestFile))
  stop(`no build at ${fileURLToPath(dist)}: run \`npm run build\` first, its size is checked here.`);

/** @type {Record<string, {file: string, isEntry?: boolean, css?: string[], assets?: string[], imports?: string[]}>} */
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

/** The scripts and styles of a chunk, and of every chunk that it imports. */
function reach(key, seen, files) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return;
  seen.add(key);
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
    if (/\.(m?js|css)$/.test(file)) files.add(file);
  for (const next of chunk.imports ?? []) reach(next, seen, files);
}

function firstFiles(page, asks) {
  const seen = new Set();
  const files = new Set();
  for (const key of [page, ...asks]) {
    if (!manifest[key])
      stop(`${key} is not in the build: run \`npm run build\` again, or name what ${page} asks for here.`);
    reach(key, seen, files);
  }
  return [...files].sort();
}

const packed = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} kB`;

/** Says what a page weighs; whether that is within its budget. */
function weigh({ name, limit }, files) {
  const total = files.reduce((sum, file) => sum + packed(file), 0);
  const over = total > limit;
  console.log(`${name}: ${kilobytes(total)} gzip of ${kilobytes(limit)}${over ? " — over the budget" : ""}`);
  if (over)
    for (const file of files)
      console.log(`  ${kilobytes(packed(file))}  ${file} (${statSync(new URL(file, dist)).size} bytes)`);
  return !over;
}

const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
for (const page of entries)
  if (!BUDGETS[page])
    stop(`${page} has no budget: say in scripts/budget.mjs how much its first view may weigh.`);

const lists = Object.entries(BUDGETS).map(([page, budget]) => ({
  page,
  budget,
  files: firstFiles(page, budget.asks ?? []),
}));

if (process.argv.includes("--files")) {
  console.log(JSON.stringify(Object.fromEntries(lists.map(({ page, files }) => [page, files]))));
} else {
  const isWithin = lists.map(({ budget, files }) => weigh(budget, files)).every(Boolean);
  process.exit(isWithin ? 0 : 1);
}
