/** The options of an import, and what is still to be said. Pure. */
import type { ListInspection, ListOptions, PlaceKind } from "../../wire/administration";

interface Given {
  source: string;
  datum: string;
  mapping: Readonly<Record<string, string>>;
  kind: PlaceKind | "";
  isGoodOnly: boolean;
  file: Pick<File, "name">;
  found: Pick<ListInspection, "encoding" | "fields">;
}

export function optionsOf({ source, datum, mapping, kind, isGoodOnly, file, found }: Given): ListOptions {
  return {
    source: source.trim(),
    datum,
    // An empty name says that a guessed column is not used.
    mapping: Object.fromEntries(found.fields.map(({ field }) => [field, mapping[field] ?? ""])),
    encoding: found.encoding,
    kind: kind || null,
    mode: isGoodOnly ? "good" : "all",
    dry_run: false,
    name: file.name,
  };
}

/** The columns once a field has another: a column is one field. */
export function chosen(
  mapping: Readonly<Record<string, string>>,
  field: string,
  column: string,
): Record<string, string> {
  const rest = Object.entries(mapping).filter(([other, held]) => other !== field && held !== column);
  return Object.fromEntries(column ? [...rest, [field, column]] : rest);
}

/** Fields that the inspection found missing and that are still unsaid; a kind of all rows stands for its column, a line for a point. */
export function missingOf(
  mapping: Readonly<Record<string, string>>,
  kind: PlaceKind | "",
  missing: readonly string[],
): string[] {
  const isPoint = (field: string) => field === "lon" || field === "lat";
  return missing.filter(
    (field) =>
      !mapping[field] &&
      !(field === "kind" && kind !== "") &&
      !(isPoint(field) && mapping.line !== undefined),
  );
}
