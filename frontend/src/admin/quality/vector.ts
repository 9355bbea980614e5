/** An offset in words: east or west, north or south, in metres. Pure. */
import { text } from "../../text";
import { words } from "../../text/admin";
import { metres } from "../parts/figures";

/** Below this nothing is off: coordinates are not better than that. */
const NOTHING_M = 5;

export function vectorWords(east: number | null, north: number | null): string {
  if (east === null || north === null) return words.channels.unknown;
  const parts = [
    Math.abs(east) >= NOTHING_M ? words.channels.off(east > 0 ? "east" : "west", metres(Math.abs(east))) : "",
    Math.abs(north) >= NOTHING_M
      ? words.channels.off(north > 0 ? "north" : "south", metres(Math.abs(north)))
      : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(text.dot) : words.channels.inPlace;
}
