/** 通知: whom the service told of this ticket, how, and whether it arrived. Asked for when it is opened. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/telling";
import { type Notice, tellingApi } from "../../wire/telling";
import { useDesk } from "../context";
import { Section } from "../panel/Section";

const LOOK_AGAIN_MS = 2_000;

function isOnItsWay(notice: Notice): boolean {
  return notice.state === "pending";
}

export function Notices({ ticket, version }: { ticket: number; version: number }) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["notices", ticket, version],
    queryFn: () => tellingApi.notices(ticket),
    enabled: isOpen,
    // What becomes of a message changes nothing of the ticket.
    refetchInterval: ({ state }) => (state.data?.some(isOnItsWay) ? LOOK_AGAIN_MS : false),
  });
  const toggle = (
    <button type="button" className="link" data-notices onClick={() => setOpen(!isOpen)}>
      {isOpen ? text.less : text.more}
    </button>
  );
  return (
    <Section title={words.notices} name="notices" aside={toggle}>
      {isOpen && found.data?.length === 0 ? <p className="quiet">{words.noticesNone}</p> : null}
      {isOpen && found.data ? (
        <ul className="letters">
          {found.data.map((each) => (
            <Line key={each.id} notice={each} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Line({ notice }: { notice: Notice }) {
  const { now } = useDesk();
  const when = notice.opened_at ?? notice.delivered_at ?? notice.sent_at ?? notice.created_at;
  return (
    <li className="letter" data-notice={notice.state}>
      <span>{words.kind[notice.kind]}</span>
      <strong>{notice.person_name}</strong>
      <span className="quiet">
        {[words.template[notice.template], words.state[notice.state], shortTime(when, now)].join(text.dot)}
      </span>
      {notice.call_result ? <span>{words.callResult[notice.call_result]}</span> : null}
      {notice.error ? <span className="letter-why">{notice.error}</span> : null}
    </li>
  );
}
