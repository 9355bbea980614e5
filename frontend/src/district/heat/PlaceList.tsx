/** The places beside the map, the busiest of the shown step first; each leads to its tickets. */
import { useMemo } from "react";
import { countAt } from "../../map/heat";
import { figure, type Step } from "../../state/heat";
import { words } from "../../text/heat";
import type { HeatPicture } from "../../wire/heat";
import { type Chosen, isSame, placeName } from "./chosen";

interface Props {
  picture: HeatPicture;
  step: Step;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
}

export function PlaceList({ picture, step, chosen, onChoose }: Props) {
  const lines = useMemo(() => {
    const counted = picture.places.map((place) => ({ place, tickets: countAt(place, step) }));
    return counted.sort((a, b) => b.tickets - a.tickets || b.place.whole - a.place.whole);
  }, [picture, step]);
  const most = Math.max(1, lines[0]?.tickets ?? 0);
  return (
    <section className="heat-places" aria-label={words.places}>
      <h3>{words.places}</h3>
      <ol>
        {lines.map(({ place, tickets }) => {
          const own: Chosen = { kind: "place", code: place.code };
          return (
            <li key={place.code ?? "none"}>
              <button
                type="button"
                className="heat-place"
                aria-pressed={isSame(chosen, own)}
                data-place={place.code ?? "none"}
                onClick={() => onChoose(own)}
              >
                <span className="heat-place-name">{placeName(place)}</span>
                <span className="heat-place-count">{figure(tickets)}</span>
                <span className="heat-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * tickets) / most}%` }} />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
