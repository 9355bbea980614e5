/** Places × steps in numbers: the whole heat map without a map, for keyboards, screen readers and browsers without WebGL. */
import { useMemo, useSyncExternalStore } from "react";
import { useDesk } from "../../desk/context";
import { Face } from "../../look/Failure";
import { currentTheme, onTheme } from "../../look/theme";
import { breaksOf, classOf, countAt, countsOf, inkOf, RAMP } from "../../map/heat";
import { figure, type Step, shortStep, stepWords } from "../../state/heat";
import { words } from "../../text/heat";
import type { HeatPicture, HeatPlace } from "../../wire/heat";
import { type Chosen, isSame, placeName } from "./chosen";

interface Props {
  picture: HeatPicture;
  step: Step;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onStep: (step: Step) => void;
  /** Why there is no map. */
  note: string;
}

export function Matrix(props: Props) {
  const { picture, step, note } = props;
  const { now } = useDesk();
  const breaks = useMemo(() => breaksOf(countsOf(picture.places, true)), [picture]);
  const steps = picture.steps.map((_, at) => at);
  return (
    <section className="heat-matrix" aria-label={words.places}>
      {note ? <p className="heat-note">{note}</p> : null}
      {picture.places.length === 0 ? <Face title={words.none} hint={words.noneHint} /> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col" className="heat-sum">
              {words.sum}
            </th>
            {steps.map((at) => (
              <th
                key={at}
                scope="col"
                abbr={stepWords(picture, at, now)}
                title={stepWords(picture, at, now)}
                data-current={at === step}
              >
                {shortStep(picture, at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.places.map((place) => (
            <Row key={place.code ?? "none"} {...props} place={place} breaks={breaks} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends Props {
  place: HeatPlace;
  breaks: readonly number[];
  now: number;
}

function Row({ picture, step, chosen, onChoose, onStep, place, breaks, now }: RowProps) {
  const theme = useSyncExternalStore(onTheme, currentTheme);
  const own: Chosen = { kind: "place", code: place.code };
  const name = placeName(place);
  const go = (to: Step) => {
    onStep(to);
    onChoose(own);
  };
  const cell = (at: Step) => {
    const tickets = countAt(place, at);
    if (tickets === 0) return null;
    return (
      <button
        type="button"
        aria-label={words.cell(name, stepWords(picture, at, now), tickets)}
        aria-pressed={isSame(chosen, own) && at === step}
        data-number={`${place.code ?? "none"}:${at ?? "whole"}`}
        onClick={() => go(at)}
      >
        {figure(tickets)}
      </button>
    );
  };
  return (
    <tr aria-current={isSame(chosen, own)}>
      <th scope="row">{name}</th>
      <td className="heat-sum">{cell(null)}</td>
      {picture.steps.map((_, at) => {
        const tickets = countAt(place, at);
        const colour = tickets > 0 ? classOf(breaks, tickets) : null;
        return (
          <td
            // Steps have no other name than their place.
            key={at}
            style={
              colour === null ? undefined : { background: RAMP[theme][colour], color: inkOf(theme, colour) }
            }
          >
            {cell(at)}
          </td>
        );
      })}
    </tr>
  );
}
