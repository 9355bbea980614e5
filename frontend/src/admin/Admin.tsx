/** The administration for those it is for: boundaries, places, the quality of locating, keys for other programs. */
import { type ComponentType, lazy, useEffect } from "react";
import { Face } from "../look/Failure";
import { Late } from "../look/Late";
import { OwnWatermark } from "../look/Watermark";
import { useIdleLock } from "../seat/idle";
import { useKeys } from "../seat/keys";
import { LockScreen } from "../seat/LockScreen";
import { leave } from "../seat/leave";
import { ToastProvider } from "../seat/toasts";
import { hasDesk, isAdministrator, mayAdminister } from "../state/roles";
import { text } from "../text";
import { words } from "../text/admin";
import type { Me } from "../wire/types";
import type { Section } from "./address";
import { AdminProvider, useAdmin } from "./context";
import { Header } from "./Header";
import { Navigation } from "./Navigation";
import { isOpen } from "./sections";

const PAGES: Record<Section, ComponentType> = {
  boundaries: lazy(() => import("./boundaries/Boundaries").then((found) => ({ default: found.Boundaries }))),
  places: lazy(() => import("./places/Places").then((found) => ({ default: found.Places }))),
  quality: lazy(() => import("./quality/Quality").then((found) => ({ default: found.Quality }))),
  categories: lazy(() => import("./categories/Categories").then((found) => ({ default: found.Categories }))),
  rules: lazy(() => import("./rules/Rules").then((found) => ({ default: found.Rules }))),
  timetable: lazy(() => import("./timetable/Timetable").then((found) => ({ default: found.Timetable }))),
  owning: lazy(() => import("./owning/Owning").then((found) => ({ default: found.Owning }))),
  closing: lazy(() => import("./closing/ClosingPage").then((found) => ({ default: found.ClosingPage }))),
  joint: lazy(() => import("./joint/JointPage").then((found) => ({ default: found.JointPage }))),
  desksetting: lazy(() =>
    import("./desksetting/DeskSettings").then((found) => ({ default: found.DeskSettings })),
  ),
  units: lazy(() => import("./units/Units").then((found) => ({ default: found.Units }))),
  cellpeople: lazy(() => import("./cellpeople/CellPeople").then((found) => ({ default: found.CellPeople }))),
  sources: lazy(() => import("./sources/Sources").then((found) => ({ default: found.Sources }))),
  people: lazy(() => import("./people/People").then((found) => ({ default: found.People }))),
  duty: lazy(() => import("./duty/DutyTable").then((found) => ({ default: found.DutyTable }))),
  telling: lazy(() => import("./telling/Telling").then((found) => ({ default: found.Telling }))),
  intake: lazy(() => import("./intake/IntakePage").then((found) => ({ default: found.IntakePage }))),
  upward: lazy(() => import("./upward/UpwardPage").then((found) => ({ default: found.UpwardPage }))),
  orders: lazy(() => import("./orders/ImportOrders").then((found) => ({ default: found.ImportOrders }))),
  lookback: lazy(() => import("./lookback/LookBack").then((found) => ({ default: found.LookBack }))),
  scores: lazy(() => import("./scores/Scores").then((found) => ({ default: found.Scores }))),
  grievances: lazy(() => import("./grievances/Grievances").then((found) => ({ default: found.Grievances }))),
  audit: lazy(() => import("./audit/Audit").then((found) => ({ default: found.Audit }))),
  keys: lazy(() => import("./keys/Keys").then((found) => ({ default: found.Keys }))),
  walls: lazy(() => import("./walls/Walls").then((found) => ({ default: found.Walls }))),
};

export function Admin({ me }: { me: Me }) {
  useIdleLock(me.locked, "boundaries");
  useKeys();
  useEffect(() => {
    document.title = `${words.title} · ${text.product}`;
  }, []);
  if (me.locked) return <LockScreen me={me} waiting={null} />;
  if (!mayAdminister(me.memberships)) return <Forbidden me={me} />;
  return (
    <AdminProvider me={me}>
      <ToastProvider>
        <div className="admin">
          <Header />
          <Navigation />
          <Content />
        </div>
        <OwnWatermark me={me} />
      </ToastProvider>
    </AdminProvider>
  );
}

function Content() {
  const { address, may } = useAdmin();
  const Page = PAGES[address.at];
  if (!isOpen(address.at, may)) return <Face title={words.notYours} hint={words.notYoursHint} />;
  return (
    <Late key={address.at}>
      <Page />
    </Late>
  );
}

function Forbidden({ me }: { me: Me }) {
  const isNowhere = isAdministrator(me.memberships) || !hasDesk(me.memberships);
  return (
    <Face title={words.forbidden} hint={words.forbiddenHint}>
      {isNowhere ? null : (
        <a className="button" href="/">
          {words.toDesk}
        </a>
      )}
      <button type="button" className={isNowhere ? "button" : "link"} onClick={() => void leave()}>
        {text.lock.other}
      </button>
    </Face>
  );
}
