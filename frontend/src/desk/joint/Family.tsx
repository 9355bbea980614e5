/** 一事多诉: the parent, the tickets merged into this one, and tickets that may be the same, each with its reasons. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { percent, shortTime } from "../../state/format";
import { mayWatchReports } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/joint";
import { jointApi, type Relative, type Similar, type SimilarTicket } from "../../wire/joint";
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
  const offer = findOpen(orders.allowed, "merge");
  const like = useLikeness(row, offer !== null && offer !== undefined);
  const relatives = data ? [...(data.parent ? [data.parent] : []), ...data.children] : [];
  const isSuggested = like !== undefined && like.similar.length + like.elsewhere > 0;
  if (relatives.length === 0 && !isSuggested) return null;
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
      {offer && isSuggested ? <Likeness like={like} orders={orders} offer={offer} /> : null}
    </Section>
  );
}

const FRESH_MS = 60_000;

/** Tickets that may be of the same event, looked for where this one may be merged; shown, never merged by themselves. */
function useLikeness(row: TicketRow, isOffered: boolean): Similar | undefined {
  const { me } = useDesk();
  const found = useQuery({
    queryKey: ["similar", row.id, row.state],
    queryFn: ({ signal }) => jointApi.similar(row.id, signal),
    enabled: isOffered && mayWatchReports(me.memberships),
    staleTime: FRESH_MS,
  });
  return isOffered ? found.data : undefined;
}

function Relatives({ relatives }: { relatives: readonly Relative[] }) {
  const { now, go } = useDesk();
  return (
    <ul className="letters">
      {relatives.map((each) => (
        <li key={each.id} className="letter about" data-relative={each.id}>
          <button type="button" className="link" onClick={() => go({ ticket: each.id })}>
            {each.number}
          </button>
          <strong>{each.title}</strong>
          <span className="quiet">
            {[
              text.state[each.state],
              shortTime(each.received_at, now),
              each.urged > 0 ? text.list.urged(each.urged) : "",
              each.has_order ? "" : words.tellByHand,
            ]
              .filter(Boolean)
              .join(text.dot)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface LikenessProps {
  like: Similar;
  orders: Orders;
  offer: Allowed;
}

/** So many suggestions stand there at first. */
const FIRST = 2;

function Likeness({ like, orders, offer }: LikenessProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? like.similar : like.similar.slice(0, FIRST);
  return (
    <>
      {like.similar.length > 0 ? <p data-suggested>{words.suggested(like.similar.length)}</p> : null}
      <ul className="likes">
        {shown.map((each) => (
          <Like
            key={each.id}
            like={each}
            onMerge={() => orders.begin(offer, { parent: each.id, reason: each.reasons.join(text.comma) })}
          />
        ))}
      </ul>
      {shown.length < like.similar.length ? (
        <button type="button" className="link" data-more-similar onClick={() => setWhole(true)}>
          {words.moreSimilar(like.similar.length - shown.length)}
        </button>
      ) : null}
      {like.elsewhere > 0 ? <p className="quiet">{words.elsewhere(like.elsewhere)}</p> : null}
      {like.similar.length > 0 ? <p className="quiet">{words.mergeHint}</p> : null}
    </>
  );
}

function Like({ like, onMerge }: { like: SimilarTicket; onMerge: () => void }) {
  const { now, go } = useDesk();
  const standing = [
    words.like(percent(like.share)),
    text.state[like.state],
    shortTime(like.received_at, now),
    like.callers > 1 ? words.callers(like.callers) : "",
  ];
  return (
    <li className="like" data-similar={like.id}>
      <p className="like-head">
        <strong>{like.title}</strong>
        <button type="button" className="link" onClick={() => go({ ticket: like.id })}>
          {like.number}
        </button>
      </p>
      <p className="quiet like-words" title={like.excerpt}>
        {like.excerpt}
      </p>
      <p className="like-why">
        {like.reasons.map((reason) => (
          <span key={reason} className="chip">
            {reason}
          </span>
        ))}
      </p>
      <p className="like-head">
        <span className="quiet">{standing.filter(Boolean).join(text.dot)}</span>
        {like.state === "replied" ? (
          <span className="quiet">{words.tooLate}</span>
        ) : (
          <button type="button" className="button small" data-merge-into={like.id} onClick={onMerge}>
            {words.merge}
          </button>
        )}
      </p>
    </li>
  );
}
