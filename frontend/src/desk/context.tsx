/** What every desk component shares: who is here, the live board, names, the address, the tick of time. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
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
import { toSignIn } from "../seat/leave";
import { type Address, readAddress, writeAddress } from "../state/address";
import { api } from "../wire/api";
import { LiveConnection, type LiveView } from "../wire/socket";
import type { Me } from "../wire/types";
import { type Names, namesOf } from "./names";

export interface Desk {
  me: Me;
  live: LiveView;
  names: Names;
  address: Address;
  /** Now by the service's clock, renewed every ten seconds: enough for minutes. */
  now: number;
  go(change: Partial<Address>): void;
}

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside of DeskProvider");
  return desk;
}

function useLive(): { live: LiveView; connection: LiveConnection } {
  const queries = useQueryClient();
  const [connection] = useState(
    () =>
      new LiveConnection((why) => {
        if (why === "signed_out") return toSignIn();
        // Rights ended: whatever they are now, the whole page is asked for anew.
        queries.clear();
        location.reload();
      }),
  );
  useEffect(() => {
    connection.start();
    return () => connection.stop();
  }, [connection]);
  return { live: useSyncExternalStore(connection.subscribe, connection.snapshot), connection };
}

function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => readAddress(location.search));
  const held = useRef(address);
  const go = useCallback((change: Partial<Address>) => {
    const next = { ...held.current, ...change };
    held.current = next;
    history.replaceState(null, "", `${location.pathname}${writeAddress(next)}`);
    setAddress(next);
  }, []);
  useEffect(() => {
    const back = () => {
      held.current = readAddress(location.search);
      setAddress(held.current);
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  return [address, go];
}

export function useTick(milliseconds: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}

/** Tells the others which ticket is open here; not while the arrows run over the list. */
function usePresence(connection: LiveConnection, ticket: number | null): void {
  useEffect(() => {
    const timer = setTimeout(() => connection.lookAt(ticket), 500);
    return () => clearTimeout(timer);
  }, [connection, ticket]);
}

/** New boundaries bring other towns, units and cells: what was asked for by the former ones is asked for again. */
function useNewBoundaries(now: number | undefined, before: number | null): void {
  const queries = useQueryClient();
  const held = useRef(before);
  useEffect(() => {
    if (now === undefined || now === held.current) return;
    held.current = now;
    for (const sign of ["me", "directory", "cell"]) void queries.invalidateQueries({ queryKey: [sign] });
  }, [now, queries]);
}

export function DeskProvider({ me, children }: { me: Me; children: ReactNode }) {
  const { live, connection } = useLive();
  const [address, go] = useAddress();
  const tick = useTick(10_000);
  const directory = useQuery({
    queryKey: ["directory"],
    queryFn: api.directory,
    staleTime: 600_000,
    enabled: !me.locked,
  });
  const names = useMemo(() => namesOf(directory.data), [directory.data]);
  usePresence(connection, address.ticket);
  useNewBoundaries(live.versions?.boundaries, me.boundary_version);
  const now = Math.max(tick, 0) + live.offset;
  const desk = useMemo(() => ({ me, live, names, address, now, go }), [me, live, names, address, now, go]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}
