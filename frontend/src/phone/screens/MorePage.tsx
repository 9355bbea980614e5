/** 其他操作: everything else the service allows now, each with its own form. */
import { paperAddress } from "../../print/address";
import { text } from "../../text";
import { labelOf } from "../../text/labels";
import { usePhone } from "../context";
import { Banner, Bar } from "../parts/Bar";
import { isForPhone } from "../rules/buttons";
import { hasPaper, type TicketView } from "./ticket";

export function MorePage({ ticket }: { ticket: TicketView }) {
  const { swap, me } = usePhone();
  const needsDesk = ticket.allowed.some((each) => !isForPhone(each));
  return (
    <div className="phone" data-screen="more" data-ticket={ticket.row.id}>
      <Bar title={text.phone.more} />
      <Banner />
      <main className="scroll form">
        {ticket.buttons.others.map((each) => (
          <div key={each.command}>
            <button
              type="button"
              className="tall"
              disabled={Boolean(each.why)}
              onClick={() => swap({ page: each.command })}
              data-command={each.command}
            >
              {labelOf(each)}
            </button>
            {each.why ? <p className="quiet">{each.why}</p> : null}
          </div>
        ))}
        {hasPaper(ticket, me) ? (
          <a
            className="tall"
            href={paperAddress(ticket.row.id, "assignment", null)}
            target="_blank"
            rel="noreferrer"
            data-command="print"
          >
            {text.phone.print}
          </a>
        ) : null}
        {needsDesk ? <p className="note">{text.phone.onDesk}</p> : null}
      </main>
    </div>
  );
}
