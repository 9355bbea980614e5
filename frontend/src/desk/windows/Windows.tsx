/** Map and ticket on other screens: which parts are away, what is chosen in all of them, and how a part comes back. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { newOperation } from "../../seat/operation";
import type { Address } from "../../state/address";
import { writeAddress } from "../../state/address";
import { useDesk, useTick } from "../context";
import { type Away, follows, heard, type Part, partOf, partsAway, type WindowWord, withPart } from "./part";

/** The part that this window shows; null for the whole desk. */
export const PART = partOf(globalThis.location?.search ?? "");
const SELF = newOperation();
const HERE_MS = 10_000;

interface Windows {
  /** Parts that another window shows now. */
  away: readonly Part[];
  tell(word: WindowWord): void;
  /** Moves a part to a window of its own; false where the browser does not let it. */
  detach(part: Part): boolean;
  takeBack(part: Part): void;
  listen(listener: (word: WindowWord) => void): () => void;
}

const WindowsContext = createContext<Windows | null>(null);

export function useWindows(): Windows {
  const windows = useContext(WindowsContext);
  if (!windows) throw new Error("useWindows outside of WindowsProvider");
  return windows;
}

/** The channel of this person's windows. Without one every window is a desk of its own. */
function useChannel(person: number) {
  const channel = useMemo(
    () => (typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`dispatch.desk.${person}`)),
    [person],
  );
  const tell = useCallback((word: WindowWord) => channel?.postMessage(word), [channel]);
  const listen = useCallback(
    (listener: (word: WindowWord) => void) => {
      const hear = (event: MessageEvent) => listener(event.data as WindowWord);
      channel?.addEventListener("message", hear);
      return () => channel?.removeEventListener("message", hear);
    },
    [channel],
  );
  return { tell, listen };
}

type Channel = ReturnType<typeof useChannel>;

/** A window that shows a part says so, goes when it is asked back, and says that it went. */
function useBeingPart({ tell, listen }: Channel): void {
  useEffect(() => {
    if (PART === null) return;
    const here = () => tell({ kind: "here", part: PART, id: SELF });
    const gone = () => tell({ kind: "gone", id: SELF });
    here();
    const timer = setInterval(here, HERE_MS);
    const stop = listen((word) => {
      if (word.kind === "who") here();
      if (word.kind === "close" && word.part === PART) {
        gone();
        window.close();
      }
    });
    window.addEventListener("pagehide", gone);
    return () => {
      clearInterval(timer);
      stop();
      window.removeEventListener("pagehide", gone);
    };
  }, [tell, listen]);
}

function useAway({ tell, listen }: Channel): { away: readonly Part[]; forget: (part: Part) => void } {
  const [all, setAll] = useState<Away>(new Map());
  const now = useTick(HERE_MS);
  useEffect(() => {
    const stop = listen((word) => setAll((held) => heard(held, word, Date.now())));
    tell({ kind: "who" });
    return stop;
  }, [tell, listen]);
  const forget = useCallback(
    (part: Part) => setAll((held) => new Map([...held].filter(([, each]) => each.part !== part))),
    [],
  );
  const words = partsAway(all, now).join();
  const away = useMemo(() => (words === "" ? [] : (words.split(",") as Part[])), [words]);
  return { away, forget };
}

/** What is chosen at the desk is chosen in its parts, and the other way. */
function useFollowing({ tell, listen }: Channel): void {
  const { address, go } = useDesk();
  const chosen = chosenIn(address);
  const known = useRef(chosen);
  useEffect(() => {
    if (known.current === chosen) return;
    known.current = chosen;
    tell({ kind: "look", chosen, at: PART });
  }, [chosen, tell]);
  const follow = useEffectEvent((words: string) => {
    if (words === known.current) return;
    known.current = words;
    const change = JSON.parse(words) as Partial<Address>;
    const isOther = change.ticket !== address.ticket && change.ticket !== null;
    go(isOther ? { ...change, panel: null } : change);
  });
  useEffect(
    () => listen((word) => word.kind === "look" && follows(PART, word.at) && follow(word.chosen)),
    [listen],
  );
}

function chosenIn({ ticket, stream, duty, clock }: Address): string {
  return JSON.stringify({ ticket, stream, duty, clock });
}

export function WindowsProvider({ children }: { children: ReactNode }) {
  const { me, address } = useDesk();
  const channel = useChannel(me.person.id);
  const { tell, listen } = channel;
  useBeingPart(channel);
  useFollowing(channel);
  const { away, forget } = useAway(channel);
  const held = useRef(address);
  held.current = address;
  const windows = useMemo<Windows>(
    () => ({
      away,
      tell,
      listen,
      detach: (part) => {
        const where = `/${withPart(writeAddress({ ...held.current, panel: null }), part)}`;
        return window.open(where, `dispatch-${part}-${me.person.id}`, "popup,width=1100,height=900") !== null;
      },
      takeBack: (part) => {
        tell({ kind: "close", part });
        forget(part);
      },
    }),
    [away, tell, listen, forget, me.person.id],
  );
  return <WindowsContext value={windows}>{children}</WindowsContext>;
}
