/** The right column when it shows no ticket: a heading with a way to close, and a body. */
import { type ReactNode, useCallback } from "react";
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
  return (
    <article className="panel" data-side={name}>
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
