/** A center by the name of its town: 马头镇. The district's own is called so. */
import { words } from "../text/district";
import { areaName } from "../text/unitNames";
import type { Me } from "../wire/types";

export function townName(me: Me, stream: number | null): string {
  if (stream === null) return words.all;
  if (stream === me.home.unit) return words.own;
  const name = me.streams.find(({ id }) => id === stream)?.name ?? "";
  return areaName(name);
}
