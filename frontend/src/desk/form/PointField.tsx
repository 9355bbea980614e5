/** A place for a ticket: from a candidate, a click on the map, or a place looked up; says at once whose it would be. */
import { useState } from "react";
import { text } from "../../text";
import type { Candidate, Point } from "../../wire/types";
import { usePick, usePointPicking } from "../pick";
import { OwnerCard } from "./OwnerCard";
import { isPlaceable } from "./options";
import { PlaceSearch } from "./PlaceSearch";

interface Props {
  value: Point | null;
  candidates: readonly Candidate[];
  onChange: (point: Point) => void;
}

function isAt(a: Point, b: Point): boolean {
  return a.lon === b.lon && a.lat === b.lat;
}

function nameOf(point: Point, candidates: readonly Candidate[]): string | null {
  const placeable = candidates.filter(isPlaceable);
  const index = placeable.findIndex((each) => isAt(each, point));
  return index < 0 ? null : text.place.fromCandidate(index + 1, placeable[index]?.name ?? "");
}

export function PointField({ value, candidates, onChange }: Props) {
  const { hasMap, lookAt } = usePick();
  const [found, setFound] = useState<{ point: Point; name: string } | null>(null);
  usePointPicking(value, onChange);
  const choose = (point: Point, name: string) => {
    setFound({ point, name });
    onChange(point);
    lookAt([point]);
  };
  const from = value && found && isAt(value, found.point) ? found.name : null;
  return (
    <div className="point" data-point={value ? `${value.lon},${value.lat}` : ""}>
      {value ? (
        <OwnerCard point={value} from={from ?? nameOf(value, candidates)} />
      ) : (
        <p className="point-none">{hasMap ? text.act.pointAsk : text.act.pointAskNoMap}</p>
      )}
      <PlaceSearch onChoose={choose} />
    </div>
  );
}
