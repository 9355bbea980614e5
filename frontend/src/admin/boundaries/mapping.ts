/** Which fields a layer needs, and which datums a file may be in. Pure. */
import type { ColumnMapping, FileField, FileLayer, Level } from "../../wire/administration";

interface Wanted {
  field: FileField;
  isNeeded: boolean;
}

const needed = (field: FileField): Wanted => ({ field, isNeeded: true });
const welcome = (field: FileField): Wanted => ({ field, isNeeded: false });

export const FIELDS_OF: Readonly<Record<Level, readonly Wanted[]>> = {
  town: [needed("code"), needed("name")],
  village: [needed("code"), needed("name"), needed("town")],
  cell: [needed("code"), needed("name"), needed("village"), welcome("kind"), welcome("police_grid")],
  police_grid: [needed("code"), needed("name"), needed("town"), welcome("police_station")],
};

/** The columns of a layer read as a level: chosen by hand, the others as guessed for it. No column serves twice unasked. */
export function mappingOf(layer: FileLayer, level: Level, chosen: ColumnMapping): ColumnMapping {
  const byHand = FIELDS_OF[level].filter(({ field }) => field in chosen);
  const mine = Object.fromEntries(byHand.map(({ field }) => [field, chosen[field]]));
  const taken = new Set(Object.values(mine));
  const guessed = Object.entries(layer.mappings[level] ?? {}).filter(([, column]) => !taken.has(column));
  return { ...Object.fromEntries(guessed), ...mine };
}

export function missingFields(level: Level, mapping: ColumnMapping): FileField[] {
  return FIELDS_OF[level]
    .filter(({ field, isNeeded }) => isNeeded && !mapping[field])
    .map(({ field }) => field);
}

/** Those with an outline; the declared and the guessed one first. */
export function datumsOf(layer: FileLayer): string[] {
  const first = [layer.datum, layer.datum_guess].filter((datum): datum is string => datum !== null);
  return [...new Set([...first, ...Object.keys(layer.outlines)])];
}
