/** Whose a chosen point would be, at once: cell, police grid, center, and who is beyond the border where it is near. */
import { text } from "../../text";
import type { Point, PointOwner } from "../../wire/types";
import { useDesk } from "../context";
import { useOwner } from "./locate";

interface Props {
  point: Point;
  /** How the point was found: a candidate's name, a place, or null for the map. */
  from: string | null;
}

export function OwnerCard({ point, from }: Props) {
  const owner = useOwner(point);
  const isCurrent = owner.data !== undefined && !owner.isPlaceholderData;
  return (
    <div
      className="chosen owner"
      aria-live="polite"
      aria-busy={!isCurrent}
      data-owner={isCurrent ? (owner.data.town ?? "none") : "asked"}
    >
      {owner.data ? <Answer owner={owner.data} /> : null}
      {!owner.data && !owner.error ? <p className="chosen-why">{text.place.looking}</p> : null}
      {owner.error ? <p className="chosen-warning">{text.place.ownerFailed}</p> : null}
      <p className="chosen-detail">
        {[from ?? text.map.picked, `${point.lon.toFixed(6)}, ${point.lat.toFixed(6)}`].join(text.dot)}
      </p>
    </div>
  );
}

function Answer({ owner }: { owner: PointOwner }) {
  if (!owner.cell) return <Outside owner={owner} />;
  const { police_grid: grid } = owner;
  return (
    <>
      <p className="owner-cell">
        {[owner.cell.name, owner.village_name, owner.town_name].filter(Boolean).join(text.dot)}
      </p>
      <p className="chosen-why">
        {grid
          ? [text.ticket.policeGrid(grid.name), grid.police_station].filter(Boolean).join(text.dot)
          : text.place.noPoliceGrid}
      </p>
      <Center owner={owner} />
      <Edge owner={owner} />
    </>
  );
}

function Outside({ owner }: { owner: PointOwner }) {
  return (
    <>
      <p className="owner-cell">{text.place.outside}</p>
      <p className="chosen-why">{owner.reasons.join(text.comma) || text.place.outsideHint}</p>
    </>
  );
}

/** Who gets the ticket; said louder where that is not the reader's own center. */
function Center({ owner }: { owner: PointOwner }) {
  const { me } = useDesk();
  if (!owner.center) return <p className="chosen-warning">{text.place.noCenter(owner.town_name ?? "")}</p>;
  const isOther = me.home.town !== null && owner.town !== me.home.town;
  return (
    <p className={isOther ? "chosen-warning" : "owner-center"} data-where={owner.town ?? ""}>
      {text.place.goesTo(owner.center.name)}
      {isOther ? <span>{text.place.leavesUs}</span> : null}
    </p>
  );
}

/** From here on a border needs no word. */
const FAR_M = 150;

function Edge({ owner }: { owner: PointOwner }) {
  const { edge_m: edge, neighbour } = owner;
  if (owner.on_edge) return <p className="owner-edge near">{text.place.onEdge}</p>;
  if (edge === null || edge > FAR_M) return null;
  const beyond = neighbour ? beyondWords(owner, neighbour) : text.place.beyondDistrict;
  return <p className="owner-edge">{text.place.edge(Math.round(edge), beyond)}</p>;
}

function beyondWords(owner: PointOwner, neighbour: NonNullable<PointOwner["neighbour"]>): string {
  const names = [neighbour.name, neighbour.village_name, neighbour.town_name].filter(Boolean).join(text.dot);
  const isSame = neighbour.center?.id === owner.center?.id;
  return isSame
    ? `${names}${text.place.sameCenter}`
    : `${names}${text.place.otherCenter(neighbour.center?.name ?? "")}`;
}
