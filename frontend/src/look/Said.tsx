/** What earlier decisions say of whose a ticket is: precedents that speak of it, and like cases. Desk and pages alike. */
import "./said.css";
import { shortTime } from "../state/format";
import { text, word } from "../text";
import { words } from "../text/owning";
import type { LikeCase, OwningOffers } from "../wire/owning";

type Offers = Pick<OwningOffers, "precedents" | "like">;

export function Said({ offers, now = Date.now() }: { offers: Offers; now?: number }) {
  if (offers.precedents.length === 0 && offers.like.length === 0)
    return <p className="quiet">{words.owning.saidNothing}</p>;
  return (
    <div className="said-offers">
      <div data-offers>
        <strong>{words.owning.precedentsTitle}</strong>
        {offers.precedents.length === 0 ? <p className="quiet">{words.owning.precedentsNone}</p> : null}
        <ul>
          {offers.precedents.map((offer) => (
            <li key={offer.id}>
              {[offer.why, offer.category, offer.unit_name].join(text.dot)}
              <span className="said-under">{offer.reason}</span>
            </li>
          ))}
        </ul>
      </div>
      <div data-like>
        <strong>{words.owning.likeTitle}</strong>
        {offers.like.length === 0 ? <p className="quiet">{words.owning.likeNone}</p> : null}
        <ul>
          {offers.like.map((each) => (
            <li key={`${each.ticket}.${each.at}`}>
              {`${word(words.owning.decided, each.command)} ${each.unit_name}`}
              <span className="said-under">{likeWords(each, now)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function likeWords(each: LikeCase, now: number): string {
  return [
    each.place_name ?? "",
    each.metres ? words.owning.metres(String(each.metres)) : "",
    each.path ?? "",
    each.return_reason ? word(text.returnReason, each.return_reason) : "",
    each.reason ?? "",
    [each.person, shortTime(each.at, now)].filter(Boolean).join(" "),
    each.number,
  ]
    .filter(Boolean)
    .join(text.dot);
}
