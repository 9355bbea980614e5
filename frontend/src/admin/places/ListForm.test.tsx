// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import type { ListInspection } from "../../wire/administration";
import { Problem } from "../../wire/problem";
import { Refusable } from "../parts/Form";
import { ListForm } from "./ListForm";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const host = document.createElement("div");
document.body.append(host);
const root = createRoot(host);
afterEach(() => act(() => root.render(null)));

const FOUND = {
  fields: [{ field: "name", label: "名称" }],
  columns: ["名称", "经度"],
  mapping: { name: "名称" },
  missing: [],
  samples: [],
} as unknown as ListInspection;

it.each([
  ["source", "[name=source]"],
  ["datum", "[name=datum]"],
  ["kind", "select[name=kind]"],
  ["mode", "[type=checkbox]"],
  ["mapping", "fieldset"],
  ["mapping.name", "select[name=name]"],
])("marks what was refused of a list: %s", (field, selector) => {
  const refused = new Problem(422, { detail: "不对。", field });
  const given = { file: new File([], "地名.csv"), found: FOUND, isSending: false };
  act(() =>
    root.render(
      <Refusable by={refused}>
        <ListForm {...given} isTried={() => false} onSend={() => {}} />
      </Refusable>,
    ),
  );
  const marked = [...host.querySelectorAll("[aria-invalid=true]")];
  expect(marked).toEqual([host.querySelector(selector)]);
  expect(marked[0]?.contains(document.activeElement)).toBe(true);
});
