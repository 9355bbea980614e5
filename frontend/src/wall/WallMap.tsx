/**
 * The map of the wall: towns and cells as outlines, filled by the worst clock among their tickets. Drawn without WebGL,
 * so that any television shows it. A mark stands for a cell and in its middle, never at an address.
 */
import { memo, useMemo } from "react";
import type { Severity } from "../state/clocks";
import { words } from "../text/wall";
import type { Ground, WallPicture } from "../wire/wall";
import { worst } from "./figures";
import { beside } from "./labels";
import { Names } from "./Names";
import { type DrawnArea, draw } from "./outline";

interface Props {
  ground: Ground | null;
  cells: WallPicture["cells"];
}

const SEVERITIES = ["on_time", "soon", "overdue"] as const;
const MARK: Record<Severity, string> = { on_time: "●", soon: "▲", overdue: "◆" };

export function WallMap({ ground, cells }: Props) {
  const drawing = useMemo(() => (ground ? draw(ground) : null), [ground]);
  const names = useMemo(() => (drawing ? beside(drawing, drawing.cells) : []), [drawing]);
  if (!drawing) return <div className="wall-map wall-quiet">{words.noMap}</div>;
  const standing = drawing.cells.map((cell) => ({ cell, severity: worst(cells[cell.code] ?? []) }));
  return (
    <figure className="wall-map">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={words.map}>
        {standing.map(({ cell, severity }) => (
          <Cell key={cell.code} cell={cell} severity={severity} />
        ))}
        {drawing.towns.map((town) => (
          <path key={town.code} className="wall-town" d={town.path} />
        ))}
        {names.length > 1 ? <Names names={names} /> : null}
        {standing.map(({ cell, severity }) =>
          severity ? <Mark key={cell.code} x={cell.x} y={cell.y} severity={severity} /> : null,
        )}
      </svg>
      <figcaption className="wall-legend">
        {SEVERITIES.map((severity) => (
          <span key={severity}>
            <b data-severity={severity}>{MARK[severity]}</b> {words.legend[severity]}
          </span>
        ))}
        <span>{words.legendNote}</span>
      </figcaption>
    </figure>
  );
}

/** Drawn again only where its clock turned: there are two thousand of them. */
const Cell = memo(function Cell({ cell, severity }: { cell: DrawnArea; severity: Severity | null }) {
  return <path className="wall-cell" d={cell.path} data-severity={severity ?? "none"} />;
});

const Mark = memo(function Mark({ x, y, severity }: { x: number; y: number; severity: Severity }) {
  if (severity === "overdue")
    return (
      <g data-severity={severity} className="wall-mark">
        <circle className="wall-ring" cx={x} cy={y} r={10} />
        <path d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} />
      </g>
    );
  if (severity === "soon")
    return (
      <path
        className="wall-mark"
        data-severity={severity}
        d={`M${x} ${y - 5}L${x + 5} ${y + 4}L${x - 5} ${y + 4}Z`}
      />
    );
  return <circle className="wall-mark" data-severity={severity} cx={x} cy={y} r={3} />;
});
