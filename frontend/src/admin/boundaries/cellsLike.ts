/** Cells by what is typed, and the police grids one may belong to. Pure. */
import type { Area } from "../../wire/administration";

/** Cells whose name, village, code or police grid holds every word typed; a code from its beginning. */
export function cellsLike(cells: readonly Area[], grids: readonly Area[], typed: string): Area[] {
  const sought = typed.trim().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [...cells];
  const names = new Map(grids.map((grid) => [grid.properties.code, grid.properties.name]));
  return cells.filter(({ properties: cell }) => {
    const said = [cell.village_name, cell.name, names.get(cell.police_grid ?? "")].filter(Boolean).join(" ");
    return sought.every((each) => cell.code.startsWith(each) || said.includes(each));
  });
}

/** Police grids of the cell's town: a cell and its police grid lie in one town. */
export function cellTowns(grids: readonly Area[], cell: Area): Area[] {
  return grids.filter((grid) => grid.properties.town === cell.properties.town);
}
