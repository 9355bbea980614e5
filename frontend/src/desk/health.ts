/** What does not work, as the desk shows it. */
import type { Connection, Health } from "../live/stream";
import { clockTime } from "../state/format";
import { language } from "../text";
import { words } from "../text/health";

export interface Trouble {
  readonly name: string;
  readonly isDown: boolean;
  readonly detail: string;
}

/** What the service says of itself; while it cannot be reached, that alone: what it said last may be over. */
export function troublesOf(health: Health, connection: Connection, offset: number): Trouble[] {
  if (connection.kind === "offline") {
    const since = clockTime(connection.since + offset);
    return [{ name: "unreachable", isDown: true, detail: words.unreachable(since) }];
  }
  return health.findings.map(({ name, status, detail, told }) => ({
    name,
    isDown: status === "down",
    // A service that is being replaced does not say it in this language yet.
    detail: told?.[language] ?? detail,
  }));
}
