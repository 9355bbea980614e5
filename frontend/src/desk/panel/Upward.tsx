/** 上行申请 of a ticket: what was asked of the hotline, how far each has come, and what it said. */
import { useQuery } from "@tanstack/react-query";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/upward";
import type { TicketRow } from "../../wire/types";
import { type UpwardRequest, upwardApi } from "../../wire/upward";
import { useDesk } from "../context";
import { Section } from "./Section";
import "../upward.css";

/** Sending is no event of the ticket: while a signed request is on its way up, the panel looks again. */
const LOOK_AGAIN_MS = 2000;

function isOnItsWay(request: UpwardRequest): boolean {
  return request.state === "signed_off";
}

export function Upward({ row }: { row: TicketRow }) {
  const found = useQuery({
    queryKey: ["upward", row.id, row.version],
    queryFn: () => upwardApi.ofTicket(row.id),
    enabled: row.order_no !== null,
    refetchInterval: (query) => (query.state.data?.some(isOnItsWay) ? LOOK_AGAIN_MS : false),
  });
  const requests = found.data ?? [];
  if (requests.length === 0) return null;
  return (
    <Section title={words.title} name="upward" aside={requests.length}>
      <ul className="requests">
        {requests.map((each) => (
          <Request key={each.id} request={each} />
        ))}
      </ul>
    </Section>
  );
}

function Request({ request }: { request: UpwardRequest }) {
  const { now } = useDesk();
  const at = (instant: string) => shortTime(instant, now);
  return (
    <li className="request" data-request={request.id} data-request-state={request.state}>
      <p className="request-head">
        <strong>{words.kind[request.kind]}</strong>
        <span className={request.state === "unanswered" ? "problem" : undefined}>
          {words.state[request.state]}
        </span>
        {request.applied === false ? <span className="problem">{words.notApplied}</span> : null}
      </p>
      <p className="quiet">
        {[
          request.ground_name,
          request.until ? words.until(at(request.until)) : null,
          request.other ? words.other(request.other) : null,
          request.state === "sent" && request.answer_due_at
            ? words.answerDue(at(request.answer_due_at))
            : null,
        ]
          .filter(Boolean)
          .join(text.dot)}
      </p>
      <p>{request.reason}</p>
      {request.answer ? <p>{`“${request.answer}”`}</p> : null}
      {request.withdrawn_why ? <p>{request.withdrawn_why}</p> : null}
      <p className="quiet">{stepsOf(request, at).join(text.dot)}</p>
    </li>
  );
}

/** Who did what when, in a line. */
function stepsOf(request: UpwardRequest, at: (instant: string) => string): string[] {
  const { steps, system } = words;
  const told = [steps.drafted(request.drafted_by ?? system, at(request.drafted_at))];
  if (request.signed_at) told.push(steps.signed(request.signed_by ?? system, at(request.signed_at)));
  if (request.sent_at) told.push(steps.sent(at(request.sent_at)));
  if (request.answered_at) told.push(steps.answered(at(request.answered_at)));
  if (request.withdrawn_at)
    told.push(steps.withdrawn(request.withdrawn_by ?? system, at(request.withdrawn_at)));
  return told;
}
