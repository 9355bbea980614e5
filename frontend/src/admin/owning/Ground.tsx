/** Which ground a precedent is of: a place, a cell (typed, or clicked on the map), or what is drawn there. */
import { useMemo } from "react";
import { words } from "../../text/owning";
import type { Precedent, PrecedentInput } from "../../wire/owning";
import { Input, Select } from "../parts/Fields";
import { count } from "../parts/figures";
import { useHits, useOverlay, usePickedPoint, usePlan } from "../parts/plan";
import {
  blankDrawing,
  type Drawing,
  drawnFeatures,
  drawnShape,
  LEAST_WIDTH,
  MOST_WIDTH,
  measure,
} from "./drawing";
import { PlaceChoice } from "./PlaceChoice";

type Kind = "place" | "cell" | "area" | "line";

export interface Ground {
  kind: Kind;
  place: number | null;
  cell: string;
  name: string;
  /** What is being drawn; null while nothing is. */
  drawing: Drawing | null;
}

export function blankGround(precedent: Precedent | null): Ground {
  const kind = precedent ? "area" : "place";
  return { kind, place: null, cell: "", name: precedent?.name ?? "", drawing: null };
}

/** What is sent of it; null while something is missing. */
export function groundOf({
  kind,
  place,
  cell,
  name,
  drawing,
}: Ground): Pick<PrecedentInput, "place" | "cell" | "shape" | "width_m" | "name"> | null {
  if (kind === "place") return place === null ? null : { place };
  if (kind === "cell") return cell.trim() === "" ? null : { cell: cell.trim() };
  const drawn = drawing && drawnShape(drawing);
  return drawn && name.trim() !== "" ? { ...drawn, name: name.trim() } : null;
}

const KINDS = ["place", "cell", "area", "line"] as const;
const DRAWN = ["area", "line"] as const;

interface Props {
  ground: Ground;
  onChange: (ground: Ground) => void;
  /** Of one that was drawn before, drawing anew is a choice. */
  isNew: boolean;
}

export function GroundFields({ ground, onChange, isNew }: Props) {
  const { hasMap } = usePlan();
  const choose = (kind: Kind) =>
    onChange({
      ...ground,
      kind,
      drawing: kind === "area" || kind === "line" ? blankDrawing(kind) : null,
    });
  const kinds = isNew ? KINDS : DRAWN;
  const held = isNew || ground.drawing ? ground.kind : "";
  return (
    <>
      <label className="field">
        <span className="field-label">{words.owning.kind}</span>
        <Select
          name="kind"
          value={held}
          onChange={(event) => event.target.value && choose(event.target.value as Kind)}
        >
          {isNew ? null : <option value="">{words.owning.asItIs}</option>}
          {kinds.map((kind) => (
            <option key={kind} value={kind} disabled={!hasMap && (kind === "area" || kind === "line")}>
              {words.owning.kinds[kind]}
            </option>
          ))}
        </Select>
        {hasMap ? null : <span className="quiet">{words.owning.noMap}</span>}
      </label>
      {ground.kind === "place" ? (
        <PlaceChoice chosen={ground.place} onChoose={(place) => onChange({ ...ground, place })} />
      ) : null}
      {ground.kind === "cell" ? <CellField ground={ground} onChange={onChange} /> : null}
      {ground.kind === "area" || ground.kind === "line" ? (
        <label className="field">
          <span className="field-label">{words.owning.groundName}</span>
          <Input
            name="name"
            maxLength={120}
            placeholder={words.owning.groundNameHint}
            value={ground.name}
            onChange={(event) => onChange({ ...ground, name: event.target.value })}
          />
        </label>
      ) : null}
      {ground.drawing ? (
        <DrawingFields drawing={ground.drawing} onChange={(drawing) => onChange({ ...ground, drawing })} />
      ) : null}
    </>
  );
}

function CellField({ ground, onChange }: Pick<Props, "ground" | "onChange">) {
  const { hasMap } = usePlan();
  useHits("cell", ({ id }) => onChange({ ...ground, cell: id }));
  return (
    <label className="field">
      <span className="field-label">{words.owning.cellCode}</span>
      <Input
        name="cell"
        inputMode="numeric"
        maxLength={15}
        value={ground.cell}
        onChange={(event) => onChange({ ...ground, cell: event.target.value })}
      />
      {hasMap ? <span className="quiet">{words.owning.cellHint}</span> : null}
    </label>
  );
}

function DrawingFields({ drawing, onChange }: { drawing: Drawing; onChange: (drawing: Drawing) => void }) {
  const features = useMemo(() => drawnFeatures(drawing), [drawing]);
  useOverlay("drawn", features, words.owning.drawn);
  usePickedPoint((point) => onChange({ ...drawing, points: [...drawing.points, point] }), true);
  const { kind, points, width } = drawing;
  return (
    <>
      {kind === "line" ? (
        <label className="field">
          <span className="field-label">{words.owning.width}</span>
          <Input
            type="number"
            name="width_m"
            min={LEAST_WIDTH}
            max={MOST_WIDTH}
            value={Number.isNaN(width) ? "" : width}
            onChange={(event) => onChange({ ...drawing, width: event.target.valueAsNumber })}
          />
        </label>
      ) : null}
      <div className="wide" data-drawing={points.length}>
        <p className="quiet">{words.owning.drawHint[kind]}</p>
        <p aria-live="polite">
          {words.owning.corners(points.length)}
          {drawnShape(drawing) ? sizeOf(drawing) : ""}
        </p>
        <button
          type="button"
          className="button small"
          aria-disabled={points.length === 0}
          data-undo-corner
          onClick={() => onChange({ ...drawing, points: points.slice(0, -1) })}
        >
          {words.owning.undoCorner}
        </button>{" "}
        <button
          type="button"
          className="button small"
          aria-disabled={points.length === 0}
          onClick={() => onChange({ ...drawing, points: [] })}
        >
          {words.owning.clearCorners}
        </button>
      </div>
    </>
  );
}

const HECTARE = 10_000;

function sizeOf(drawing: Drawing): string {
  const size = measure(drawing);
  if (drawing.kind === "line") return words.owning.long(count(Math.round(size)));
  return size < HECTARE
    ? words.owning.squareMetres(count(Math.round(size)))
    : words.owning.hectares((size / HECTARE).toFixed(1));
}
