import { afterEach, describe, expect, it, vi } from "vitest";
import { newOperation } from "./operation";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("operation ids", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are random UUIDs", () => {
    expect(newOperation()).toMatch(UUID);
    expect(newOperation()).not.toBe(newOperation());
  });

  it("are made on plain addresses too, where browsers lack randomUUID", () => {
    const { crypto } = globalThis;
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(newOperation()).toMatch(UUID);
  });
});
