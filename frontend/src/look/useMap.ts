/** A map in a pane: made once the pane stands, gone with it. Which map it is, its pane says; each comes when it is first shown. */
import { type RefObject, useEffect, useRef, useState } from "react";

/** Whether this browser can draw maps at all. */
export function hasWebGL2(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    // Some hardened browsers throw instead of answering null; either way there is no map.
    return false;
  }
}

/** What a map tells its pane; `failed` also where it could not be loaded. */
interface Told {
  failed(): void;
}

interface Mapped<M> {
  box: RefObject<HTMLDivElement | null>;
  /** Null until it is made. */
  map: M | null;
}

/** `load` is asked once, by the first rendering; the map's events reach the newest handlers. */
export function useMap<M extends { destroy(): void }, E extends Told>(
  events: E,
  load: () => Promise<(box: HTMLDivElement, events: E) => M>,
): Mapped<M> {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<M | null>(null);
  const latest = useRef(events);
  latest.current = events;
  const first = useRef(load);
  useEffect(() => {
    let isGone = false;
    let made: M | null = null;
    first
      .current()
      .then((make) => {
        if (isGone || !box.current) return;
        made = make(box.current, relay(latest));
        setMap(made);
      })
      .catch(() => latest.current.failed());
    return () => {
      isGone = true;
      made?.destroy();
      setMap(null);
    };
  }, []);
  return { box, map };
}

/** The same events, each handed to whoever hears it at that time. */
function relay<E extends object>(latest: RefObject<E>): E {
  const names = Object.keys(latest.current) as (keyof E)[];
  const hand =
    (name: keyof E) =>
    (...words: unknown[]) =>
      (latest.current[name] as (...words: unknown[]) => unknown)(...words);
  return Object.fromEntries(names.map((name) => [name, hand(name)])) as E;
}
