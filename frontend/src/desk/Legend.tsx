/** What the map's shapes and fills mean: colour is the clock, shape says it again. */
import { Shape } from "../look/Shape";
import { text } from "../text";
import { useDesk } from "./context";

export function Legend() {
  const { me } = useDesk();
  return (
    <div className="map-card legend">
      <h3 className="visually-hidden">{text.map.legend}</h3>
      {(["on_time", "soon", "overdue"] as const).map((severity) => (
        <span key={severity}>
          <Shape severity={severity} /> {text.severity[severity]}
        </span>
      ))}
      <span className="legend-places">
        <span className="legend-ask" aria-hidden="true">
          ?
        </span>{" "}
        {text.map.toPlace}
      </span>
      <span className="legend-cells">{text.map.legendCells}</span>
      {(["many", "hasSoon", "hasOverdue"] as const).map((kind) => (
        <span key={kind}>
          <span className={`legend-fill ${kind}`} aria-hidden="true" /> {text.map[kind]}
        </span>
      ))}
      {me.demo ? <span className="quiet">{text.map.illustrative}</span> : null}
    </div>
  );
}
