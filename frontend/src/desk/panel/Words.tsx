/** The head of the panel: who holds it and how long, then the citizen's words. */
import type { ReactNode } from "react";
import { Clamped } from "../../look/Clamped";
import { Marked } from "../../look/Marked";
import { isUnsorted } from "../../state/duties";
import { fullTime, span } from "../../state/format";
import { text } from "../../text";
import { labelOf } from "../../text/labels";
import { shortName } from "../../text/unitNames";
import type { TicketDetail, TicketRow } from "../../wire/types";
import { findOpen } from "../commands";
import { useDesk } from "../context";
import { useOnlookers } from "../ticket";
import { Caller } from "./Caller";
import { AtUnit, Phone, useHolding } from "./Holder";
import type { Orders } from "./useOrders";

interface Props {
  row: TicketRow;
  detail: TicketDetail | undefined;
  orders: Orders;
  /** What was recognised as a place, while it is still to be found. */
  names: readonly string[];
  /** Widen and close. */
  tools: ReactNode;
}

export function Words({ row, detail, orders, names: placeNames, tools }: Props) {
  const { now } = useDesk();
  const onlookers = useOnlookers(row.id);
  const { name, phone, onDuty } = useHolding(row, detail);
  const facts = [
    { said: text.ticket.now(text.state[row.state]), number: null },
    { said: name ? text.ticket.heldBy(name) : "", number: phone },
    { said: text.ticket.stayed(span(now - Date.parse(row.state_since))), number: null },
    { said: row.suspended_until ? text.list.suspended(fullTime(row.suspended_until)) : "", number: null },
  ].filter(({ said }) => said);
  return (
    <section className="section words" data-section="words">
      <div className="words-head">
        <span className="words-number">{row.number}</span>
        {tools}
      </div>
      <div data-holder>
        <p className="words-now">
          {facts.map(({ said, number }, index) => (
            <span key={said} className="words-fact">
              {said}
              {number ? " " : null}
              <Phone number={number} />
              {index < facts.length - 1 ? text.dot : null}
            </span>
          ))}
        </p>
        <AtUnit onDuty={onDuty} />
      </div>
      <h2 className="words-title" lang="zh-CN">
        <Marked words={row.title} names={placeNames} />
      </h2>
      <Clamped className="words-content" words={detail?.content ?? ""} names={placeNames} />
      {row.address ? (
        <p className="words-address">
          {text.ticket.address}{" "}
          <span className="words-where" lang="zh-CN">
            <Marked words={row.address} names={placeNames} />
          </span>
        </p>
      ) : null}
      <Returned detail={detail} />
      <Caller row={row} detail={detail} orders={orders} />
      <Marks row={row} detail={detail} orders={orders} />
      {onlookers.length > 0 ? (
        <p className="words-looking">{text.ticket.looking(onlookers.join(text.comma))}</p>
      ) : null}
    </section>
  );
}

const RETURN_WORDS = ["reason", "basis"];

/** Why a unit says it is not theirs: what the district has to rule on. Beside a case, the case says it. */
function Returned({ detail }: { detail: TicketDetail | undefined }) {
  const { names, address } = useDesk();
  const returned = detail?.returned;
  if (!returned) return null;
  const isSaid = address.view === "ruling" && detail.row.state === "returned";
  if (isSaid && !detail.first_unit_name) return null;
  const proposed =
    typeof returned.proposed === "number"
      ? shortName(names.units.get(returned.proposed)?.name ?? "")
      : undefined;
  const words = RETURN_WORDS.map((name) => returned[name])
    .filter((value): value is string => typeof value === "string")
    .map((value) => text.returnReason[value] ?? value);
  return (
    <div className="words-returned">
      <strong>{text.ticket.returned}</strong>
      {isSaid
        ? null
        : [...words, proposed ? text.ticket.proposed(proposed) : ""].filter(Boolean).join(text.dot)}
      {detail.first_unit_name ? (
        <span className="quiet">{text.ticket.first(shortName(detail.first_unit_name))}</span>
      ) : null}
    </div>
  );
}

/** Our category; where none of ours was recognised, the hotline's own words. */
function categoryWords({ category_path: path, category_given: given, row }: TicketDetail): string | null {
  if (path) return path.replaceAll("/", " › ");
  if (given) return text.ticket.categoryGiven(given);
  return isUnsorted(row) ? text.ticket.categoryNone : null;
}

/** Where nobody knows the category, whoever answers for the ticket is asked for it. */
function Unsorted({ row, orders }: { row: TicketRow; orders: Orders }) {
  const offer = findOpen(orders.allowed, "classify");
  if (!isUnsorted(row) || !offer || orders.form) return null;
  return (
    <button type="button" className="link" data-classify onClick={() => orders.begin(offer)}>
      {labelOf(offer)} <kbd>X</kbd>
    </button>
  );
}

type MarksProps = Pick<Props, "row" | "detail" | "orders">;

function Marks({ row, detail, orders }: MarksProps) {
  const marks = [
    text.type[row.type],
    row.urgency === "normal" ? null : text.urgency[row.urgency],
    detail ? categoryWords(detail) : null,
    row.confidential ? text.ticket.confidential : null,
    row.no_return ? text.ticket.noReturn : null,
    row.exempt ? text.ticket.exempt : null,
    ...row.flags.map((flag) => text.ticket.flags[flag]),
    row.urged > 0 ? text.list.urged(row.urged) : null,
    row.rework > 0 ? text.list.rework(row.rework) : null,
    row.order_no ? text.ticket.order(row.order_no) : null,
    detail?.repeat_of ? text.ticket.repeatOf(detail.repeat_of) : null,
  ].filter((mark): mark is string => Boolean(mark));
  return (
    <p className="words-marks">
      {marks.map((mark) => (
        <span key={mark} className="chip">
          {mark}
        </span>
      ))}
      <Unsorted row={row} orders={orders} />
    </p>
  );
}
