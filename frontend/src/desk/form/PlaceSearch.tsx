/**
 * Looking for a place by an address or a name, while typing; arrows and Enter choose. The whole way of placing where
 * there is no map.
 */
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { isComposing } from "../../look/composing";
import { percent } from "../../state/format";
import { text, word } from "../../text";
import { asProblem } from "../../wire/problem";
import type { Point } from "../../wire/types";
import { type FoundPlace, foundPlaces } from "./found";
import { usePlaceSearch } from "./locate";

interface Props {
  onChoose: (point: Point, name: string) => void;
  box?: RefObject<HTMLInputElement | null>;
  /** The key that leads here, shown while the box is empty. */
  hint?: string;
}

export function PlaceSearch({ onChoose, box, hint }: Props) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const search = usePlaceSearch(typed);
  const found = search.isActive ? foundPlaces(search.address.data, search.named.data) : [];
  const current = found[Math.min(at, found.length - 1)];
  const choose = (place: FoundPlace) => {
    onChoose({ lon: place.lon, lat: place.lat }, place.name);
    setTyped("");
  };
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter") {
      // This Enter chooses a place; it never confirms the form around it.
      if (current) choose(current);
    } else if (event.key === "Escape") {
      if (typed) setTyped("");
      else event.currentTarget.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="lookup">
      <input
        ref={box}
        className="input"
        role="combobox"
        aria-label={text.place.find}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={text.place.find}
        maxLength={200}
        data-find-place
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {hint && !typed ? <kbd className="lookup-key">{hint}</kbd> : null}
      {search.isActive ? <Results {...{ list, found, current, choose, search }} /> : null}
    </div>
  );
}

interface ResultsProps {
  list: string;
  found: FoundPlace[];
  current: FoundPlace | undefined;
  choose: (place: FoundPlace) => void;
  search: ReturnType<typeof usePlaceSearch>;
}

function Results({ list, found, current, choose, search }: ResultsProps) {
  const error = search.address.error ?? search.named.error;
  if (found.length === 0) {
    if (error) return <p className="problem">{asProblem(error).body.detail ?? text.act.offline}</p>;
    const isLooking = search.address.isPending || search.named.isPending;
    return <p className="quiet lookup-none">{isLooking ? text.place.finding : text.act.pointNothing}</p>;
  }
  return (
    <div className="found-places" id={list} role="listbox" aria-label={text.act.pointFound}>
      {found.map((place) => (
        <button
          key={place.key}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={place === current}
          className="found-place"
          data-found={place.name}
          onClick={() => choose(place)}
        >
          <span className="found-name">{place.name}</span>
          <span className="found-share">
            {place.p === null ? word(text.placeKind, place.kind ?? "") : percent(place.p)}
          </span>
          <span className="found-where">{place.where}</span>
        </button>
      ))}
    </div>
  );
}
