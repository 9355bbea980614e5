/** A place for a ticket: from a candidate, a click on the map, or an address looked up; says where it falls. */
import { text } from "../../text";
import type { Candidate, Point, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { usePick, usePointPicking } from "../pick";
import { AddressLookup } from "./AddressLookup";
import { useWhereIs } from "./locate";
import { isPlaceable } from "./options";

interface Props {
  value: Point | null;
  row: TicketRow;
  candidates: readonly Candidate[];
  onChange: (point: Point) => void;
}

function nameOf(point: Point, candidates: readonly Candidate[]): string | null {
  const index = candidates
    .filter(isPlaceable)
    .findIndex((each) => each.lon === point.lon && each.lat === point.lat);
  return index < 0 ? null : `${index + 1} ${candidates.filter(isPlaceable)[index]?.name ?? ""}`;
}

export function PointField({ value, row, candidates, onChange }: Props) {
  const { hasMap } = usePick();
  usePointPicking(value, onChange);
  return (
    <div className="point" data-point={value ? `${value.lon},${value.lat}` : ""}>
      {value ? (
        <Chosen value={value} row={row} name={nameOf(value, candidates)} />
      ) : (
        <p className="point-none">{hasMap ? text.act.pointAsk : text.act.pointAskNoMap}</p>
      )}
      <AddressLookup address={value ? "" : row.address} onChoose={onChange} />
    </div>
  );
}

function Chosen({ value, row, name }: { value: Point; row: TicketRow; name: string | null }) {
  const { names, me } = useDesk();
  const { hasMap } = usePick();
  const where = useWhereIs(value);
  const isOther = where.town !== null && me.home.town !== null && where.town !== me.home.town;
  const town = where.town ? (names.towns.get(where.town) ?? where.town) : "";
  return (
    <div className="chosen">
      <span className="chosen-name">{name ?? text.map.picked}</span>
      <span className="chosen-detail">
        {value.lon.toFixed(6)}, {value.lat.toFixed(6)}
      </span>
      <span className="chosen-why" data-where={where.town ?? ""}>
        {where.words ?? text.act.pointLooking}
      </span>
      {hasMap ? <span className="chosen-detail">{text.act.again}</span> : null}
      {isOther && row.town !== where.town ? (
        <span className="chosen-warning">{text.act.pointOther(town)}</span>
      ) : null}
    </div>
  );
}
