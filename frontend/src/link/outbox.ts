/**
 * What was done on a link's page and has not arrived yet: kept first, then sent, in order and once, whenever there is a
 * network. The rules and the sender are those of the phone page.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ActKeeper, DraftKeeper } from "../phone/keep/database";
import { type Heard, post } from "../phone/keep/posting";
import { Sender, type SenderEvents } from "../phone/keep/sender";
import type { Act, NewAct } from "../phone/rules/acts";
import type { Sending } from "../phone/rules/outbox";
import { type Keeping, openKeeping } from "./keeping";
import type { Standing } from "./opened";

export interface Outbox {
  /** Of this ticket, oldest first. */
  acts: readonly Act[];
  sending: Sending | null;
  keeper: ActKeeper & DraftKeeper;
  /** Whether what waits outlives the page. */
  isSafe: boolean;
  /** Keeps an act and sends it as soon as it can be; whether it was kept. */
  add(act: NewAct): Promise<boolean>;
  decide(act: Act, what: "again" | "drop"): void;
}

/** What a link's session sends: the acts of its ticket, and what its person has to say, which is of no ticket. */
function isOf(act: Act, { ticket, person }: Pick<Standing, "ticket" | "person">): boolean {
  return act.person === person && (act.kind === "grievance" || act.ticket === ticket);
}

/** The sender of one ticket; what it says is heard by `heard` and `renew`. */
function senderOf(
  { keeper }: Keeping,
  standing: Pick<Standing, "ticket" | "person">,
  heard: Pick<SenderEvents, "changed" | "moved">,
  renew: () => Promise<void>,
): Sender {
  const parts = {
    keeper,
    lock: "dispatch-link-outbox",
    isOurs: (act: Act) => isOf(act, standing),
    post: (act: Act, sent: Heard) => (act.kind === "report" ? Promise.resolve(null) : post(act, sent)),
  };
  return new Sender(parts, { ...heard, taken: renew, refused: renew, stopped: () => void renew() });
}

/** `null` until it is known what waits. `renew` asks for the ticket anew, also where the link is over. */
export function useOutbox({ ticket, person }: Standing, renew: () => Promise<void>): Outbox | null {
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const [held, setHeld] = useState<Pick<Outbox, "acts" | "sending"> | null>(null);
  const sender = useRef<Sender | null>(null);
  const asked = useRef(renew);
  asked.current = renew;
  useEffect(() => void openKeeping().then(setKeeping), []);
  useEffect(() => {
    if (!keeping) return;
    const standing = { ticket, person };
    const made = senderOf(
      keeping,
      standing,
      {
        changed: (acts, sending) => setHeld({ acts: acts.filter((act) => isOf(act, standing)), sending }),
        moved: (sending) => setHeld((held) => (held ? { ...held, sending } : held)),
      },
      () => asked.current(),
    );
    sender.current = made;
    const hurry = () => made.hurry();
    void made.reload().then(() => made.for(person));
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      made.for(null);
      window.removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
    };
  }, [keeping, ticket, person]);
  const add = useCallback(
    async (act: NewAct): Promise<boolean> => {
      try {
        await keeping?.keeper.addAct(act);
      } catch {
        return false;
      }
      await sender.current?.reload();
      sender.current?.hurry();
      return true;
    },
    [keeping],
  );
  const decide = useCallback(
    (act: Act, what: "again" | "drop") => void sender.current?.decide(act, what),
    [],
  );
  return useMemo(
    () => (keeping && held ? { ...held, ...keeping, add, decide } : null),
    [keeping, held, add, decide],
  );
}

/** What could not be sent from this phone, whichever link it was of. For the face of a link that is over. */
export async function unsent(): Promise<readonly Act[]> {
  const { keeper } = await openKeeping();
  return keeper.acts();
}
