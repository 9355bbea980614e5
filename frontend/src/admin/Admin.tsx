/** The administration for those it is for: boundaries, places, the quality of locating, keys for other programs. */
import { lazy, Suspense, useEffect } from "react";
import { Face } from "../look/Failure";
import { useIdleLock } from "../seat/idle";
import { useKeys } from "../seat/keys";
import { LockScreen } from "../seat/LockScreen";
import { leave } from "../seat/leave";
import { ToastProvider } from "../seat/toasts";
import { hasDesk, isAdministrator, mayAdminister } from "../state/roles";
import { text } from "../text";
import { words } from "../text/admin";
import type { Me } from "../wire/types";
import { AdminProvider, useAdmin } from "./context";
import { Header } from "./Header";

const Boundaries = lazy(() =>
  import("./boundaries/Boundaries").then((found) => ({ default: found.Boundaries })),
);
const Places = lazy(() => import("./places/Places").then((found) => ({ default: found.Places })));
const Quality = lazy(() => import("./quality/Quality").then((found) => ({ default: found.Quality })));
const Timetable = lazy(() => import("./timetable/Timetable").then((found) => ({ default: found.Timetable })));
const Rules = lazy(() => import("./rules/Rules").then((found) => ({ default: found.Rules })));
const Owning = lazy(() => import("./owning/Owning").then((found) => ({ default: found.Owning })));
const ClosingPage = lazy(() =>
  import("./closing/ClosingPage").then((found) => ({ default: found.ClosingPage })),
);
const LookBack = lazy(() => import("./lookback/LookBack").then((found) => ({ default: found.LookBack })));
const Scores = lazy(() => import("./scores/Scores").then((found) => ({ default: found.Scores })));
const ImportOrders = lazy(() =>
  import("./orders/ImportOrders").then((found) => ({ default: found.ImportOrders })),
);
const UpwardPage = lazy(() => import("./upward/UpwardPage").then((found) => ({ default: found.UpwardPage })));
const DutyTable = lazy(() => import("./duty/DutyTable").then((found) => ({ default: found.DutyTable })));
const Telling = lazy(() => import("./telling/Telling").then((found) => ({ default: found.Telling })));
const People = lazy(() => import("./people/People").then((found) => ({ default: found.People })));
const JointPage = lazy(() => import("./joint/JointPage").then((found) => ({ default: found.JointPage })));
const Keys = lazy(() => import("./keys/Keys").then((found) => ({ default: found.Keys })));

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
          <Suspense fallback={<Face title={text.faces.loading} />}>
            <Content />
          </Suspense>
        </div>
      </ToastProvider>
    </AdminProvider>
  );
}

function Content() {
  const { address, may, me } = useAdmin();
  switch (address.at) {
    case "boundaries":
      return <Boundaries />;
    case "places":
      return <Places />;
    case "quality":
      return <Quality />;
    case "timetable":
      return <Timetable />;
    case "rules":
      return <Rules />;
    case "owning":
      return hasDesk(me.memberships) && !isAdministrator(me.memberships) ? (
        <Owning />
      ) : (
        <Face title={words.notYours} hint={words.notYoursHint} />
      );
    case "closing":
      return may.keep ? <ClosingPage /> : <Face title={words.notYours} hint={words.notYoursHint} />;
    case "upward":
      return <UpwardPage />;
    case "lookback":
      return may.lookBack ? <LookBack /> : <Face title={words.lookback.forbidden} />;
    case "scores":
      return <Scores />;
    case "orders":
      return may.importOrders ? <ImportOrders /> : <Face title={words.notYours} hint={words.notYoursHint} />;
    case "duty":
      return <DutyTable />;
    case "telling":
      return may.keep ? <Telling /> : <Face title={words.notYours} hint={words.notYoursHint} />;
    case "people":
      return may.makeKeys ? <People /> : <Face title={words.notYours} hint={words.notYoursHint} />;
    case "joint":
      return may.keep ? <JointPage /> : <Face title={words.notYours} hint={words.notYoursHint} />;
    case "keys":
      return may.makeKeys ? <Keys /> : <Face title={words.keys.forbidden} />;
  }
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
