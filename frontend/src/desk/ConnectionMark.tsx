/** 实时, 补收中, 离线自: how the line is, always visible. */
import type { Connection } from "../live/stream";
import { clockTime } from "../state/format";
import { text } from "../text";
import { useLive } from "./context";

function connectionWords(connection: Connection, offset: number): string {
  switch (connection.kind) {
    case "connecting":
      return text.connection.connecting;
    case "live":
      return text.connection.live(clockTime(connection.at + offset, true));
    case "catching_up":
      return text.connection.catchingUp(connection.missing);
    case "offline":
      return text.connection.offline(clockTime(connection.since + offset));
  }
}

export function ConnectionMark() {
  const connection = useLive((live) => live.connection);
  const offset = useLive((live) => live.offset);
  const title = connection.kind === "offline" ? text.connection.offlineWhy : undefined;
  return (
    // While all is well the seconds run on unspoken; only a change of the connection is read out.
    <output
      aria-live={connection.kind === "live" ? "off" : "polite"}
      className={`connection ${connection.kind}`}
      title={title}
      data-connection={connection.kind}
    >
      <span className="connection-dot" aria-hidden="true" />
      {connectionWords(connection, offset)}
    </output>
  );
}
