import { describe, expect, it } from "vitest";
import type { FieldDescription } from "../../wire/types";
import { askedFields, filledFields, missingFields, startDraft } from "./draft";

function field(name: string, kind: FieldDescription["kind"], required = true): FieldDescription {
  return { name, label: name, kind, required, choices: null, value: null };
}

const fields = [field("reason", "choice"), field("basis", "long_text"), field("co", "handlers", false)];

describe("what stands in a form at first", () => {
  const choices = [{ value: "7", label: "延期:恶劣天气" }];
  const field = {
    name: "request",
    label: "哪份申请",
    kind: "pick",
    required: true,
    choices,
  } as FieldDescription;

  it("is the only thing that can be meant, where one has to be chosen", () => {
    expect(startDraft([field])).toEqual({ request: "7" });
    expect(startDraft([{ ...field, required: false }])).toEqual({ request: null });
    expect(startDraft([{ ...field, choices: [...choices, { value: "8", label: "挂账" }] }])).toEqual({
      request: null,
    });
  });
});

describe("a command's form", () => {
  it("starts from what is preset, else from what the service proposes", () => {
    const proposed = { ...field("unit", "unit"), value: 7 };
    expect(startDraft([proposed])).toEqual({ unit: 7 });
    expect(startDraft([proposed], { unit: 9 })).toEqual({ unit: 9 });
    expect(startDraft(fields)).toEqual({ reason: null, basis: null, co: null });
  });

  it("names the required fields that hold nothing but blanks", () => {
    const missing = missingFields(fields, { reason: "wrong_place", basis: "  ", co: [] });
    expect(missing.map((each) => each.name)).toEqual(["basis"]);
  });

  it("sends only what was filled in", () => {
    const draft = { reason: "wrong_place", basis: " 见清单 ", co: [], other: "不发" };
    expect(filledFields(fields, draft)).toEqual({ reason: "wrong_place", basis: "见清单" });
  });

  it("takes zero for a number and an unreadable one for nothing", () => {
    const minutes = [field("minutes", "number")];
    expect(filledFields(minutes, { minutes: 0 })).toEqual({ minutes: 0 });
    expect(missingFields(minutes, { minutes: Number.NaN })).toHaveLength(1);
  });

  it("asks for some fields only beside a certain answer, and sends them only then", () => {
    const next = { ...field("next_at", "moment"), when: { field: "how", values: ["stage"] } };
    const asked = [field("how", "choice"), next];
    expect(askedFields(asked, { how: "solved" }).map((each) => each.name)).toEqual(["how"]);
    expect(missingFields(asked, { how: "stage" }).map((each) => each.name)).toEqual(["next_at"]);
    expect(filledFields(asked, { how: "solved", next_at: "2026-11-30T01:00:00Z" })).toEqual({
      how: "solved",
    });
  });
});
