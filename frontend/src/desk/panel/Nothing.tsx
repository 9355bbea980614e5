/** The right column before a ticket is open. */
import { lazy } from "react";
import { Face } from "../../look/Failure";
import { Late } from "../../look/Late";
import { isLeader } from "../../state/roles";
import { text } from "../../text";
import { useDesk } from "../context";

const LeaderStart = lazy(() =>
  import("../../district/LeaderStart").then(({ LeaderStart }) => ({ default: LeaderStart })),
);

/** Before a ticket is open: a leader sees how the center stands, everybody else is told what to do. */
export function Nothing() {
  const { me } = useDesk();
  const face = <Face title={text.ticket.none} hint={text.ticket.noneHint} />;
  if (!isLeader(me.memberships)) return face;
  return (
    <Late waiting={face}>
      <LeaderStart />
    </Late>
  );
}
