// Writes src/wire/generated.ts from openapi.json (which `python -m dispatch openapi` prints).
// With --check it only says whether the file is up to date, and fails when it is not.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../openapi.json", import.meta.url);
const target = new URL("../src/wire/generated.ts", import.meta.url);

if (!existsSync(source)) {
  console.error("openapi.json is missing: run `python -m dispatch openapi > frontend/openapi.json` first.");
  process.exit(1);
}

const head = "/** Generated from openapi.json by `npm run types`. Do not edit. */\n\n";
const words = head + astToString(await openapiTS(source));
const held = existsSync(target) ? readFileSync(target, "utf8") : "";

if (process.argv.includes("--check")) {
  if (held !== words) {
    console.error(`${fileURLToPath(target)} is not what openapi.json says: run \`npm run types\`.`);
    process.exit(1);
  }
  console.log("generated types: up to date");
} else {
  writeFileSync(target, words);
  console.log(`generated types: ${words.split("\n").length} lines`);
}
