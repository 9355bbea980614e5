/** Words of the page that a link in a message opens, English. */
import type { Words } from "..";
import type { zhLink } from "../zh/link";

export const enLink: Words<typeof zhLink> = {
  title: "Your task",
  opening: "Opening",
  closed: "This link does not open any more",
  call: (name) => `Call ${name}`,
  noPhone: (name) => `Please contact ${name}`,
  later: "Not just now",
  again: "Open the link in the message again; after 24 hours, call the center that sent it.",
  unreachable: "No network",
  gone: "This ticket is not yours any more",
  retry: "Try again",
  waiting: (state) => `Now: ${state}`,
  callerReason: "联系诉求人办理工单",
  callerNone: "No number was left",
  hide: "Hide the number",
  back: "Back",
  more: "More",
  elsewhere: "Placing and handing on are done on the phone page or at a desk, after signing in.",
  photoBad: "This photo cannot be read; please take it again.",
  offline: "No network: the number cannot be shown. Press again in a moment.",
  kept: "Kept, waiting for a network. It goes by itself.",
  refused: (n) => `${n} not accepted: why is said above`,
  keptSoon: "Kept, about to be sent.",
  sending: "Being sent…",
  stay: " This browser keeps nothing: please do not close this page before it is sent.",
  unreached: "No network: this is as it was. Go on, it is kept first.",
  unsent: "Not sent from this phone; please tell the center:",
};
