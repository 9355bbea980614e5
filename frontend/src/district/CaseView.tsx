/** One case of ownership: at the left what the returning unit says, at the right what earlier decisions say. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDesk } from "../desk/context";
import { useTicketDetail } from "../desk/ticket";
import { Face } from "../look/Failure";
import { Said } from "../look/Said";
import { severityClass } from "../look/Shape";
import { nextDue, severityOf } from "../state/clocks";
import { duePhrase } from "../state/format";
import { pointReturned } from "../state/rulings";
import { text, word } from "../text";
import { words } from "../text/district";
import { shortName } from "../text/unitNames";
import { owningApi } from "../wire/owning";
import type { TicketDetail, TicketRow } from "../wire/types";

export function CaseView({ ticket }: { ticket: number }) {
  const { detail, row } = useTicketDetail(ticket);
  if (!row) return <Face title={detail.error ? text.ticket.failed : text.ticket.loading} />;
  return (
    <article className="case" data-case={row.id} data-case-state={row.state}>
      <CaseHead row={row} detail={detail.data} />
      <div className="case-sides">
        <section className="case-side" data-side-of="returner">
          {row.state === "returned" ? (
            <Returner row={row} detail={detail.data} />
          ) : (
            <Undecided row={row} detail={detail.data} />
          )}
        </section>
        <section className="case-side" data-side-of="precedents">
          <h3>{words.otherSide}</h3>
          <Precedents row={row} detail={detail.data} />
        </section>
      </div>
    </article>
  );
}

interface Props {
  row: TicketRow;
  detail: TicketDetail | undefined;
}

function CaseHead({ row, detail }: Props) {
  const { now } = useDesk();
  const due = nextDue(row);
  const severity = severityOf(row, now);
  const facts = [text.state[row.state], detail?.category_path?.replaceAll("/", " › "), row.address];
  return (
    <header className="case-head">
      <h2 lang="zh-CN">{row.title}</h2>
      {due ? (
        <strong className={severity === "on_time" ? "" : severityClass(severity)}>
          {duePhrase(due, now)}
        </strong>
      ) : null}
      <p className="quiet">{facts.filter(Boolean).join(text.dot)}</p>
    </header>
  );
}

function told(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function Returner({ row, detail }: Props) {
  const { names } = useDesk();
  const returned = detail?.returned ?? {};
  const unitOf = (id: unknown) => (typeof id === "number" ? shortName(names.units.get(id)?.name ?? "") : "");
  const point = pointReturned(detail);
  const returner = unitOf(returned.unit);
  const owner = unitOf(returned.proposed);
  return (
    <>
      <h3>
        {words.returner}
        {row.hops > 0 ? <span className="case-aside">{words.hops(row.hops)}</span> : null}
      </h3>
      {returner ? <p className="case-who">{words.returnedBy(returner)}</p> : null}
      <dl className="case-facts">
        <Fact name={words.reason}>{word(text.returnReason, told(returned.reason))}</Fact>
        <Fact name={words.basis}>{told(returned.basis) || words.noBasis}</Fact>
        <Fact name={words.proposed}>{owner ? <strong>{owner}</strong> : words.noProposed}</Fact>
        {point ? (
          <Fact name={words.newPoint}>{`${point.lon.toFixed(5)}, ${point.lat.toFixed(5)}`}</Fact>
        ) : null}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Nobody has said that it is not theirs; why the rules sent it to nobody. */
function Undecided({ detail }: Props) {
  return (
    <>
      <h3>{words.undecidedSide}</h3>
      <p>{detail ? (detail.row.routing_reason ?? words.nobodySays) : null}</p>
    </>
  );
}

function Precedents({ row, detail }: Props) {
  const { now } = useDesk();
  const offers = useQuery({
    queryKey: ["offers", row.id, row.version],
    queryFn: () => owningApi.offers(row.id),
  });
  const says = told(detail?.returned?.precedent_says);
  return (
    <>
      {says ? (
        <p className="notice" role="status" data-contradicts>
          <strong>{words.contradicts}</strong> {says}
        </p>
      ) : null}
      {offers.data ? <Said offers={offers.data} now={now} /> : null}
      {offers.data || !offers.error ? null : <p className="problem">{words.failed}</p>}
      <p className="case-note">{words.precedentArea}</p>
    </>
  );
}
