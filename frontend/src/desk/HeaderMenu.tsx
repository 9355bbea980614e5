/** Everything of the header that need not stand out: lists without anything waiting, pages, switches. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { toggleTheme } from "../look/theme";
import { useKey } from "../seat/keys";
import { mayAdminister, maySeeRequests, mayWatchReports } from "../state/roles";
import { switchLanguage, text } from "../text";
import { words } from "../text/tools";
import { CallsButton } from "./Calls";
import { useDesk } from "./context";
import { WaitingButton } from "./joint/Waiting";
import { usePick } from "./pick";
import { DutyButton } from "./telling/DutyTools";
import { UpwardButton } from "./UpwardList";
import { useDetach } from "./windows/AwayParts";
import { useWindows } from "./windows/Windows";

const PARTS = ["map", "ticket"] as const;

interface Props {
  onKeys: () => void;
  onPalette: () => void;
}

export function HeaderMenu(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  useKey(isOpen ? "Escape" : null, close);
  useEffect(() => {
    if (!isOpen) return;
    // What is chosen closes it, as does a click elsewhere.
    const onClick = (event: MouseEvent) => {
      if (!button.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [isOpen, close]);
  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className="button small"
        aria-haspopup="true"
        aria-expanded={isOpen}
        data-menu
        onClick={() => setOpen(!isOpen)}
      >
        {words.header.menu} <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? <Items {...props} /> : null}
    </div>
  );
}

function Items({ onKeys, onPalette }: Props) {
  const { me, go } = useDesk();
  const watches = mayWatchReports(me.memberships);
  const { away } = useWindows();
  const detach = useDetach();
  const { hasMap } = usePick();
  const here = PARTS.filter((part) => !away.includes(part) && (part !== "map" || hasMap));
  return (
    <div className="menu-list" data-menu-list>
      {watches ? (
        <>
          <DutyButton />
          <CallsButton isListed />
          <WaitingButton isListed />
        </>
      ) : null}
      {maySeeRequests(me.memberships) ? <UpwardButton isListed /> : null}
      {watches ? (
        <Item panel="dead" onPress={() => go({ panel: "dead" })}>
          {text.header.dead}
        </Item>
      ) : null}
      {mayAdminister(me.memberships) ? (
        <a className="button small" href="/admin" data-admin>
          {text.header.admin}
        </a>
      ) : null}
      <hr />
      {here.map((part) => (
        <Item key={part} onPress={() => detach(part)}>
          <span data-detach={part}>
            {part === "map" ? words.palette.detachMap : words.palette.detachTicket}
          </span>
        </Item>
      ))}
      <Item onPress={onPalette}>
        {words.palette.title} <kbd>Ctrl K</kbd>
      </Item>
      <Item onPress={onKeys}>
        {text.header.keys} <kbd>?</kbd>
      </Item>
      <Item onPress={toggleTheme}>{text.header.theme}</Item>
      <Item onPress={switchLanguage}>
        {text.header.language} <span className="quiet">{text.otherLanguage}</span>
      </Item>
    </div>
  );
}

function Item({ panel, onPress, children }: { panel?: string; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className="button small" data-panel={panel} onClick={onPress}>
      {children}
    </button>
  );
}
