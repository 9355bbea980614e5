/// <reference types="node" />
/** How the pages stand on each other: folders on floors, no file in a circle, no two names that differ by case alone. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** From the ground up; those of one floor do not see each other. What opens on demand (`import(…)`) may lie anywhere. */
const FLOORS = [
  ["text"],
  ["wire"],
  ["state"],
  ["live"],
  ["look"],
  ["map", "signin"],
  ["seat", "wall"],
  ["print"],
  ["admin", "phone"],
  ["desk", "link"],
  ["district"],
];

type Imports = ReadonlyMap<string, readonly string[]>;

/** The project's own files that a file imports before it runs, types included. */
function importsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  return file.statements.flatMap((each) => {
    const named =
      ts.isImportDeclaration(each) || ts.isExportDeclaration(each) ? each.moduleSpecifier : undefined;
    if (!named || !ts.isStringLiteral(named) || !named.text.startsWith(".")) return [];
    const target = resolve(dirname(path), named.text.replace(/\?\w+$/, ""));
    return [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].filter((one) => existsSync(one));
  });
}

function importsOf(sources: string): Imports {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
  );
  return new Map(
    files.map((path) => [path, importsIn(resolve(sources, path)).map((one) => relative(sources, one))]),
  );
}

function folderOf(path: string): string {
  return path.split("/", 1)[0] ?? "";
}

function floorOf(path: string): number {
  return FLOORS.findIndex((folders) => folders.includes(folderOf(path)));
}

/** Imports that lead up, or across. */
function upward(imports: Imports): string[] {
  return [...imports].flatMap(([from, all]) =>
    all
      .filter((to) => folderOf(to) !== folderOf(from) && floorOf(to) >= floorOf(from))
      .map((to) => `${from} → ${to}`),
  );
}

/** A way that comes back to where it began, for each file that lies on one. */
function circles(imports: Imports): string[] {
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const rest = [...(imports.get(from) ?? [])];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      rest.push(...(imports.get(next) ?? []));
    }
    return seen;
  };
  return [...imports.keys()].filter((file) => reach(file).has(file)).sort();
}

function namesakes(paths: readonly string[]): string[] {
  const plain = (path: string) => path.replace(/\.tsx?$/, "").toLowerCase();
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(plain(path), (counts.get(plain(path)) ?? 0) + 1);
  return paths.filter((path) => (counts.get(plain(path)) ?? 0) > 1);
}

const imports = importsOf(import.meta.dirname);

describe("the pages' files", () => {
  it("all stand on a floor", () => {
    expect(imports.size).toBeGreaterThan(300);
    expect([...imports.keys()].filter((path) => path.includes("/") && floorOf(path) < 0)).toEqual([]);
  });

  it("import from below only", () => {
    expect(upward(imports)).toEqual([]);
  });

  it("lie in no circle", () => {
    expect(circles(imports)).toEqual([]);
  });

  it("have names that every file system tells apart", () => {
    expect(namesakes([...imports.keys()])).toEqual([]);
  });
});

describe("what is wrong", () => {
  it("is found", () => {
    const wrong = new Map([
      ["wire/api.ts", ["state/apply.ts"]],
      ["state/apply.ts", ["wire/api.ts"]],
      ["admin/Tree.tsx", ["phone/App.tsx"]],
      ["admin/tree.ts", []],
    ]);
    expect(upward(wrong)).toEqual(["wire/api.ts → state/apply.ts", "admin/Tree.tsx → phone/App.tsx"]);
    expect(circles(wrong)).toEqual(["state/apply.ts", "wire/api.ts"]);
    expect(namesakes([...wrong.keys()])).toEqual(["admin/Tree.tsx", "admin/tree.ts"]);
  });
});
