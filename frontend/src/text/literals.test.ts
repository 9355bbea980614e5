/// <reference types="node" />
/** Every visible word is in this folder: no other source holds a Chinese character outside of its comments. */
import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const sources = resolve(import.meta.dirname, "..");
const HAN = /\p{Script=Han}/u;
/** What nobody reads on a screen: what is looked for in others' words, and a word that the service itself knows. */
const PATTERNS = [
  "look/masking.ts",
  "desk/form/gaps.ts",
  "desk/joint/danger.ts",
  "state/pinyin.ts",
  "phone/rules/fields.ts",
];

const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/generated\.ts$|\/samples\.ts$/.test(path))
  .filter((path) => !path.startsWith("text/") && !PATTERNS.includes(path));

/** The texts in a file's code: strings, templates, patterns, and what stands between tags. */
function textsIn(path: string, code: string): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, kind));
  return texts;
}

it("no Chinese words outside of src/text", () => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((path) =>
    textsIn(path, readFileSync(resolve(sources, path), "utf8"))
      .filter((words) => HAN.test(words))
      .map((words) => `${relative(".", path)}: ${words.trim()}`),
  );
  expect(found).toEqual([]);
});

it("sees strings, templates, patterns and what stands between tags, and no comments", () => {
  const code = `// 注\nconst a = ["字", \`模\${1}板\`, /式/, <p title="题">文</p>];`;
  expect(textsIn("a.tsx", code).filter((words) => HAN.test(words))).toEqual([
    "字",
    "模",
    "板",
    "/式/",
    "题",
    "文",
  ]);
});
