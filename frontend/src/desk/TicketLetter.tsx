/** A line about a ticket in a list at the right: its number, which opens it, its title, and what is said of it. */
import type { ReactNode } from "react";
import { useDesk } from "./context";

interface Props {
  ticket: number;
  number: string;
  title: string;
  /** What a test finds it by: `data-<mark>` holds the ticket. */
  mark?: "call" | "waits-for";
  children?: ReactNode;
}

export function TicketLetter({ ticket, number, title, mark, children }: Props) {
  const { go } = useDesk();
  return (
    <li className="letter about" {...(mark ? { [`data-${mark}`]: ticket } : {})}>
      <button type="button" className="link" onClick={() => go({ panel: null, ticket })}>
        {number}
      </button>
      <strong lang="zh-CN">{title}</strong>
      {children}
    </li>
  );
}
