/** What hangs on the wall: the map and the figures, or the code to pair it by, or that it was ended. */
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { civil, clockTime, dayTime } from "../state/format";
import { words } from "../text/wall";
import type { Theme, WallPicture } from "../wire/wall";
import { HeatWall } from "./HeatWall";
import { type Shown, WallLink } from "./link";
import { Flow, OverdueList, Places, Rates } from "./parts";
import { useTurns } from "./turns";
import { WallMap } from "./WallMap";

export function Wall() {
  const [link] = useState(() => new WallLink());
  const shown = useSyncExternalStore(link.subscribe, link.snapshot);
  useEffect(() => link.start(), [link]);
  switch (shown.kind) {
    case "starting":
      return <Notice title={words.connecting} kind={shown.kind} />;
    case "pairing":
      return <Pairing code={shown.pairing?.code ?? null} until={shown.pairing?.expires_at ?? null} />;
    case "ended":
      return (
        <Notice title={words.endedTitle} hint={words.endedHow} kind={shown.kind}>
          <button type="button" className="wall-button" onClick={() => void link.pairAgain()}>
            {words.pairAgain}
          </button>
        </Notice>
      );
    case "picture":
      return <Board shown={shown} />;
  }
}

function Board({ shown }: { shown: Extract<Shown, { kind: "picture" }> }) {
  const { picture, ground, takenAt, away } = shown;
  const now = useNow(picture, takenAt);
  const turn = useTurns(picture.shows);
  useTheme(picture.theme);
  return (
    <div className="wall" data-wall="picture" data-live={away === null}>
      {turn.view === "heat" && turn.heat ? (
        <HeatWall ground={ground} picture={turn.heat} step={turn.step} now={now} theme={picture.theme} />
      ) : (
        <WallMap ground={ground} cells={picture.cells} />
      )}
      <main className="wall-figures">
        <header className="wall-head">
          <h1>{picture.unit_name}</h1>
          <Today now={now} />
        </header>
        <Rates rates={picture.rates} />
        <Places places={picture.places} own={picture.unit_name} />
        <OverdueList picture={picture} now={now} />
        <Flow today={picture.today} now={now} />
        <Connection away={away} answered={takenAt} />
      </main>
    </div>
  );
}

/** Dark or light as somebody chose at a desk. It stays so until the next picture, also where nothing is shown. */
function useTheme(theme: Theme): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}

/** The service's time, going on by this machine's clock since the picture was taken. */
function useNow(picture: WallPicture, takenAt: number): number {
  const [machine, setMachine] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(picture.at) + Math.max(0, machine - takenAt);
}

function Today({ now }: { now: number }) {
  const { year, month, day } = civil(now);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return (
    <p className="wall-today">
      {words.date(month, day, weekday)} <time>{clockTime(now)}</time>
    </p>
  );
}

function Connection({ away, answered }: { away: number | null; answered: number }) {
  if (away === null)
    return (
      <footer className="wall-foot" data-connection="live">
        <span className="wall-dot" aria-hidden="true" /> {words.live(clockTime(answered, true))}
      </footer>
    );
  return (
    <footer className="wall-foot" data-connection="away" role="status">
      <strong>{words.away(dayTime(away, Date.now()))}</strong> <span>{words.awayHint}</span>
    </footer>
  );
}

function Pairing({ code, until }: { code: string | null; until: string | null }) {
  return (
    <Notice title={words.pairTitle} hint={words.pairHow} kind="pairing">
      <p className="wall-label">{words.pairCode}</p>
      <p className="wall-code" data-code={code ?? ""}>
        {code ? `${code.slice(0, 4)} ${code.slice(4)}` : words.connecting}
      </p>
      {until ? <p className="wall-quiet">{words.pairUntil(clockTime(until))}</p> : null}
    </Notice>
  );
}

interface NoticeProps {
  title: string;
  kind: Shown["kind"];
  hint?: string;
  children?: React.ReactNode;
}

function Notice({ title, hint, kind, children }: NoticeProps) {
  return (
    <main className="wall-notice" data-wall={kind}>
      <h1>{title}</h1>
      {children}
      {hint ? <p>{hint}</p> : null}
    </main>
  );
}
