/** The ticket at the right: who holds it, the citizen's words, where and why, people, clocks, journey, what comes next. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { Face } from "../../look/Failure";
import { keptForm } from "../../seat/keep";
import { useKey } from "../../seat/keys";
import { text } from "../../text";
import { asProblem, type Problem } from "../../wire/problem";
import type { Candidate, TicketDetail, TicketRow } from "../../wire/types";
import { findOpen } from "../commands";
import { useDesk } from "../context";
import { useTicketDetail } from "../ticket";
import { ActionBar } from "./ActionBar";
import { CellPeople } from "./CellPeople";
import { Clocks } from "./Clocks";
import { Journey } from "./Journey";
import { Answer, Handlers, Photos, Reports } from "./Outcome";
import { Place } from "./Place";
import { useOrders } from "./useOrders";
import { Words } from "./Words";

interface PanelProps {
  isWide: boolean;
  onWiden: () => void;
  /** The ticket to go to once this one is signed; null stays. */
  nextTicket: number | null;
}

export function TicketPanel(props: PanelProps) {
  const { address, me } = useDesk();
  // Turning to another ticket, or to none, gives up a form left open on the one before.
  useEffect(() => void keptForm(me.person.id, address.ticket), [me.person.id, address.ticket]);
  const { detail, row } = useTicketDetail(address.ticket);
  const problem = detail.error ? asProblem(detail.error) : null;
  if (address.ticket === null) return <Face title={text.ticket.none} hint={text.ticket.noneHint} />;
  if (problem?.status === 404 || problem?.status === 403) return <Away wasSeen={detail.data !== undefined} />;
  if (!row) {
    if (!problem) return <Face title={text.ticket.loading} />;
    return <Failed problem={problem} onRetry={() => void detail.refetch()} />;
  }
  const retry = problem ? () => void detail.refetch() : null;
  return <OpenTicket key={row.id} row={row} detail={detail.data} retry={retry} {...props} />;
}

function Away({ wasSeen }: { wasSeen: boolean }) {
  const { go } = useDesk();
  useCloseKey();
  return (
    <Face title={wasSeen ? text.ticket.gone : text.ticket.forbidden} hint={text.ticket.forbiddenHint}>
      <button type="button" className="button small" data-face="away" onClick={() => go({ ticket: null })}>
        {text.ticket.close}
      </button>
    </Face>
  );
}

function Failed({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Face title={text.ticket.failed} hint={problem.isOffline ? text.faces.meFailedHint : problem.body.detail}>
      <button type="button" className="button small" data-face="failed" onClick={onRetry}>
        {text.ticket.retry}
      </button>
    </Face>
  );
}

function useCloseKey(): void {
  const { go } = useDesk();
  const close = useCallback(() => go({ ticket: null }), [go]);
  useKey("Escape", close);
}

function Tools({ isWide, onWiden }: Pick<PanelProps, "isWide" | "onWiden">) {
  const { go } = useDesk();
  const widen = isWide ? text.ticket.narrow : text.ticket.widen;
  return (
    <span className="panel-tools">
      <button type="button" className="header-icon" title={widen} aria-label={widen} onClick={onWiden}>
        {isWide ? "⇥" : "⇤"}
      </button>
      <button
        type="button"
        className="header-icon"
        title={text.ticket.close}
        aria-label={text.ticket.close}
        onClick={() => go({ ticket: null })}
      >
        ×
      </button>
    </span>
  );
}

interface OpenProps extends PanelProps {
  row: TicketRow;
  detail: TicketDetail | undefined;
  retry: (() => void) | null;
}

/** Opens the placing form with a candidate's point; null where the ticket may not be placed now. */
function usePlacing(orders: ReturnType<typeof useOrders>) {
  const { allowed, begin } = orders;
  const offer = findOpen(allowed, "place", "relocate");
  return useMemo(
    () => (offer ? ({ lon, lat }: Candidate) => begin(offer, { point: { lon, lat } }) : null),
    [offer, begin],
  );
}

function OpenTicket({ row, detail, retry, isWide, onWiden, nextTicket }: OpenProps) {
  const { go } = useDesk();
  const next = useRef(nextTicket);
  next.current = nextTicket;
  const onSigned = useCallback(() => {
    if (next.current !== null) go({ ticket: next.current });
  }, [go]);
  const orders = useOrders(row, detail, onSigned);
  const onPick = usePlacing(orders);
  useCloseKey();
  return (
    <article className={isWide ? "panel wide" : "panel"} data-open={row.id} data-state={row.state}>
      <div className="panel-body" tabIndex={-1} data-panel-body>
        <Words row={row} detail={detail} tools={<Tools isWide={isWide} onWiden={onWiden} />} />
        {retry ? <Stale onRetry={retry} hasDetail={detail !== undefined} /> : null}
        {detail ? <Sections row={row} detail={detail} onPick={onPick} /> : retry ? null : <Waiting />}
      </div>
      {detail ? <ActionBar row={row} detail={detail} orders={orders} /> : null}
    </article>
  );
}

function Waiting() {
  return <p className="panel-waiting quiet">{text.ticket.loading}</p>;
}

function Stale({ onRetry, hasDetail }: { onRetry: () => void; hasDetail: boolean }) {
  return (
    <p className="notice" role="status">
      {hasDetail ? text.ticket.staleDetail : text.ticket.failed}{" "}
      <button type="button" className="link" onClick={onRetry}>
        {text.ticket.retry}
      </button>
    </p>
  );
}

interface SectionsProps {
  row: TicketRow;
  detail: TicketDetail;
  onPick: ((candidate: Candidate) => void) | null;
}

const JUDGED: ReadonlySet<string> = new Set(["answered", "reviewed", "replied"]);

/** Whoever judges an answer reads it first; everybody else reads first where it is and who is there. */
function Sections({ row, detail, onPick }: SectionsProps) {
  const outcome: ReactNode = (
    <>
      <Answer detail={detail} />
      <Photos detail={detail} />
    </>
  );
  const isJudged = JUDGED.has(row.state);
  return (
    <div className="sections">
      {isJudged ? outcome : null}
      <Place row={row} detail={detail} onPick={onPick} />
      <CellPeople cell={detail.cell} />
      <Clocks row={row} detail={detail} />
      <Handlers detail={detail} />
      {isJudged ? null : outcome}
      <Journey detail={detail} />
      <Reports detail={detail} />
    </div>
  );
}
