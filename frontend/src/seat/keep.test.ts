import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetForm, type KeptForm, keepForm, keptForm } from "./keep";

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
    forgetForm();
    expect(keptForm(7, 183)).toBeNull();
  });

  it("is forgotten as soon as somebody else, or another ticket, is on the screen", () => {
    for (const [person, ticket] of [
      [8, 183],
      [7, 184],
      [7, null],
    ] as const) {
      vi.stubGlobal("sessionStorage", storage());
      keepForm(form);
      expect(keptForm(person, ticket)).toBeNull();
      expect(keptForm(7, 183)).toBeNull();
    }
  });

  it("never stands in the way: what is unreadable, or cannot be kept, is nothing", () => {
    const held = storage();
    vi.stubGlobal("sessionStorage", held);
    for (const broken of ["{", "[]", '"note"', '{"person":7,"ticket":183}']) {
      held.setItem("dispatch.form", broken);
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
