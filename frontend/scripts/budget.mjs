// Weighs what a page loads before it can be used: scripts and styles, gzipped, from the built manifest. The map and
// its worker are the console's, although they are fetched a moment later. Fails above a page's budget.
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifestFile = new URL(".vite/manifest.json", dist);
const KB = 1000;
const BUDGETS = [
  { page: "index.html", name: "console", limit: 650 * KB },
  { page: "m.html", name: "phone", limit: 200 * KB },
  { page: "t.html", name: "link", limit: 120 * KB },
  { page: "admin.html", name: "administration", limit: 720 * KB },
];

if (!existsSync(manifestFile)) {
  console.error(`no build at ${fileURLToPath(dist)}: run \`npm run build\` first, its size is checked here.`);
  process.exit(1);
}

/** @type {Record<string, {file: string, css?: string[], assets?: string[], imports?: string[], dynamicImports?: string[]}>} */
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

/** Every script and style a page reaches, whether at once or later. */
function filesOf(entry, seen = new Set(), files = new Set()) {
  const chunk = manifest[entry];
  if (!chunk || seen.has(entry)) return files;
  seen.add(entry);
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
    if (/\.(m?js|css)$/.test(file)) files.add(file);
  }
  for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) filesOf(next, seen, files);
  return files;
}

const packed = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} kB`;
let failed = false;

for (const { page, name, limit } of BUDGETS) {
  if (!manifest[page]) {
    console.error(`${page} is not in the build: run \`npm run build\` again.`);
    failed = true;
    continue;
  }
  const files = [...filesOf(page)];
  const total = files.reduce((sum, file) => sum + packed(file), 0);
  const over = total > limit;
  failed ||= over;
  console.log(`${name}: ${kilobytes(total)} gzip of ${kilobytes(limit)}${over ? " — over the budget" : ""}`);
  if (over)
    for (const file of files)
      console.log(`  ${kilobytes(packed(file))}  ${file} (${statSync(new URL(file, dist)).size} bytes)`);
}

process.exit(failed ? 1 : 0);
