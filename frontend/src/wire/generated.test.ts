/// <reference types="node" />
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

const PATIENCE = 120_000; // a busy machine takes its time over a program of its own

it("the generated types are what openapi.json says", { timeout: PATIENCE }, () => {
  const check = spawnSync(process.execPath, ["scripts/types.mjs", "--check"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(check.stderr).toBe("");
  expect(check.status).toBe(0);
});
