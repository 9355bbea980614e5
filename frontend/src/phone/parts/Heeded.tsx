/** 签发前请留意: stands above the words that are signed, on the ticket and where it is confirmed. */
import { text } from "../../text";
import type { TicketDetail } from "../../wire/types";
import { heededOf, signedWhy } from "../rules/heeded";

export function Heeded({ answer }: Pick<TicketDetail, "answer">) {
  const found = heededOf(answer);
  const why = signedWhy(answer);
  if (found.length === 0 && !why) return null;
  return (
    <section className="part" data-part="heeded">
      {found.length > 0 ? <h2 className="part-title">{text.phone.heeded.title(found.length)}</h2> : null}
      {found.length > 0 ? (
        <ul className="heeded">
          {found.map(({ kind, words }) => (
            <li key={words} className={kind === "warning" ? "heeded-grave" : undefined} data-heeded={kind}>
              {words}
            </li>
          ))}
        </ul>
      ) : null}
      {why ? <p className="quiet">{text.phone.heeded.why(why)}</p> : null}
    </section>
  );
}
