/** Where it is and why: candidates with their certainty, how near a border. Picking one opens the placing form. */
import { useCallback, useEffect, useMemo, useRef } from "react";
import { type Taker, useKey, useTaker } from "../../seat/keys";
import { percent } from "../../state/format";
import { text, word } from "../../text";
import { shortName } from "../../text/unitNames";
import type { Candidate, Match, Point, TicketDetail, TicketRow } from "../../wire/types";
import { isPlaceable } from "../form/options";
import { PlaceSearch } from "../form/PlaceSearch";
import { usePick } from "../pick";
import { Bar } from "../TicketLine";
import { Section } from "./Section";

interface Props {
  row: TicketRow;
  detail: TicketDetail;
  /** Given when the ticket may be placed or moved now. */
  onPick: ((point: Point) => void) | null;
  /** What the words come to by the places known today, while the ticket is to be placed. */
  reading: Match | undefined;
  /** A form is open, which looks for places by itself. */
  hasForm: boolean;
}

function useCandidateKeys(candidates: readonly Candidate[], onPick: Props["onPick"]): void {
  const taker = useCallback<Taker>(
    (key) => {
      const candidate = /^[1-9]$/.test(key) ? candidates[Number(key) - 1] : undefined;
      if (!candidate || !onPick) return false;
      onPick(candidate);
      return true;
    },
    [candidates, onPick],
  );
  useTaker(taker);
}

/** Below this the first candidate is no better than a guess, and is not set off. */
const LIKELY = 0.5;

function Line({
  candidate,
  index,
  onPick,
}: {
  candidate: Candidate;
  index: number;
  onPick: Props["onPick"];
}) {
  const isBest = index === 0 && candidate.p >= LIKELY;
  const inside = (
    <>
      <kbd>{index + 1}</kbd>
      <span className="candidate-name">
        {candidate.name}
        <Belongs candidate={candidate} />
        {candidate.reasons.length > 0 ? (
          <span className="candidate-why">{candidate.reasons.join(text.comma)}</span>
        ) : null}
      </span>
      <span className="candidate-share">{percent(candidate.p)}</span>
      <Bar share={candidate.p} severity="accent" />
    </>
  );
  if (!onPick) return <div className={isBest ? "candidate best" : "candidate"}>{inside}</div>;
  return (
    <button
      type="button"
      data-candidate={index + 1}
      className={isBest ? "candidate best" : "candidate"}
      title={text.ticket.usePlace}
      onClick={() => onPick(candidate)}
    >
      {inside}
    </button>
  );
}

/** Where a candidate lies and who would get it, where that was asked for. */
function Belongs({ candidate }: { candidate: Candidate }) {
  const { cell_name, village_name, town_name, center } = candidate;
  const where = [cell_name, village_name, town_name].filter(Boolean).join(text.dot);
  if (!where) return null;
  return (
    <span className="candidate-where">
      {where}
      {center ? `${text.dot}${text.place.goesTo(shortName(center.name))}` : null}
    </span>
  );
}

function edgeWords(row: TicketRow): string | null {
  if (row.edge_m === null || row.radius_m === null) return null;
  const words = text.ticket.edge(Math.round(row.edge_m), Math.round(row.radius_m));
  return row.near_edge ? [words, text.ticket.nearEdge].join(text.semicolon) : words;
}

/** The hotline's own coordinate and what it was taken for: the first thing to doubt when a place is wrong. */
function rawWords({ located: { raw_lon: lon, raw_lat: lat, datum } }: TicketDetail): string | null {
  if (lon === null || lat === null) return null;
  // Six decimals are a tenth of a meter; hotlines write fourteen.
  return `${text.ticket.rawPoint(word(text.datum, datum ?? ""))} ${lon.toFixed(6)}, ${lat.toFixed(6)}`;
}

/** Candidates that name a cell; one that names only the town is told, but is no place to put a pin. */
function usePlaceable({ located }: TicketDetail, reading: Match | undefined): Candidate[] {
  const listed = reading?.candidates ?? located.candidates;
  return useMemo(() => listed.filter(isPlaceable), [listed]);
}

