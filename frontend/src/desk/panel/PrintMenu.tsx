/** 打印: the papers of the open ticket, fetched when the menu opens; arrows walk them, each opens on a page of its own. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { paperAddress } from "../../print/address";
import { type Taker, useTaker } from "../../seat/keys";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/print";
import { words as tools } from "../../text/tools";
import { type PrintablePaper, papersApi } from "../../wire/papers";
import { asProblem } from "../../wire/problem";
import { useOffers } from "../palette/offers";
import "./printing.css";

export function PrintMenu({ ticket }: { ticket: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDetailsElement>(null);
  const show = (isShown: boolean) => {
    if (box.current) box.current.open = isShown;
  };
  const close = useCallback(() => {
    if (!box.current) return;
    box.current.open = false;
    box.current.querySelector("summary")?.focus();
  }, []);
  useOffers(() => [{ id: "print", group: "command", label: tools.palette.print, run: () => show(true) }]);
  return (
    <details
      ref={box}
      className="print-menu"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) show(false);
      }}
    >
      <summary className="header-icon" title={words.menu} aria-label={words.menu} data-print-menu>
        <PrinterMark />
      </summary>
      {isOpen ? <Papers ticket={ticket} onClose={close} /> : null}
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

/** The first paper takes the focus as soon as it is there; what takes it is walked by the arrows. */
function useWalk(isThere: boolean, onClose: () => void) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isThere) list.current?.querySelector("a")?.focus();
  }, [isThere]);
  const taker = useCallback<Taker>(
    (key) => {
      if (key === "Escape") {
        onClose();
        return true;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step === undefined) return false;
      const papers = [...(list.current?.querySelectorAll("a") ?? [])];
      const at = papers.indexOf(document.activeElement as HTMLAnchorElement);
      papers[(at + step + papers.length) % papers.length]?.focus();
      return true;
    },
    [onClose],
  );
  useTaker(taker);
  return list;
}

function Papers({ ticket, onClose }: { ticket: number; onClose: () => void }) {
  const found = useQuery({
    queryKey: ["papers", ticket],
    queryFn: () => papersApi.printable(ticket),
    staleTime: 0,
  });
  const list = useWalk(Boolean(found.data?.length), onClose);
  return (
    <div ref={list} className="print-papers" data-papers>
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
