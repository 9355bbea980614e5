/** 打印: the papers of the open ticket, fetched when the menu opens; each opens on a page of its own. */
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { paperAddress } from "../../print/address";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/print";
import { type PrintablePaper, papersApi } from "../../wire/papers";
import { asProblem } from "../../wire/problem";
import "./printing.css";

export function PrintMenu({ ticket }: { ticket: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={box}
      className="print-menu"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      onBlur={(event) => {
        if (box.current && !box.current.contains(event.relatedTarget)) box.current.open = false;
      }}
    >
      <summary className="header-icon" title={words.menu} aria-label={words.menu} data-print-menu>
        <PrinterMark />
      </summary>
      {isOpen ? <Papers ticket={ticket} /> : null}
    </details>
  );
}

function PrinterMark() {
  return (
    <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 6V2h8v4M4 12H2V6h12v6h-2M4 10h8v4H4z" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}

function Papers({ ticket }: { ticket: number }) {
  const found = useQuery({
    queryKey: ["papers", ticket],
    queryFn: () => papersApi.printable(ticket),
    staleTime: 0,
  });
  return (
    <div className="print-papers" data-papers>
      {found.data?.map((paper) => (
        <PaperLink key={`${paper.kind}/${paper.record}`} ticket={ticket} paper={paper} />
      ))}
      {found.data?.length === 0 ? <p className="quiet">{words.menuNone}</p> : null}
      {found.error ? (
        <p className="problem">{asProblem(found.error).body.detail ?? text.act.offline}</p>
      ) : null}
      {found.isPending ? <p className="quiet">{text.faces.loading}</p> : null}
    </div>
  );
}

function PaperLink({ ticket, paper }: { ticket: number; paper: PrintablePaper }) {
  const about = [paper.at ? shortTime(paper.at, Date.now()) : null, paper.about]
    .filter(Boolean)
    .join(text.dot);
  return (
    <a
      className="print-paper"
      href={paperAddress(ticket, paper.kind, paper.record)}
      target="_blank"
      rel="noreferrer"
      data-paper={paper.kind}
    >
      <span>{paper.title}</span>
      <span className="quiet">{about}</span>
    </a>
  );
}
