import { describe, expect, it, vi } from "vitest";
import { COMMAND_MS, post } from "./posting";

const ACT = {
  id: 1,
  operation: "op",
  person: 3,
  ticket: 7,
  title: "",
  label: "",
  state_seen: "assigned" as const,
  done_at: "2026-11-26T00:00:00Z",
  refused: null,
  kind: "command" as const,
  command: "arrive",
  fields: {},
};

describe("a command without an answer", () => {
  it("is given up in time, and ended: nothing of it goes on behind the next try", async () => {
    vi.useFakeTimers();
    let signal: AbortSignal | null | undefined;
    vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
      signal = init.signal;
      return new Promise<Response>(() => undefined);
    });
    const over = expect(post(ACT, () => undefined)).rejects.toThrow("no answer in time");
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(COMMAND_MS);
    await over;
    expect(signal?.aborted).toBe(true);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
});
