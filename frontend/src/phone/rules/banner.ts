/** What the line at the top says of the network and of what waits; nothing where there is nothing to say. Pure. */
import { text } from "../../text";
import type { Sending, Summary } from "./outbox";

interface Standing {
  summary: Summary;
  isOnline: boolean;
  isBusy: boolean;
  sending: Sending | null;
}

/** What is leaving the phone has a network, whatever became of the live list on it. */
export function bannerWords({ summary, isOnline, isBusy, sending }: Standing): string | null {
  if (summary.refused > 0) return text.phone.refusedQueue(summary.refused);
  if (sending && sending.percent > 0) return text.phone.sendingQueue(summary.waiting, sending.percent);
  if (!isOnline) return text.phone.offlineQueue(summary.waiting);
  if (isBusy) return text.phone.busyQueue(summary.waiting);
  if (summary.waiting === 0) return null;
  if (sending) return text.phone.sendingQueue(summary.waiting, 0);
  if (summary.asked === summary.waiting) return text.phone.askedQueue(summary.asked);
  return text.phone.waitingQueue(summary.waiting);
}
