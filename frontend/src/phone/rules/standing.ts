/** How an act that is still on the phone stands, in words: with how much of it has left, where that takes time. Pure. */
import { text } from "../../text";
import type { Act } from "./acts";
import { type ActStatus, type Sending, statusOf } from "./outbox";

export interface Standing {
  status: ActStatus;
  words: string;
}

export function standingOf(act: Act, acts: readonly Act[], sending: Sending | null): Standing {
  const status = statusOf(act, acts, sending);
  const percent = status === "sending" ? (sending?.percent ?? 0) : 0;
  return { status, words: percent > 0 ? text.phone.sent(percent) : text.phone.act[status] };
}
