/** A window that shows one part of the desk: the map, or the ticket chosen elsewhere. */
import { useEffect, useState } from "react";
import { useKeys } from "../../seat/keys";
import { LockButton } from "../../seat/SeatTools";
import { ToastProvider } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/tools";
import { shortName } from "../../text/unitNames";
import { ConnectionMark } from "../ConnectionMark";
import { useDesk } from "../context";
import { MapPane } from "../MapPane";
import { TicketPanel } from "../panel/TicketPanel";
import { PickProvider } from "../pick";
import type { Part } from "./part";
import { RemotePick, SharePick } from "./SharedPick";

function Bar({ part }: { part: Part }) {
  const { me } = useDesk();
  const unit = shortName(me.memberships[0]?.unit_name ?? "");
  useEffect(() => {
    document.title = `${words.windows[part]} · ${unit}`;
  }, [part, unit]);
  return (
    <header className="header">
      <h1 className="header-title">{words.windows[part]}</h1>
      <span className="header-unit">{unit}</span>
      <span className="quiet">{words.windows.follows}</span>
      <span className="header-gap" />
      <ConnectionMark />
      <LockButton />
    </header>
  );
}

function TicketPart() {
  const [isWide, setWide] = useState(false);
  return (
    <aside className="side" aria-label={text.ticket.panel}>
      <SharePick />
      <TicketPanel isWide={isWide} onWiden={() => setWide(!isWide)} nextTicket={null} />
    </aside>
  );
}

export function PartPage({ part }: { part: Part }) {
  useKeys();
  return (
    <ToastProvider>
      <div className="part-window" data-window={part}>
        <Bar part={part} />
        {part === "map" ? (
          <RemotePick>
            <MapPane />
          </RemotePick>
        ) : (
          <PickProvider>
            <TicketPart />
          </PickProvider>
        )}
      </div>
    </ToastProvider>
  );
}
