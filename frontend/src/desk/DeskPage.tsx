/** The page: header, the way between the views, the desk or one of the district's views, and what they share. */
import { lazy, memo, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Late } from "../look/Late";
import { useHeldCommand } from "../seat/held";
import { useKey, useKeys } from "../seat/keys";
import { ToastProvider } from "../seat/toasts";
import { ticketOnBoard } from "../state/apply";
import { mayWatchReports } from "../state/roles";
import { text } from "../text";
import { Calls } from "./Calls";
import { useDesk, useLive } from "./context";
import { DeskView } from "./DeskView";
import { Header } from "./Header";
import { Waiting } from "./joint/Waiting";
import { KeysHelp } from "./KeysHelp";
import { useIsDistrict } from "./lists";
import { Nothing } from "./panel/Nothing";
import { aboutTicket } from "./panel/reading";
import { PickProvider } from "./pick";
import { type SearchState, useSearch } from "./Search";
import { CallList } from "./telling/CallList";
import { Tidings } from "./telling/Tidings";
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
  const { panel, ticket } = useDesk().address;
  const isDesk = view === "desk";
  const search = useSearch();
  const help = useCallback(() => setShowsKeys(true), []);
  const { hasMap, hasSide, frame } = useFrame();
  useKeys();
  usePageKeys({ widen, help, box, isDesk });
  useHeldCommand(hasSide && panel === null && ticket !== null ? aboutTicket(ticket) : null);
  const side = (nextTicket: number | null) => (
    <aside className="side" aria-label={text.ticket.panel}>
      <Late key={panel}>
        <Side isWide={isWide} onWiden={widen} nextTicket={nextTicket} search={search} />
      </Late>
    </aside>
  );
  return (
    <div className={`${frame} ${isWide ? "wide" : ""} ${isDesk ? "" : "in-view"}`}>
      <Tidings />
      <Header onKeys={help} />
      <Views />
      {view === "desk" ? (
        <DeskView search={search} box={box} hasMap={hasMap} side={hasSide ? side : null} />
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
  const isDistrict = useIsDistrict();
  const parts = [isDistrict ? "district" : "", hasMap ? "" : "no-map", hasSide ? "" : "no-side"];
  return { hasMap, hasSide, frame: ["desk", ...parts].join(" ") };
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

interface PageKeys {
  widen: () => void;
  help: () => void;
  box: RefObject<HTMLInputElement | null>;
  /** The search box stands on the desk. */
  isDesk: boolean;
}

function usePageKeys({ widen, help, box, isDesk }: PageKeys): void {
  const search = useSearchKey(box, isDesk);
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

const Side = memo(function Side({ search, nextTicket, ...rest }: SideProps) {
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
});
