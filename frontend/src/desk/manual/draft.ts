/** A ticket made by hand, as its form holds it. Pure. */
import type { NewTicket, Point, TicketType, Urgency } from "../../wire/types";

export interface ManualDraft {
  door: NewTicket["door"];
  type: TicketType;
  urgency: Urgency;
  title: string;
  content: string;
  address: string;
  callerName: string;
  callerPhone: string;
  category: string;
  confidential: boolean;
  point: Point | null;
}

export const emptyManual: ManualDraft = {
  door: "call",
  type: "complaint",
  urgency: "normal",
  title: "",
  content: "",
  address: "",
  callerName: "",
  callerPhone: "",
  category: "",
  confidential: false,
  point: null,
};

/** What was read from pasted words, over what stands there; an empty finding changes nothing. */
export function withPasted(
  draft: ManualDraft,
  found: { name: string; phone: string; address: string; content: string; title: string },
): ManualDraft {
  return {
    ...draft,
    door: "chat",
    title: draft.title || found.title,
    content: found.content || draft.content,
    address: found.address || draft.address,
    callerName: found.name || draft.callerName,
    callerPhone: found.phone || draft.callerPhone,
  };
}

export type ManualField = keyof ManualDraft;

export function missingManual(draft: ManualDraft): ManualField[] {
  return (["title", "content"] as const).filter((name) => draft[name].trim() === "");
}

/** What may be kept on this machine: all but who the caller is. */
export function withoutCaller(draft: ManualDraft): ManualDraft {
  return { ...draft, callerName: "", callerPhone: "" };
}

/** What the service takes: outer blanks gone, empty lines absent. */
export function toNewTicket(draft: ManualDraft, operation: string): NewTicket {
  const words = (value: string) => value.trim() || null;
  return {
    door: draft.door,
    type: draft.type,
    urgency: draft.urgency,
    title: draft.title.trim(),
    content: draft.content.trim(),
    address: draft.address.trim(),
    caller_name: words(draft.callerName),
    caller_phone: words(draft.callerPhone),
    category: words(draft.category),
    confidential: draft.confidential,
    lon: draft.point?.lon ?? null,
    lat: draft.point?.lat ?? null,
    operation,
  };
}
