/** Whose the ticket is, as far as earlier decisions say: precedents, like cases; asked only where it may be decided. */
import { useQuery } from "@tanstack/react-query";
import { Said } from "../../look/Said";
import { words } from "../../text/owning";
import { owningApi } from "../../wire/owning";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { Section } from "./Section";

const ASKED: ReadonlySet<string> = new Set(["decide", "grant", "force", "return"]);

export function Owning({ row, detail }: { row: TicketRow; detail: TicketDetail }) {
  const { now, address } = useDesk();
  // Where rulings are made the same stands beside the panel, larger.
  const isBeside = address.view === "ruling";
  const isAsked = !isBeside && detail.allowed.some(({ command, why }) => ASKED.has(command) && !why);
  const found = useQuery({
    queryKey: ["offers", row.id, row.version],
    queryFn: () => owningApi.offers(row.id),
    enabled: isAsked,
  });
  const says = detail.returned?.precedent_says;
  const offers = found.data;
  const isSilent = !offers || (offers.precedents.length === 0 && offers.like.length === 0);
  if (!isAsked || (isSilent && typeof says !== "string")) return null;
  return (
    <Section title={words.owning.sayTitle} name="owning">
      {typeof says === "string" ? (
        <p className="notice" role="status">
          <strong>{words.owning.contradicts}</strong> {says}
        </p>
      ) : null}
      {offers && !isSilent ? <Said offers={offers} now={now} /> : null}
    </Section>
  );
}
