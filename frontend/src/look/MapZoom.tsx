/** Nearer and farther, on every map; what else belongs to the same block stands below. */
import type { ReactNode } from "react";
import { text } from "../text";

interface Props {
  map: { zoomBy(step: number): void } | null;
  className?: string;
  children?: ReactNode;
}

export function MapZoom({ map, className = "", children }: Props) {
  return (
    <div className={`map-card map-zoom ${className}`.trim()}>
      <button
        type="button"
        aria-label={text.map.zoomIn}
        title={text.map.zoomIn}
        onClick={() => map?.zoomBy(1)}
      >
        +
      </button>
      <button
        type="button"
        aria-label={text.map.zoomOut}
        title={text.map.zoomOut}
        onClick={() => map?.zoomBy(-1)}
      >
        −
      </button>
      {children}
    </div>
  );
}
