/** The desk: duties and list at the left, the map in the middle, the ticket at the right. */
import { lazy, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Late } from "../look/Late";
import { useKey, useKeys } from "../seat/keys";
import { ToastProvider } from "../seat/toasts";
import { ticketOnBoard } from "../state/apply";
import type { Duty } from "../state/duties";
import { mayWatchReports } from "../state/roles";
import { text } from "../text";
import type { TicketRow } from "../wire/types";
import { Calls } from "./Calls";
import { useDesk, useLive } from "./context";
import { Header } from "./Header";
import { Waiting } from "./joint/Waiting";
import { KeysHelp } from "./KeysHelp";
import { ListPane } from "./ListPane";
import { useIsDistrict, useShownList } from "./lists";
import { MapPane } from "./MapPane";
import { Nothing } from "./panel/Nothing";
import { readPanel } from "./panel/reading";
import { PickProvider } from "./pick";
import { type SearchState, useSearch } from "./Search";
import { neighbour, nextOwed, placeOf } from "./step";
import { CallList } from "./telling/CallList";
import { UpwardList } from "./UpwardList";
import { useGoTo, useView } from "./view";
import { SharePick } from "./windows/SharedPick";
import { useWindows } from "./windows/Windows";

export function DeskPage() {
  return (
    <ToastProvider>
      <PickProvider>
        <SharePick />
        <Layout />
      </PickProvider>
    </ToastProvider>
  );
}

/** What opens on demand comes then: a ticket too, whose acts and forms nobody needs before. */
const TicketPanel = lazy(() =>
  import("./panel/TicketPanel").then(({ TicketPanel }) => ({ default: TicketPanel })),
);
const ManualTicket = lazy(() =>
  import("./manual/ManualTicket").then(({ ManualTicket }) => ({ default: ManualTicket })),
);
const DeadLetters = lazy(() => import("./DeadLetters").then(({ DeadLetters }) => ({ default: DeadLetters })));
const DutyPanel = lazy(() => import("./telling/DutyPanel").then(({ DutyPanel }) => ({ default: DutyPanel })));

/** The district's views come when they are first shown: a town's desk never needs them. */
const DistrictNav = lazy(() =>
  import("../district/DistrictNav").then(({ DistrictNav }) => ({ default: DistrictNav })),
);
const DistrictView = lazy(() =>
  import("../district/DistrictView").then(({ DistrictView }) => ({ default: DistrictView })),
);

function Layout() {
  const [isWide, widen] = useWidth();
  const [showsKeys, setShowsKeys] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const view = useView();
  const { panel } = useDesk().address;
  const isDesk = view === "desk";
  const list = useShownList();
  useStaying(list.duty, isDesk);
  const search = useSearch();
  const rows = search.isActive ? (search.answer?.tickets ?? NOTHING) : list.rows;
  const help = useCallback(() => setShowsKeys(true), []);
  const { step, first, next } = useSteps(rows);
  const { hasMap, hasSide, frame } = useFrame();
  useKeys();
  usePageKeys({ step, widen, help, box, isDesk });
  const side = (nextTicket: number | null) => (
    <aside className="side" aria-label={text.ticket.panel}>
      <Late key={panel}>
        <Side isWide={isWide} onWiden={widen} nextTicket={nextTicket} search={search} />
      </Late>
    </aside>
  );
  return (
    <div className={`${frame} ${isWide ? "wide" : ""} ${isDesk ? "" : "in-view"}`}>
      <Header onKeys={help} />
      <Views />
      {isDesk ? (
        <>
          <ListPane list={list} search={search} box={box} onFirst={search.isActive ? first : () => step(1)} />
          {hasMap ? <MapPane /> : null}
          {hasSide ? side(next) : null}
        </>
      ) : (
        <Late key={view}>
          <DistrictView view={view} side={side} />
        </Late>
      )}
      {showsKeys ? <KeysHelp onClose={() => setShowsKeys(false)} /> : null}
    </div>
  );
}

/** Map and ticket may stand in windows of their own; a list that was opened needs the right column all the same. */
function useFrame() {
  const { away } = useWindows();
  const { panel } = useDesk().address;
  const hasMap = !away.includes("map");
  const hasSide = !away.includes("ticket") || panel !== null;
  return { hasMap, hasSide, frame: `desk ${hasMap ? "" : "no-map"} ${hasSide ? "" : "no-side"}` };
}

/** The way between the district's views; its place is kept while it comes. */
function Views() {
  const isDistrict = useIsDistrict();
  if (!isDistrict) return null;
  return (
    <Late waiting={<nav className="district-nav" aria-hidden="true" />} isSmall>
      <DistrictNav />
    </Late>
  );
}

