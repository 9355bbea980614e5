/** What every part of the phone page shares: the session's view, the address, names, the tick of time. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Me } from "../wire/types";
import type { PhoneSession, PhoneView } from "./keep/session";
import { type Address, HOME, parentOf, readAddress, writeAddress } from "./rules/address";
import { type Looker, lookerOf } from "./rules/lists";

export interface Phone {
  session: PhoneSession;
  view: PhoneView;
  me: Me;
  looker: Looker;
  address: Address;
  /** Now by the service's clock, renewed every ten seconds. */
  now: number;
  go(address: Partial<Address>): void;
  /** Like go, but "back" then skips the page left. */
  swap(address: Partial<Address>): void;
  back(): void;
  home(): void;
}

const PhoneContext = createContext<Phone | null>(null);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error("usePhone outside of PhoneProvider");
  return phone;
}

export function useView(session: PhoneSession): PhoneView {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}

function depth(): number {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "depth" in state ? Number(state.depth) : 0;
}

function useAddress() {
  const [address, setAddress] = useState(() => readAddress(location.search));
  const held = useRef(address);
  const show = useCallback((next: Address, how: "push" | "replace") => {
    const place = `${location.pathname}${writeAddress(next)}`;
    if (how === "push") history.pushState({ depth: depth() + 1 }, "", place);
    else history.replaceState({ depth: depth() }, "", place);
    held.current = next;
    setAddress(next);
  }, []);
  useEffect(() => {
    const moved = () => {
      held.current = readAddress(location.search);
      setAddress(held.current);
    };
    window.addEventListener("popstate", moved);
    return () => window.removeEventListener("popstate", moved);
  }, []);
  const go = useCallback((change: Partial<Address>) => show({ ...held.current, ...change }, "push"), [show]);
  const swap = useCallback(
    (change: Partial<Address>) => show({ ...held.current, ...change }, "replace"),
    [show],
  );
  const back = useCallback(() => {
    if (depth() > 0) history.back();
    else show(parentOf(held.current), "replace");
  }, [show]);
  const home = useCallback(() => {
    if (depth() === 0) return show(HOME, "replace");
    // The page may have been opened on a ticket, by a link: history then begins there, not at the list.
    window.addEventListener("popstate", () => show(HOME, "replace"), { once: true });
    history.go(-depth());
  }, [show]);
  return { address, go, swap, back, home };
}

function useTick(milliseconds: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}

interface Props {
  session: PhoneSession;
  view: PhoneView;
  me: Me;
  children: ReactNode;
}

export function PhoneProvider({ session, view, me, children }: Props) {
  const { address, go, swap, back, home } = useAddress();
  const tick = useTick(10_000);
  const looker = useMemo(() => lookerOf(me), [me]);
  const { ticket } = address;
  useEffect(() => session.open(ticket), [session, ticket]);
  const now = Math.max(tick, 0) + view.offset;
  const phone = useMemo(
    () => ({ session, view, me, looker, address, now, go, swap, back, home }),
    [session, view, me, looker, address, now, go, swap, back, home],
  );
  return <PhoneContext value={phone}>{children}</PhoneContext>;
}
