/// <reference types="node" />
/** English words come after the first scripts: whoever takes a word while a module is made would keep the Chinese one. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const sources = resolve(import.meta.dirname, "..");
/** Fetched when they are first shown, which is after the words. */
const LATER = [
  "admin/closing/rules.ts",
  "admin/places/ListForm.tsx",
  "admin/places/LookUp.tsx",
  "desk/manual/ManualTicket.tsx",
];

/** Whether a file reads `text` outside of every function. */
function takesAtOnce(path: string): boolean {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const code = readFileSync(resolve(sources, path), "utf8");
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
  const isRead = (node: ts.Node) =>
    ts.isIdentifier(node) &&
    node.text === "text" &&
    ts.isPropertyAccessExpression(node.parent) &&
    node.parent.expression === node;
  const visit = (node: ts.Node): boolean =>
    !ts.isFunctionLike(node) &&
    !ts.isTypeNode(node) &&
    (isRead(node) || ts.forEachChild(node, visit) === true);
  return visit(file);
}

it("no module takes a word before the words are there", () => {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.endsWith("main.tsx"),
  );
  expect(files.filter(takesAtOnce).sort()).toEqual(LATER);
});
