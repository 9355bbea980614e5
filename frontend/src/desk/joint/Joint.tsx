/** Beside the handlers: sheets passed outside, dangers that went to the police, cases, and what crossed over to or from the police. */
import { paperAddress } from "../../print/address";
import { shortTime } from "../../state/format";
import { text, word } from "../../text";
import { words as desk } from "../../text/desk";
import { words } from "../../text/joint";
import { labelOf } from "../../text/labels";
import type { EnforcementCase, PoliceHandover, TicketJoint, Transfer } from "../../wire/joint";
import type { TicketRow } from "../../wire/types";
import { findOpen } from "../commands";
import { useDesk } from "../context";
import { Section } from "../panel/Section";
import type { Orders } from "../panel/useOrders";
import { useJoint } from "./useJoint";

interface Props {
  row: TicketRow;
  orders: Orders;
}

export function Joint({ row, orders }: Props) {
  const { data } = useJoint(row);
  if (!data) return null;
  return (
    <>
      <Police police={data.police} />
      <Transfers ticket={row.id} transfers={data.transfers} />
      <Cases row={row} cases={data.cases} />
      <Dangers handovers={data.handovers} orders={orders} isLikely={data.danger_words.length > 0} />
    </>
  );
}

function Transfers({ ticket, transfers }: { ticket: number; transfers: readonly Transfer[] }) {
  const { now } = useDesk();
  if (transfers.length === 0) return null;
  return (
    <Section title={words.outside} name="outside">
      <ul className="letters">
        {transfers.map((each) => {
          const isLate = each.answered_at === null && Date.parse(each.due_at) <= now;
          const when = each.answered_at
            ? words.answered(shortTime(each.answered_at, now))
            : words.due(shortTime(each.due_at, now));
          return (
            <li key={each.id} className="letter" data-transfer={each.id}>
              <strong>{[each.body, each.phone].filter(Boolean).join(" ")}</strong>
              <span className={isLate ? "problem" : "quiet"}>
                {isLate ? `${when}${text.dot}${words.overdue}` : when}
              </span>
              <span className="letter-why">{each.matter}</span>
              {each.answer ? <span className="letter-why">{each.answer}</span> : null}
              <a
                className="link"
                href={paperAddress(ticket, "transfer", each.id)}
                target="_blank"
                rel="noreferrer"
              >
                {words.print}
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Cases({ row, cases }: { row: TicketRow; cases: readonly EnforcementCase[] }) {
  const { now } = useDesk();
  if (cases.length === 0) return null;
  const next = row.next_step_at ? words.nextWord(shortTime(row.next_step_at, now)) : undefined;
  return (
    <Section title={words.case} name="cases" aside={next}>
      <ul className="letters">
        {cases.map((each) => (
          <li key={each.id} className="letter" data-case={each.state}>
            <span className="chip">{word(words.caseState, each.state)}</span>
            <strong>{[each.unit, each.case_no].filter(Boolean).join(text.dot)}</strong>
            <span className="letter-why">{each.clue}</span>
            {caseLines(each).map((line) => (
              <span key={line} className="letter-why">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What a case has come to, a line each. */
function caseLines(each: EnforcementCase): string[] {
  const review = each.legal_review
    ? words.review(each.legal_review)
    : each.listed === false
      ? words.noReview
      : "";
  return [
    each.officers.length > 0 ? words.officers(each.officers.join(text.comma)) : "",
    each.reason ?? "",
    each.full_record ? words.record(each.full_record) : "",
    each.decision ? [words.decision(each.decision), each.decision_on].filter(Boolean).join(text.dot) : "",
    review,
    each.published_on ? words.published(each.published_on) : "",
  ].filter(Boolean);
}

interface DangersProps {
  handovers: readonly PoliceHandover[];
  orders: Orders;
  /** The words sound like danger: then the call stands out. */
  isLikely: boolean;
}

/** What was handed over; and the way to do so, one quiet line unless the words sound like danger. */
function Dangers({ handovers, orders, isLikely }: DangersProps) {
  const offer = findOpen(orders.allowed, "report_danger");
  const ask = offer ? (
    <p className={isLikely ? "danger-ask" : "danger-line quiet"}>
      {isLikely ? words.dangerAsk : desk.dangerAsk}{" "}
      <a className={isLikely ? "danger-call" : undefined} href="tel:110">
        110
      </a>{" "}
      <button
        type="button"
        className={isLikely ? "button small" : "link"}
        data-danger
        onClick={() => orders.begin(offer, { phone: "110" })}
      >
        {labelOf(offer)}
      </button>
    </p>
  ) : null;
  if (handovers.length === 0 && !isLikely) {
    return ask ? (
      <section className="section" data-section="danger">
        {ask}
      </section>
    ) : null;
  }
  if (handovers.length === 0 && !ask) return null;
  return (
    <Section title={words.danger} name="danger">
      <DangerList handovers={handovers} />
      {ask}
    </Section>
  );
}

export function DangerList({ handovers }: { handovers: readonly PoliceHandover[] }) {
  const { now } = useDesk();
  if (handovers.length === 0) return null;
  return (
    <ul className="letters">
      {handovers.map((each) => (
        <li key={each.id} className="letter" data-danger-logged={each.id}>
          <strong>{each.what}</strong>
          <span className="quiet">
            {[shortTime(each.at, now), each.unit, each.person].filter(Boolean).join(text.dot)}
          </span>
          <span className="letter-why">
            {[word(words.phone, each.phone), each.whom, each.result].join(text.dot)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Police({ police }: { police: TicketJoint["police"] }) {
  const { names } = useDesk();
  if (!police) return null;
  const unit = (value: unknown) => (typeof value === "number" ? (names.units.get(value)?.name ?? "") : "");
  const item = typeof police.matter === "string" ? words.policeItem(police.matter) : "";
  const reason = typeof police.reason === "string" ? words.policeReason(police.reason) : "";
  return (
    <Section title={words.police} name="police">
      <p className="said" data-police>
        {[`${unit(police.from)} → ${unit(police.to)}`, item, reason].filter(Boolean).join(text.dot)}
      </p>
      {police.settled ? <p className="notice">{words.policeSettled}</p> : null}
    </Section>
  );
}