function onlyTown({ located }: TicketDetail): string[] {
  return located.candidates
    .filter((candidate) => !isPlaceable(candidate))
    .map((candidate) => text.ticket.onlyTown(candidate.name, percent(candidate.p)));
}

/** What the candidates have not said already. */
function restOfReasons({ located }: TicketDetail): string[] {
  const said = new Set(located.candidates.flatMap((candidate) => candidate.reasons));
  return located.reasons.filter((reason) => !said.has(reason));
}

/** Brings the map to the ticket, else to its candidates, by the person's hand. */
function Look({ places }: { places: readonly Point[] }) {
  const { hasMap, lookAt } = usePick();
  const canLook = hasMap && places.length > 0;
  const look = useCallback(() => lookAt([...places]), [places, lookAt]);
  useKey(canLook ? "m" : null, look);
  if (!canLook) return null;
  return (
    <button type="button" className="link" data-look onClick={look}>
      {text.ticket.look} <kbd>M</kbd>
    </button>
  );
}

function placesOf({ lon, lat, state }: TicketRow, candidates: readonly Candidate[]): readonly Point[] {
  if (state === "unplaced" && candidates.length > 0) return candidates;
  return lon !== null && lat !== null ? [{ lon, lat }] : candidates.slice(0, 1);
}

/** A place by name, before any form is open; F leads to the box. */
function Find({ onPick }: { onPick: (point: Point) => void }) {
  const { lookAt } = usePick();
  const box = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => box.current?.focus(), []);
  useKey("f", focus);
  const choose = (point: Point) => {
    onPick(point);
    lookAt([point]);
  };
  return <PlaceSearch box={box} hint="F" onChoose={choose} />;
}

/** Why the ticket is with whom it is: the rule and its version, the power or precedent, or who decided so. */
function Routed({ reason }: { reason: string | null }) {
  if (!reason) return null;
  return <p className="quiet" data-routed>{`${text.ticket.routed}${reason}`}</p>;
}

const NO_CANDIDATES: readonly Candidate[] = [];

export function Place({ row, detail, onPick, reading, hasForm }: Props) {
  const pick = usePick();
  const candidates = usePlaceable(detail, reading);
  useCandidateKeys(candidates, onPick);
  const { showCandidates } = pick;
  useEffect(() => {
    showCandidates(onPick && row.state === "unplaced" ? candidates : NO_CANDIDATES);
    return () => showCandidates(NO_CANDIDATES);
  }, [candidates, onPick, row.state, showCandidates]);
  if (row.place_need === "none" || row.placement === "not_needed") {
    return (
      <Section title={text.ticket.where} name="place">
        <p className="quiet">{text.ticket.noPlaceNeeded}</p>
        <Routed reason={detail.row.routing_reason} />
      </Section>
    );
  }
  const sure = row.p_cell === null ? null : `${text.ticket.confidence} ${percent(row.p_cell)}`;
  const how = [word(text.level, row.level), sure].filter(Boolean).join(text.dot);
  const edge = edgeWords(row);
  const raw = rawWords(detail);
  const reasons = restOfReasons(detail);
  return (
    <Section
      title={`${text.ticket.where}${text.dot}${text.ticket.why}`}
      name="place"
      aside={
        <>
          {how} <Look places={placesOf(row, candidates)} />
        </>
      }
    >
      {candidates.map((candidate, index) => (
        <Line key={`${candidate.name}-${candidate.lon}-${candidate.lat}`} {...{ candidate, index, onPick }} />
      ))}
      {onPick && row.state === "unplaced" && !hasForm ? <Find onPick={onPick} /> : null}
      {onlyTown(detail).map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
      {row.lon === null && candidates.length === 0 ? (
        <p className="quiet">{text.placement[row.placement]}</p>
      ) : null}
      {reasons.length > 0 ? <p className="quiet">{reasons.join(text.comma)}</p> : null}
      {edge ? <p className="quiet">{edge}</p> : null}
      {raw ? <p className="quiet">{raw}</p> : null}
      <Routed reason={detail.row.routing_reason} />
    </Section>
  );
}
