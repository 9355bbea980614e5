/** What rings at this desk: kept above page and lock screen, so that a lock silences and forgets nothing. */
import { useQuery } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useSounding } from "../../seat/lease";
import { isHeard, onSound, sound } from "../../seat/sound";
import { isRung, mayReceive } from "../../state/roles";
import { tellingApi } from "../../wire/telling";
import type { TicketRow } from "../../wire/types";
import { useDesk, useLive, useShelfCalmly } from "../context";
import { rung } from "./rung";

const RENEW_MS = 5_000;
const CALL_MS = 4_000;
const HEARD = "alarm-heard";

export interface RingingState {
  /** Critical tickets beyond the first step of their escalation, as the service counts them. */
  unsigned: number;
  /** Critical tickets that wait here; the alarm goes on until there are none. */
  calling: number;
  /** Arrived in the quiet hours, without a sound, and waiting still. */
  silent: number;
  /** This window is the one that sounds. */
  isSounding: boolean;
  /** The browser lets it. */
  isHeard: boolean;
}

const RingingContext = createContext<RingingState | null>(null);

export function useRinging(): RingingState {
  const ringing = useContext(RingingContext);
  if (!ringing) throw new Error("useRinging outside of Ringing");
  return ringing;
}

/** What this desk has to take up first: to be signed here, or to be placed and decided at the district's. */
function useWaiting(): readonly TicketRow[] {
  const { me } = useDesk();
  const { lists } = useShelfCalmly();
  const own = me.home.unit;
  const isDesk = mayReceive(me.memberships);
  return useMemo(() => {
    if (!isDesk) return [];
    const all = [...lists.dispatched.rows, ...lists.unplaced.rows, ...lists.undecided.rows];
    return all.filter((row) => row.owed_by === own);
  }, [isDesk, own, lists.dispatched, lists.unplaced, lists.undecided]);
}

/** Rings once for each step of an escalation that the service tells, whatever is reloaded. */
function useEscalations(isSounding: boolean) {
  const { me } = useDesk();
  const { data } = useQuery({
    queryKey: ["alarm"],
    queryFn: tellingApi.alarm,
    enabled: isRung(me.memberships),
    refetchInterval: RENEW_MS,
    refetchIntervalInBackground: true,
  });
  const latest = data?.latest ?? null;
  useEffect(() => {
    if (!isSounding || latest === null || latest <= (localStorage.getItem(HEARD) ?? "")) return;
    localStorage.setItem(HEARD, latest);
    sound(1);
  }, [latest, isSounding]);
  return { unsigned: data?.unsigned ?? 0, isNight: data?.quiet ?? false };
}

/** What waits, of which the page is told when it changes: an event renders nothing else. */
interface Arrived {
  calling: number;
  silent: number;
}

interface ArrivalsProps {
  isNight: boolean;
  isSounding: boolean;
  tell: (change: (held: Arrived) => Arrived) => void;
}

function Arrivals({ isNight, isSounding, tell }: ArrivalsProps) {
  const waiting = useWaiting();
  const { stream } = useDesk().address;
  const isKnown = useLive((live) => live.board.size > 0);
  const held = useRef<{ stream: number | null; before: ReadonlySet<number> | null }>({
    stream,
    before: null,
  });
  const silent = useRef<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (!isKnown) return;
    // Another filter shows other tickets; none of them has just arrived.
    const before = held.current.stream === stream ? held.current.before : null;
    const found = rung(before, silent.current, waiting, isNight);
    held.current = { stream, before: new Set(waiting.map(({ id }) => id)) };
    silent.current = found.silent;
    if (isSounding && found.times > 0) sound(found.times);
    const calling = waiting.filter(({ urgency }) => urgency === "critical").length;
    tell((held) =>
      held.calling === calling && held.silent === found.silent.size
        ? held
        : { calling, silent: found.silent.size },
    );
  }, [isKnown, waiting, isNight, isSounding, stream, tell]);
  return null;
}

/** Goes on while something critical waits. */
function useCall(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    sound(1);
    const timer = setInterval(() => sound(1), CALL_MS);
    return () => clearInterval(timer);
  }, [isOn]);
}

export function Ringing({ children }: { children: ReactNode }) {
  const isSounding = useSounding();
  const heard = useSyncExternalStore(onSound, isHeard);
  const { unsigned, isNight } = useEscalations(isSounding);
  const [{ calling, silent }, setArrived] = useState<Arrived>({ calling: 0, silent: 0 });
  useCall(isSounding && calling > 0);
  const ringing = useMemo(
    () => ({ unsigned, calling, silent, isSounding, isHeard: heard }),
    [unsigned, calling, silent, isSounding, heard],
  );
  return (
    <RingingContext value={ringing}>
      <Arrivals isNight={isNight} isSounding={isSounding} tell={setArrived} />
      {children}
    </RingingContext>
  );
}
