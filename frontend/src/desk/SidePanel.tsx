/** The right column when it shows no ticket: a heading with a way to close, and a body. */
import { type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import { useKey } from "../seat/keys";
import { text } from "../text";
import { useDesk } from "./context";

interface Props {
  title: string;
  lead: string;
  name: string;
  children: ReactNode;
}

export function SidePanel({ title, lead, name, children }: Props) {
  const { go } = useDesk();
  const close = useCallback(() => go({ panel: null }), [go]);
  useKey("Escape", close);
  const panel = useRef<HTMLElement>(null);
  // Who opens it by a key goes on in it by Tab.
  useLayoutEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article ref={panel} className="panel" tabIndex={-1} data-side={name}>
      <header className="side-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="header-icon"
          title={text.ticket.close}
          aria-label={text.ticket.close}
          onClick={close}
        >
          ×
        </button>
        <p className="quiet">{lead}</p>
      </header>
      {children}
    </article>
  );
}
