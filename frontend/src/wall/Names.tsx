/** The names of towns on the wall's maps; one that stands outside its town has a line that leads there. */
import type { Named } from "./labels";
import type { DrawnArea } from "./outline";

export function Names({ names }: { names: readonly Named<DrawnArea>[] }) {
  return (
    <>
      {names.map(({ code, lead }) =>
        lead ? (
          <line
            key={code}
            className="wall-lead"
            x1={lead[0].x}
            y1={lead[0].y}
            x2={lead[1].x}
            y2={lead[1].y}
          />
        ) : null,
      )}
      {names.map(({ code, name, x, y }) => (
        <text key={code} className="wall-name" x={x} y={y}>
          {name}
        </text>
      ))}
    </>
  );
}
