import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetForm, forgetForms, type KeptForm, keepForm, keptForm } from "./keep";

const form: KeptForm = { person: 7, ticket: 183, command: "note", draft: { text: "已约明早九点上门" } };

function storage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

describe("an open form", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is there again for the same person on the same ticket", () => {
    vi.stubGlobal("sessionStorage", storage());
    keepForm(form);
    expect(keptForm(7, 183)).toEqual(form);
    forgetForm(183);
    expect(keptForm(7, 183)).toBeNull();
  });

  it("outlives a look at other tickets, whose forms are kept beside it", () => {
    vi.stubGlobal("sessionStorage", storage());
    keepForm(form);
    expect(keptForm(7, 184)).toBeNull();
    const other = { ...form, ticket: 184, draft: { text: "另一件" } };
    keepForm(other);
    keepForm({ ...form, draft: { text: "改过" } });
    expect(keptForm(7, 184)).toEqual(other);
    expect(keptForm(7, 183)?.draft).toEqual({ text: "改过" });
    forgetForm(184);
    expect(keptForm(7, 183)).not.toBeNull();
    forgetForms();
    expect(keptForm(7, 183)).toBeNull();
  });

  it("is kept for the last ten tickets", () => {
    vi.stubGlobal("sessionStorage", storage());
    for (let ticket = 1; ticket <= 11; ticket++) keepForm({ ...form, ticket });
    expect(keptForm(7, 1)).toBeNull();
    expect(keptForm(7, 2)).not.toBeNull();
  });

  it("is forgotten as soon as somebody else sits down", () => {
    vi.stubGlobal("sessionStorage", storage());
    keepForm(form);
    expect(keptForm(8, 183)).toBeNull();
    expect(keptForm(7, 183)).toBeNull();
  });

  it("never stands in the way: what is unreadable, or cannot be kept, is nothing", () => {
    const held = storage();
    vi.stubGlobal("sessionStorage", held);
    for (const broken of ["{", "[]", '"note"', '[{"person":7,"ticket":183}]']) {
      held.setItem("dispatch.forms", broken);
      expect(keptForm(7, 183)).toBeNull();
    }
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    keepForm(form);
    expect(keptForm(7, 183)).toBeNull();
  });
});
