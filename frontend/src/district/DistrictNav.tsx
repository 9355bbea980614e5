/** The district's views, each with what waits there. The counts of tickets come from the live board. */
import "./district.css";
import { useDesk, useListed } from "../desk/context";
import { useIsListed } from "../desk/lists";
import { useCallList } from "../desk/telling/CallList";
import { callsCount } from "../desk/telling/calls";
import { useRequests } from "../desk/UpwardList";
import { useGoTo, useView } from "../desk/view";
import type { View } from "../state/address";
import { isSupervisor, mayLook } from "../state/roles";
import { words } from "../text/district";
import { differencesIn, useGrievances, useLatestRuns, useLookBack, usePingPong } from "./asked";

interface Tab {
  name: string;
  view: NonNullable<View>;
  label: string;
  count?: number | string | undefined;
  /** Something there is out of order: said, and told by weight, for colour is the clock's. */
  alarm?: string | undefined;
}

function useTabs(): Tab[] {
  const unplaced = useListed(null, (lists) => lists.unplaced.rows.length);
  const toRule = useListed(null, (lists) => lists.returned.rows.length + lists.undecided.rows.length);
  const supervised = useListed(null, (lists) => lists.supervised.rows.length);
  const isListed = useIsListed();
  const known = (count: number) => (isListed ? count : undefined);
  const calls = useCallList();
  const lookBack = useLookBack();
  const requests = useRequests("open");
  const { latest } = useLatestRuns();
  const late = requests.data?.filter(({ state }) => state === "unanswered").length ?? 0;
  const passedOn = usePingPong().data?.length ?? 0;
  const differences = latest.reduce((sum, run) => sum + differencesIn(run), 0);
  const { view } = words;
  return [
    { name: "towns", view: "towns", label: view.towns },
    { name: "desk", view: "desk", label: view.desk },
    { name: "placing", view: "desk", label: view.placing, count: known(unplaced) },
    {
      name: "ruling",
      view: "ruling",
      label: view.ruling,
      count: known(toRule),
      alarm: passedOn > 0 ? words.passedOn(passedOn) : undefined,
    },
    { name: "supervision", view: "supervision", label: view.supervision, count: known(supervised) },
    { name: "calls", view: "calls", label: view.calls, count: calls.data && callsCount(calls.data) },
    { name: "look-back", view: "look-back", label: view.lookBack, count: lookBack.data?.length },
    {
      name: "upward",
      view: "upward",
      label: view.upward,
      count: requests.data?.length,
      alarm: late > 0 ? words.alarms(late) : undefined,
    },
    {
      name: "reconciliation",
      view: "reconciliation",
      label: view.reconciliation,
      count: differences,
      alarm: differences > 0 ? words.differences(differences) : undefined,
    },
    { name: "heat", view: "heat", label: view.heat },
  ];
}

/** Placing is the desk with one list in hand: a tab of its own, for that is done many times in a row. */
function nameOf(view: NonNullable<View>, isPlacing: boolean): string {
  return view === "desk" && isPlacing ? "placing" : view;
}

/** Placing begins with the ticket that is due first; each that is placed leads to the next. */
function useFirstToPlace(): () => { duty: "unplaced"; ticket: number | null } {
  const ticket = useListed(null, (lists) => lists.unplaced.rows.slice(0, 1)[0]?.id ?? null);
  return () => ({ duty: "unplaced", ticket });
}

function GrievancesTab() {
  const found = useGrievances();
  return (
    <a className="district-tab" href="/admin?at=grievances" data-to-grievances>
      {words.grievances}
      {found.data ? <span className="district-count">{found.data.length}</span> : null}
    </a>
  );
}

export function DistrictNav() {
  const { me, address } = useDesk();
  const view = useView();
  const goTo = useGoTo();
  const tabs = useTabs();
  const shown = nameOf(view, address.duty === "unplaced");
  const toPlace = useFirstToPlace();
  return (
    <nav className="district-nav" aria-label={words.nav}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          className="district-tab"
          aria-current={tab.name === shown ? "page" : undefined}
          title={tab.alarm}
          data-view={tab.name}
          onClick={(event) => {
            // Who clicked goes on with the view's keys; who came by Tab stays on the tabs.
            if (event.detail > 0) event.currentTarget.blur();
            goTo({ view: tab.view, ...(tab.name === "placing" ? toPlace() : {}) });
          }}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="district-count">
              {tab.alarm ? <span aria-hidden="true">■ </span> : null}
              {tab.count}
            </span>
          )}
        </button>
      ))}
      {isSupervisor(me.memberships) ? <GrievancesTab /> : null}
      {mayLook(me.memberships) ? (
        <a className="district-tab" href="/admin?at=boundaries" data-to-boundaries>
          {words.boundaries}
        </a>
      ) : null}
    </nav>
  );
}
