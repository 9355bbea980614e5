/** While a ticket is open: what it is asked about, and that whoever leaves has answered enough. */
import { useEffect, useMemo, useRef } from "react";
import { text } from "../../text";
import { usePhone } from "../context";
import { allMade, type Made } from "../keep/inHand";
import { askedOf, type CommandAct } from "../rules/acts";
import { isAway, onAway } from "./camera";

interface Staying {
  isHere(): boolean;
  /** The question that is open of the ticket is over, with what was said: whether the phone could keep that. */
  unask(said: CommandAct["fields"]): Made;
  /** Whether all that is in hand of the ticket is kept, with nothing left to be asked. */
  allMade(): Made;
}

/** Whoever leaves the ticket, or the page, with a question open has done what it was asked about. */
export function useStaying(ticket: number, tell: (problem: string) => void): Staying {
  const { session, view } = usePhone();
  const { reported } = view;
  const isOpen = useRef(false);
  const staying = useMemo(() => {
    const all = () => [ticket, ...before(reported, ticket)];
    const full = () => {
      tell(text.phone.phoneFull);
      return false;
    };
    const unask = (said: CommandAct["fields"]) => session.unask(all(), said).then(() => true, full);
    return {
      isHere: () => isOpen.current && !isAway(),
      unask,
      allMade: async () => {
        const isMade = await allMade(...all());
        return (await unask({})) && isMade;
      },
    };
  }, [session, ticket, reported, tell]);
  useEffect(() => {
    isOpen.current = true;
    // A phone that cannot keep it now sends it when it starts anew.
    const leave = () => void staying.unask({});
    window.addEventListener("pagehide", leave);
    const unwatch = onAway(leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      unwatch();
      isOpen.current = false;
      leave();
    };
  }, [staying]);
  return staying;
}

/** The numbers of this phone's own that a ticket had before the service made it of a report. */
function before(reported: ReadonlyMap<number, number>, ticket: number): number[] {
  return [...reported].filter(([, made]) => made === ticket).map(([own]) => own);
}

export interface Far {
  metres: number;
  say(reason: string | null): Promise<unknown>;
}

/** The question of a ticket why whoever arrived was far off, while it is open. */
export function useFar(id: number, { unask }: Staying): Far | null {
  const { acts } = usePhone().view;
  const asked = acts.filter(({ ticket }) => ticket === id).map(askedOf);
  const metres = asked.find((each) => each !== undefined);
  return useMemo(() => {
    const say = (reason: string | null) => unask(reason === null ? {} : { reason });
    return metres === undefined ? null : { metres, say };
  }, [metres, unask]);
}
