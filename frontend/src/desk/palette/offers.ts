/** Who is on screen says what the palette may do for them: each offers its entries for as long as it is shown. */
import { useEffect, useRef } from "react";

export type Group = "command" | "ticket" | "page" | "duty" | "town" | "switch";

export interface PaletteEntry {
  id: string;
  group: Group;
  label: string;
  /** Words that mean it too. */
  also?: string;
  /** What stands at the right: a key, a state, a count. */
  hint?: string;
  run: () => void;
}

type Offer = () => readonly PaletteEntry[];
const offers = new Set<Offer>();

/** Asked for when the palette opens, as things stand then. */
export function offered(): PaletteEntry[] {
  return [...offers].flatMap((offer) => offer());
}

export function useOffers(offer: Offer): void {
  const latest = useRef(offer);
  latest.current = offer;
  useEffect(() => {
    const ask: Offer = () => latest.current();
    offers.add(ask);
    return () => void offers.delete(ask);
  }, []);
}
