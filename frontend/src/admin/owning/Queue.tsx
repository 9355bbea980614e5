/** 待裁定: each returned or undecided ticket with the unit's basis, the precedents that speak of it, and like cases. */
import { useMemo } from "react";
import { Face } from "../../look/Failure";
import { Said } from "../../look/Said";
import { text, word } from "../../text";
import { words } from "../../text/owning";
import type { WaitingForRuling } from "../../wire/owning";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { useOverlay } from "../parts/plan";

interface Props {
  found: { data: WaitingForRuling[] | undefined; error: Error | null; refetch: () => unknown };
}

export function Queue({ found }: Props) {
  usePoints(found.data);
  return (
    <div role="tabpanel" className="tab-body owning-body" data-queue>
      <Asked found={found}>
        {(waiting) =>
          waiting.length === 0 ? (
            <Face title={words.owning.queueNone} />
          ) : (
            waiting.map((ticket) => <Waiting key={ticket.id} ticket={ticket} />)
          )
        }
      </Asked>
    </div>
  );
}

/** The points that returns brought along, on the map. */
function usePoints(waiting: readonly WaitingForRuling[] | undefined): void {
  const features = useMemo(
    () => ({
      type: "FeatureCollection" as const,
      features: (waiting ?? []).flatMap(({ id, number, point }) =>
        point
          ? [
              {
                type: "Feature" as const,
                geometry: { type: "Point" as const, coordinates: [point.lon, point.lat] },
                properties: { id, name: number, active: false },
              },
            ]
          : [],
      ),
    }),
    [waiting],
  );
  useOverlay("places", features);
}

/** By when, and whether that is over. */
function dueWords(state: WaitingForRuling["state"], due: string): string {
  const what = state === "returned" ? words.owning.due : words.owning.dueDecided;
  return Date.parse(due) < Date.now() ? words.owning.overdue(moment(due)) : what(moment(due));
}

function Waiting({ ticket }: { ticket: WaitingForRuling }) {
  const facts = [
    ticket.unit_name ? words.owning.by(ticket.unit_name) : "",
    ticket.hops > 0 ? words.owning.hops(ticket.hops) : "",
    ticket.returns > 1 ? words.owning.returns(ticket.returns) : "",
    ticket.due_at ? dueWords(ticket.state, ticket.due_at) : "",
  ].filter(Boolean);
  const basis = [
    ticket.return_reason ? word(text.returnReason, ticket.return_reason) : "",
    ticket.basis ?? "",
    ticket.proposed_name ? words.owning.proposes(ticket.proposed_name) : "",
    ticket.point ? words.owning.newPoint(ticket.point.lon.toFixed(5), ticket.point.lat.toFixed(5)) : "",
  ].filter(Boolean);
  return (
    <article className="owning-case" data-waiting={ticket.id}>
      <h3>
        <a href={`/?ticket=${ticket.id}`}>{ticket.title || ticket.number}</a>
        <span className="chip">
          {ticket.state === "returned" ? words.owning.returned : words.owning.undecided}
        </span>
        <span className="quiet">{ticket.number}</span>
      </h3>
      <p>{[ticket.path?.replaceAll("/", " › "), ticket.address].filter(Boolean).join(text.dot)}</p>
      {facts.length > 0 ? <p className="quiet">{facts.join(text.dot)}</p> : null}
      {basis.length > 0 ? <p>{basis.join(text.dot)}</p> : null}
      {ticket.precedent_says ? (
        <p className="notice" role="status">
          <strong>{words.owning.contradicts}</strong> {ticket.precedent_says}
        </p>
      ) : null}
      <Said offers={ticket} />
      <a className="button small" href={`/?ticket=${ticket.id}`}>
        {words.owning.open}
      </a>
    </article>
  );
}
