/** Places that an address may mean, to choose one of. */
import { percent } from "../../state/format";
import { text } from "../../text";
import type { Candidate, Point } from "../../wire/types";
import { isPlaceable } from "../form/options";

interface FoundProps {
  found: readonly Candidate[];
  onChoose: (point: Point) => void;
}

export function FoundPlaces({ found: all, onChoose }: FoundProps) {
  const found = all.filter(isPlaceable);
  if (found.length === 0) return <p className="quiet">{text.act.pointNothing}</p>;
  return (
    <ul className="found-places" aria-label={text.act.pointFound}>
      {found.map((place) => (
        <li key={`${place.name}-${place.lon}-${place.lat}`}>
          <button
            type="button"
            className="found-place"
            onClick={() => onChoose({ lon: place.lon, lat: place.lat })}
          >
            <span className="found-name">{place.name}</span>
            <span className="found-share">{percent(place.p)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
