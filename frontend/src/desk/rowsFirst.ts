/**
 * Rows, which people read, come before what keeps the page or the service busy: the map while it is made, a month's rates
 * while they are counted. Asked through context by MapPane and month.
 */
import type { LiveConnection, LiveView } from "../live/socket";

const LONGEST_MS = 2_000;

/** Some list holds something, or it is known that none does. */
function isThere({ board, connection }: LiveView): boolean {
  return connection.kind === "live" || [...board.values()].some(({ tickets }) => tickets.size > 0);
}

/** Settles once the first rows are on the screen, or have not come for two seconds. */
export function rowsStand(live: Pick<LiveConnection, "snapshot" | "subscribe">): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      leave();
      clearTimeout(timer);
      resolve();
    };
    const look = () => {
      if (!isThere(live.snapshot())) return;
      leave();
      requestAnimationFrame(() => setTimeout(settle));
    };
    const timer = setTimeout(settle, LONGEST_MS);
    const leave = live.subscribe(look);
    look();
  });
}
