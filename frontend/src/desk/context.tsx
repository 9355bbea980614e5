/**
 * What every desk component shares: who is here, names, the address, the tick of time; and the live connection, of which
 * each component names the part that it shows.
 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { sharedWire } from "../live/dial";
import { LiveConnection, type LiveView } from "../live/socket";
import { toSignIn } from "../seat/leave";
import { type Address, readAddress, writeAddress } from "../state/address";
import { type Board, ticketOnBoard } from "../state/apply";
import { calmly } from "../state/calmly";
import { type Shelf, Shelves } from "../state/shelf";
import { api } from "../wire/api";
import type { Me, TicketRow } from "../wire/types";
import { type Names, namesOf } from "./names";
import { rowsStand } from "./rowsFirst";
import { partOf, withPart } from "./windows/part";

export interface Desk {
  me: Me;
  names: Names;
  address: Address;
  /** Now by the service's clock, renewed every ten seconds: enough for minutes. */
  now: number;
  go(change: Partial<Address>): void;
}

const DeskContext = createContext<Desk | null>(null);
const LiveContext = createContext<LiveConnection | null>(null);
const ShelvesContext = createContext<Shelves | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside of DeskProvider");
  return desk;
}

/**
 * A part of what the connection tells: the component renders again when that part is another one, not for each event.
 * `select` names what is there (`(live) => live.board`) and makes nothing new.
 */
export function useLive<T>(select: (live: LiveView) => T): T {
  return usePart(useHeldConnection(), select);
}

function useHeldConnection(): LiveConnection {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error("useLive outside of DeskProvider");
  return connection;
}

/** Settles once what people read stands on the screen: for what would keep the page busy. */
export function useRowsFirst(): () => Promise<void> {
  const connection = useHeldConnection();
  return useCallback(() => rowsStand(connection), [connection]);
}

/** The board as it is when asked, without rendering for what changes there. */
export function useBoardNow(): () => LiveView["board"] {
  const connection = useHeldConnection();
  return useCallback(() => connection.snapshot().board, [connection]);
}

/** Looks a ticket up on the board as it is when asked. */
export function useTicketOnBoard(): (id: number) => TicketRow | undefined {
  const board = useBoardNow();
  return useCallback((id) => ticketOnBoard(board(), id), [board]);
}

function usePart<T>(connection: LiveConnection, select: (live: LiveView) => T): T {
  return useSyncExternalStore(connection.subscribe, () => select(connection.snapshot()));
}

function useHeldShelves(): Shelves {
  const shelves = useContext(ShelvesContext);
  if (!shelves) throw new Error("useShelves outside of DeskProvider");
  return shelves;
}

/** What is read off a stream's or (null) all lists, a number, a ticket: the component renders again when that is another. */
export function useListed<T>(stream: number | null, select: (lists: Shelf["lists"]) => T): T {
  const shelves = useHeldShelves();
  return useLive(({ board }) => select(shelves.at(board, stream).lists));
}

/** The lists of any stream, or (null) of all together, in their order; renewed with each event. */
function useShelves(): (stream: number | null) => Shelf {
  const board = useLive((live) => live.board);
  return useShelvesAt(board);
}

const GLANCED_AT_MS = 500;

/** The same for numbers beside what one works with: at once after a rest, then twice a second. */
export function useShelvesCalmly(): (stream: number | null) => Shelf {
  const connection = useHeldConnection();
  const subscribe = useMemo(() => calmly(connection.subscribe, GLANCED_AT_MS), [connection]);
  const board = useSyncExternalStore(subscribe, () => connection.snapshot().board);
  return useShelvesAt(board);
}

function useShelvesAt(board: Board): (stream: number | null) => Shelf {
  const shelves = useHeldShelves();
  return useCallback((stream) => shelves.at(board, stream), [shelves, board]);
}

/** The lists of what the desk looks at, renewed with each event: for rows. */
export function useShelf(): Shelf {
  return useShelves()(useDesk().address.stream);
}

/** The same for numbers beside them. */
export function useShelfCalmly(): Shelf {
  return useShelvesCalmly()(useDesk().address.stream);
}

function useConnection({ person, streams }: Me): LiveConnection {
  const queries = useQueryClient();
  const [connection] = useState(
    () =>
      new LiveConnection(
        (why) => {
          if (why === "signed_out") return toSignIn();
          // Rights ended: whatever they are now, the whole page is asked for anew.
          queries.clear();
          location.reload();
        },
        () => sharedWire(person.id),
      ),
  );
  const heard = useRef(streams);
  // Before whatever else the page asks for as it begins.
  useLayoutEffect(() => {
    connection.start(heard.current.map(({ id }) => id));
    return () => connection.stop();
  }, [connection]);
  return connection;
}

function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => readAddress(location.search));
  const held = useRef(address);
  const go = useCallback((change: Partial<Address>) => {
    const next = { ...held.current, ...change };
    held.current = next;
    history.replaceState(
      null,
      "",
      `${location.pathname}${withPart(writeAddress(next), partOf(location.search))}`,
    );
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
    for (const sign of ["me", "directory", "cell", "heat"])
      void queries.invalidateQueries({ queryKey: [sign] });
  }, [now, queries]);
}

export function DeskProvider({ me, children }: { me: Me; children: ReactNode }) {
  const connection = useConnection(me);
  const [shelves] = useState(() => new Shelves());
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
  useNewBoundaries(
    usePart(connection, (live) => live.versions?.boundaries),
    me.boundary_version,
  );
  const now = tick + usePart(connection, (live) => live.offset);
  const desk = useMemo(() => ({ me, names, address, now, go }), [me, names, address, now, go]);
  return (
    <LiveContext value={connection}>
      <DeskContext value={desk}>
        <ShelvesContext value={shelves}>{children}</ShelvesContext>
      </DeskContext>
    </LiveContext>
  );
}
