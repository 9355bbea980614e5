/** The head of the panel: who holds it and how long, then the citizen's words. */
import { span } from "../../state/format";
import { text } from "../../text";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { useDesk } from "../context";
import { holderOf } from "../names";
import { useOnlookers } from "../ticket";
import { Caller } from "./Caller";

export function Words({ row, detail }: { row: TicketRow; detail: TicketDetail | undefined }) {
  const { names, now } = useDesk();
  const onlookers = useOnlookers(row.id);
  const holder = holderOf(row, names);
  const facts = [
    `${text.ticket.now}:${text.state[row.state]}`,
    holder ? text.ticket.heldBy(holder) : "",
    text.ticket.stayed(span(now - Date.parse(row.state_since))),
  ].filter(Boolean);
  return (
    <section className="section words" data-section="words">
      <p className="words-now">
        <strong>{facts.join(text.dot)}</strong>
        <span className="words-number">{row.number}</span>
      </p>
      <h2 className="words-title" lang="zh-CN">
        {row.title}
      </h2>
      <p className="words-content" lang="zh-CN">
        {detail?.content ?? ""}
      </p>
      {row.address ? (
        <p className="words-address">
          {text.ticket.address} <span lang="zh-CN">{row.address}</span>
        </p>
      ) : null}
      <Caller row={row} detail={detail} />
      <Marks row={row} detail={detail} />
      {onlookers.length > 0 ? (
        <p className="words-looking">{text.ticket.looking(onlookers.join(text.comma))}</p>
      ) : null}
    </section>
  );
}

function Marks({ row, detail }: { row: TicketRow; detail: TicketDetail | undefined }) {
  const category = detail?.category_path?.replaceAll("/", " › ") ?? null;
  const marks = [
    text.type[row.type],
    row.urgency === "normal" ? null : text.urgency[row.urgency],
    category,
    row.confidential ? text.ticket.confidential : null,
    row.no_return ? text.ticket.noReturn : null,
    row.urged > 0 ? text.list.urged(row.urged) : null,
    row.rework > 0 ? text.list.rework(row.rework) : null,
    row.order_no ? text.ticket.order(row.order_no) : null,
  ].filter((mark): mark is string => Boolean(mark));
  return (
    <p className="words-marks">
      {marks.map((mark) => (
        <span key={mark} className="chip">
          {mark}
        </span>
      ))}
    </p>
  );
}
