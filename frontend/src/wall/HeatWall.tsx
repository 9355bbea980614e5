/**
 * Where tickets came from on the days of a week, as hexagons over the towns. Drawn without WebGL, like the wall's other
 * map. Counts only, and none that a few callers make up: the service does not tell them.
 */
import { useMemo } from "react";
import {
  breaksOf,
  classOf,
  countAt,
  countsOf,
  inkOf,
  legendOf,
  middleOf,
  outlineOf,
  RAMP,
} from "../map/heat";
import { figure, type Step, stepWords, tickWords } from "../state/heat";
import { words } from "../text/heat";
import { words as wall } from "../text/wall";
import type { HeatPicture } from "../wire/heat";
import type { Ground, Theme } from "../wire/wall";
import { beside } from "./labels";
import { Names } from "./Names";
import { type Drawing, draw } from "./outline";

interface Props {
  ground: Ground | null;
  picture: HeatPicture;
  step: Step;
  now: number;
  theme: Theme;
}

/** Of a hexagon's height from its middle as much as its number takes; and what it weighs to cover one. */
const WIDE = 0.7;
const HEXAGON = 12;
/** Of a ramp's colours the one that says which day is shown. */
const DAY = 3;
/** The class from which on a hexagon says its number: from five metres away, more would be noise. */
const TOLD_FROM = 3;

export function HeatWall({ ground, picture, step, now, theme }: Props) {
  const drawing = useMemo(() => (ground ? draw(ground) : null), [ground]);
  const names = useMemo(() => (drawing ? besideHexagons(drawing, picture) : []), [drawing, picture]);
  const counts = countsOf(picture.hexagons, step !== null);
  const breaks = breaksOf(counts);
  if (!drawing) return <div className="wall-map wall-quiet">{wall.noMap}</div>;
  return (
    <figure className="wall-map wall-heat" data-heat-step={step ?? "whole"}>
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={words.wall.map}>
        {drawing.towns.map((town) => (
          <path key={town.code} className="wall-land" d={town.path} />
        ))}
        <Hexagons drawing={drawing} picture={picture} step={step} breaks={breaks} theme={theme} />
        {drawing.towns.map((town) => (
          <path key={town.code} className="wall-town" d={town.path} />
        ))}
        <Names names={names} />
      </svg>
      <figcaption>
        <Days picture={picture} step={step} now={now} colour={RAMP[theme][DAY]} />
        <p className="wall-legend">
          {legendOf(breaks, counts, picture.floor).map(({ from, to, colour }) => (
            <span key={from}>
              <b aria-hidden="true" style={{ color: RAMP[theme][colour] }}>
                ■
              </b>{" "}
              {to === from ? figure(from) : `${figure(from)}–${figure(to)}`}
            </span>
          ))}
          <span>{words.wall.note(picture.width_m, picture.floor)}</span>
        </p>
      </figcaption>
    </figure>
  );
}

/** Names where they cover no number of any day, so that none jumps from one day to the next. */
function besideHexagons(drawing: Drawing, { lattice, width_m, hexagons }: HeatPicture) {
  const middles = hexagons.map((each) => drawing.project(middleOf(lattice, width_m, each)));
  const [one] = hexagons;
  if (!one) return beside(drawing, []);
  const corner = drawing.project(outlineOf(lattice, width_m, one)[0] as [number, number]);
  const reach = Math.abs(corner.y - (middles[0]?.y ?? 0)) * WIDE;
  return beside(drawing, middles, { reach, weight: HEXAGON });
}

interface HexagonsProps {
  drawing: Drawing;
  picture: HeatPicture;
  step: Step;
  breaks: readonly number[];
  theme: Theme;
}

function Hexagons({ drawing, picture, step, breaks, theme }: HexagonsProps) {
  const { lattice, width_m } = picture;
  return picture.hexagons.map((each) => {
    const tickets = countAt(each, step);
    if (tickets === 0) return null;
    const { x, y } = drawing.project(middleOf(lattice, width_m, each));
    const corners = outlineOf(lattice, width_m, each).map((corner) => drawing.project(corner));
    const at = classOf(breaks, tickets);
    return (
      <g key={`${each.east},${each.north}`} data-hexagon={tickets}>
        <polygon
          className="wall-hexagon"
          points={corners.map((corner) => `${corner.x},${corner.y}`).join(" ")}
          fill={RAMP[theme][at]}
        />
        {at >= TOLD_FROM ? (
          <text className="wall-count" x={x} y={y} fill={inkOf(theme, at)}>
            {tickets}
          </text>
        ) : null}
      </g>
    );
  });
}

/** The day that is shown, in words and as the tall bar among the others. */
function Days({ picture, step, now, colour }: Pick<Props, "picture" | "step" | "now"> & { colour?: string }) {
  const most = Math.max(1, ...picture.steps);
  const received = step === null ? picture.total : (picture.steps[step] ?? 0);
  return (
    <div className="wall-days">
      <p>
        <strong>{words.wall.title}</strong> {stepWords(picture, step, now)}{" "}
        <span className="wall-quiet">{words.wall.received(figure(received))}</span>
      </p>
      <ol aria-hidden="true">
        {picture.steps.map((tickets, at) => (
          <li key={tickWords(picture, at)} data-current={step === null || step === at}>
            <svg viewBox="0 0 10 20" preserveAspectRatio="none" aria-hidden="true" color={colour}>
              <rect width="10" y={20 - (20 * tickets) / most} height={(20 * tickets) / most} />
            </svg>
            {tickWords(picture, at)}
          </li>
        ))}
      </ol>
    </div>
  );
}
