/** Looking up an address and choosing one of the places found. The whole way of placing where there is no map. */
import { useState } from "react";
import { isComposing } from "../../look/composing";
import { percent } from "../../state/format";
import { text } from "../../text";
import { asProblem } from "../../wire/problem";
import type { Candidate, Point } from "../../wire/types";
import { useAddressLookup } from "./locate";
import { isPlaceable } from "./options";

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
            <span>{place.name}</span>
            <span className="quiet">{percent(place.p)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function AddressLookup({ address, onChoose }: { address: string; onChoose: (point: Point) => void }) {
  const [typed, setTyped] = useState(address);
  const lookup = useAddressLookup();
  const ask = () => typed.trim() && lookup.mutate(typed.trim());
  return (
    <div className="lookup">
      <div className="lookup-line">
        <input
          className="input"
          aria-label={text.act.pointFind}
          placeholder={text.act.pointFind}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // This Enter looks up; it must not confirm the form around it.
            event.preventDefault();
            if (!isComposing(event)) ask();
          }}
        />
        <button type="button" className="button small" onClick={ask} disabled={lookup.isPending}>
          {text.act.pointFindButton}
        </button>
      </div>
      {lookup.data ? <FoundPlaces found={lookup.data.candidates} onChoose={onChoose} /> : null}
      {lookup.error ? (
        <p className="problem">{asProblem(lookup.error).body.detail ?? text.act.offline}</p>
      ) : null}
    </div>
  );
}
