/** 一事多诉: the parent, the tickets merged into this one, and tickets that may be the same, each with its reasons. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { percent, shortTime } from "../../state/format";
import { mayWatchReports } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/joint";
import { jointApi, type Relative, type SimilarTicket } from "../../wire/joint";
import type { Allowed, TicketRow } from "../../wire/types";
import { findOpen } from "../commands";
import { useDesk } from "../context";
import { Section } from "../panel/Section";
import type { Orders } from "../panel/useOrders";
import { useJoint } from "./useJoint";

interface Props {
  row: TicketRow;
  orders: Orders;
}

export function Family({ row, orders }: Props) {
  const { data } = useJoint(row);
  const relatives = data ? [...(data.parent ? [data.parent] : []), ...data.children] : [];
  const offer = findOpen(orders.allowed, "merge");
  if (relatives.length === 0 && !offer) return null;
  const aside = row.callers > 1 ? words.callers(row.callers) : undefined;
  return (
    <Section title={words.family} name="family" aside={aside}>
      {data?.parent ? (
        <>
          <p className="quiet">{words.parent}</p>
          <Relatives relatives={[data.parent]} />
        </>
      ) : null}
      {data && data.children.length > 0 ? (
        <>
          <p className="quiet">{words.children(data.children.length)}</p>
          <Relatives relatives={data.children} />
        </>
      ) : null}
      {offer ? <Likeness row={row} orders={orders} offer={offer} /> : null}
    </Section>
  );
}

function Relatives({ relatives }: { relatives: readonly Relative[] }) {
  const { now, go } = useDesk();
  return (
    <ul className="letters">
      {relatives.map((each) => (
        <li key={each.id} className="letter" data-relative={each.id}>
          <button type="button" className="link" onClick={() => go({ ticket: each.id })}>
            {each.number}
          </button>
          <strong>{each.title}</strong>
          <span className="quiet">
            {[
              text.state[each.state],
              shortTime(each.received_at, now),
              each.urged > 0 ? text.list.urged(each.urged) : "",
            ]
              .filter(Boolean)
              .join(text.dot)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface LikenessProps extends Props {
  offer: Allowed;
}

/** Asked for by a click: nothing is suggested to whoever did not ask. */
function Likeness({ row, orders, offer }: LikenessProps) {
  const { me } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["similar", row.id, row.version],
    queryFn: ({ signal }) => jointApi.similar(row.id, signal),
    enabled: isOpen,
  });
  if (!mayWatchReports(me.memberships)) return null;
  if (!isOpen)
    return (
      <button type="button" className="button small" data-look-similar onClick={() => setOpen(true)}>
        {words.look}
      </button>
    );
  if (!found.data) return <p className="quiet">{text.faces.loading}</p>;
  return (
    <>
      {found.data.similar.length === 0 ? <p className="quiet">{words.similarNone}</p> : null}
      <ul className="letters">
        {found.data.similar.map((each) => (
          <Like
            key={each.id}
            like={each}
            onMerge={() => orders.begin(offer, { parent: each.id, reason: each.reasons.join("、") })}
          />
        ))}
      </ul>
      {found.data.elsewhere > 0 ? <p className="quiet">{words.elsewhere(found.data.elsewhere)}</p> : null}
      <p className="quiet">{words.mergeHint}</p>
    </>
  );
}

function Like({ like, onMerge }: { like: SimilarTicket; onMerge: () => void }) {
  const { now, go } = useDesk();
  return (
    <li className="letter" data-similar={like.id}>
      <button type="button" className="link" onClick={() => go({ ticket: like.id })}>
        {like.number}
      </button>
      <strong>{like.title}</strong>
      <span className="quiet">
        {[words.like(percent(like.share)), text.state[like.state], shortTime(like.received_at, now)].join(
          text.dot,
        )}
      </span>
      <span className="letter-why">
        {like.reasons.map((reason) => (
          <span key={reason} className="chip">
            {reason}
          </span>
        ))}
      </span>
      {like.state === "replied" ? null : (
        <button type="button" className="button small" data-merge-into={like.id} onClick={onMerge}>
          {words.merge}
        </button>
      )}
    </li>
  );
}
