/** Acts of a link's person: kept on the phone first, then sent. */
import { useRef, useState } from "react";
import { allMade } from "../phone/keep/inHand";
import { actOf } from "../phone/keep/making";
import { text } from "../text";
import type { Allowed, FieldValue } from "../wire/types";
import type { Opened } from "./opened";
import type { Outbox } from "./outbox";
import type { LinkView } from "./ticket";

/** Gives commands of this ticket: kept on the phone first, behind the photo still being made ready, then sent. */
export function useGiving({ standing, offset }: Opened, { row }: LinkView, outbox: Outbox) {
  const [said, setSaid] = useState("");
  const isGiving = useRef(false);
  const common = (label: string) => actOf(row, standing.person, label, Date.now() + offset);
  async function keep(add: Promise<boolean>): Promise<boolean> {
    const isKept = await add;
    setSaid(isKept ? "" : text.phone.phoneFull);
    return isKept;
  }
  async function give(command: Allowed, fields: Record<string, FieldValue>): Promise<boolean> {
    if (isGiving.current) return false;
    isGiving.current = true;
    const act = { ...common(command.label), kind: "command" as const, command: command.command, fields };
    const isKept = (await allMade(row.id)) && (await keep(outbox.add(act)));
    isGiving.current = false;
    return isKept;
  }
  return { said, setSaid, give, keep, common };
}

export type Giving = ReturnType<typeof useGiving>;