/** Until a ticket is open the first list that holds something is shown; from then on the list stays, empty or not. */
function useStaying(duty: Duty, isDesk: boolean): void {
  const { address, go } = useDesk();
  const isToStay = isDesk && address.ticket !== null && address.duty === null;
  useEffect(() => {
    if (isToStay) go({ duty });
  }, [isToStay, duty, go]);
}

/** ] widens the panel; a ticket that waits for a review opens wide by itself, until ] narrows it. */
function useWidth(): [boolean, () => void] {
  const { ticket } = useDesk().address;
  const [isWide, setWide] = useState(false);
  const [narrowed, setNarrowed] = useState<number | null>(null);
  const isToReview = useLive(
    (live) => ticket !== null && TO_REVIEW.has(ticketOnBoard(live.board, ticket)?.state ?? ""),
  );
  const widen = useCallback(() => {
    if (isToReview) setNarrowed((held) => (held === ticket ? null : ticket));
    else setWide((wide) => !wide);
  }, [isToReview, ticket]);
  return [isToReview ? narrowed !== ticket : isWide, widen];
}

const TO_REVIEW: ReadonlySet<string> = new Set(["answered", "reviewed"]);
const NOTHING: TicketRow[] = [];

/** Walking the list, from where the open ticket stands or stood before it left the list. */
function useSteps(rows: readonly TicketRow[]) {
  const { address, me, go } = useDesk();
  const stood = useRef(0);
  const at = placeOf(rows, address.ticket, stood.current);
  if (at >= 0) stood.current = at;
  const step = useCallback(
    (by: 1 | -1) => {
      const row = neighbour(rows, address.ticket, stood.current, by);
      if (!row) return;
      letGoOfButtons();
      go({ ticket: row.id, panel: null });
    },
    [rows, address.ticket, go],
  );
  const first = useCallback(() => {
    if (rows[0]) go({ ticket: rows[0].id, panel: null });
  }, [rows, go]);
  const next = useMemo(
    () => nextOwed(rows, address.ticket, stood.current, me.home.unit)?.id ?? null,
    [rows, address.ticket, me.home.unit],
  );
  return { step, first, next };
}

/** Who walks the list is done with the button pressed before: the next Enter is the list's. */
function letGoOfButtons(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}

interface PageKeys {
  step: (by: 1 | -1) => void;
  widen: () => void;
  help: () => void;
  box: RefObject<HTMLInputElement | null>;
  /** The other views walk their own lists. */
  isDesk: boolean;
}

function usePageKeys({ step, widen, help, box, isDesk }: PageKeys): void {
  const up = useCallback(() => step(-1), [step]);
  const down = useCallback(() => step(1), [step]);
  const search = useSearchKey(box, isDesk);
  useKey(isDesk ? "ArrowUp" : null, up);
  useKey(isDesk ? "ArrowDown" : null, down);
  useKey(isDesk ? "Enter" : null, readPanel);
  useKey(isDesk ? "-" : null, up);
  useKey(isDesk ? "+" : null, down);
  useKey("/", search);
  useKey("F3", search);
  useKey("j", usePanel("duty"));
  useKey("v", usePanel("call-list"));
  useKey("w", usePanel("dead"));
  useKey("]", widen);
  useKey("?", help);
}

/** J: 交接班 and the day's report; V: whom to ring up; W: what did not reach the hotline. */
function usePanel(panel: "duty" | "call-list" | "dead"): () => void {
  const { go, me } = useDesk();
  const isTheirs = panel === "duty" || mayWatchReports(me.memberships);
  return useCallback(() => {
    if (isTheirs) go({ panel });
  }, [go, isTheirs, panel]);
}

/** Into the search box, from the district's views by way of the desk, where it stands. */
function useSearchKey(box: RefObject<HTMLInputElement | null>, isDesk: boolean): () => void {
  const goTo = useGoTo();
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isDesk || !isWanted.current) return;
    isWanted.current = false;
    box.current?.select();
  }, [isDesk, box]);
  return useCallback(() => {
    if (isDesk) return box.current?.select();
    isWanted.current = true;
    goTo({ view: "desk" });
  }, [isDesk, box, goTo]);
}

interface SideProps {
  isWide: boolean;
  onWiden: () => void;
  nextTicket: number | null;
  search: SearchState;
}

function Side({ search, nextTicket, ...rest }: SideProps) {
  const { address } = useDesk();
  if (address.panel === "new") return <ManualTicket />;
  if (address.panel === "dead") return <DeadLetters />;
  if (address.panel === "calls") return <Calls />;
  if (address.panel === "joint") return <Waiting />;
  if (address.panel === "duty") return <DutyPanel />;
  if (address.panel === "call-list") return <CallList />;
  if (address.panel === "upward") return <UpwardList />;
  if (address.ticket === null) return <Nothing />;
  return <TicketPanel nextTicket={search.isActive ? null : nextTicket} {...rest} />;
}
