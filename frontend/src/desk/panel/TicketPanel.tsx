/** The ticket at the right: who holds it, the citizen's words, where and why, people, clocks, journey, what comes next. */
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { Face } from "../../look/Failure";
import { useHeldKey } from "../../seat/held";
import { useKey } from "../../seat/keys";
import { ticketOnBoard } from "../../state/apply";
import { text } from "../../text";
import { asProblem, type Problem } from "../../wire/problem";
import type { Match, Point, TicketDetail, TicketRow } from "../../wire/types";
import { findOpen } from "../commands";
import { useDesk, useLive } from "../context";
import { CopyButton } from "../copy/CopyButton";
import { useReading } from "../form/locate";
import { Family } from "../joint/Family";
import { Joint } from "../joint/Joint";
import { useClicks, usePick } from "../pick";
import { Notices } from "../telling/Notices";
import { useTicketDetail } from "../ticket";
import { ActionBar } from "./ActionBar";
import { Alike } from "./Alike";
import { CellPeople } from "./CellPeople";
import { Clocks } from "./Clocks";
import { Contacts, Review } from "./Closing";
import { Journey } from "./Journey";
import { Nothing } from "./Nothing";
import { Answer, Handlers, Photos, Reports } from "./Outcome";
import { Owning } from "./Owning";
import { Place } from "./Place";
import { PrintMenu } from "./PrintMenu";
import { aboutTicket, beRead } from "./reading";
import { Supervised } from "./Supervised";
import { Upward } from "./Upward";
import { type Orders, useOrders } from "./useOrders";
import { Words } from "./Words";

interface PanelProps {
  isWide: boolean;
  onWiden: () => void;
  /** The ticket to go to once this one is signed; null stays. */
  nextTicket: number | null;
}

export function TicketPanel(props: PanelProps) {
  const { address } = useDesk();
  const { detail, row } = useTicketDetail(address.ticket);
  const problem = detail.error ? asProblem(detail.error) : null;
  if (address.ticket === null) return <Nothing />;
  if (problem?.status === 404 || problem?.status === 403) return <Away wasSeen={detail.data !== undefined} />;
  if (!row) {
    if (!problem) return <Waiting ticket={address.ticket} />;
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

function Tools({ row, detail, isWide, onWiden }: Omit<OpenProps, "retry" | "nextTicket">) {
  const { go } = useDesk();
  const widen = isWide ? text.ticket.narrow : text.ticket.widen;
  return (
    <span className="panel-tools">
      <CopyButton row={row} detail={detail} />
      <PrintMenu ticket={row.id} />
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

/**
 * Opens the placing form with a point; null where the ticket may not be placed now. While a ticket is to be placed,
 * a click on the map is such a point without asking.
 */
function usePlacing(row: TicketRow, orders: Orders) {
  const { allowed, begin } = orders;
  const offer = findOpen(allowed, "place", "relocate");
  const onPick = useMemo(
    () => (offer ? ({ lon, lat }: Point) => begin(offer, { point: { lon, lat } }) : null),
    [offer, begin],
  );
  useClicks((point) => onPick?.(point), onPick !== null && row.state === "unplaced");
  return onPick;
}

/** The next ticket of the list, where it is in the same state: signing leads to what is to be signed. */
function useGoOn(row: TicketRow, nextTicket: number | null): () => void {
  const { go } = useDesk();
  const { letGo } = usePick();
  const next = useLive((live) => (nextTicket === null ? undefined : ticketOnBoard(live.board, nextTicket)));
  const latest = useRef(next);
  latest.current = next;
  const { state } = row;
  return useCallback(() => {
    if (latest.current?.state !== state) return;
    letGo();
    go({ ticket: latest.current.id });
  }, [go, letGo, state]);
}

function OpenTicket({ row, detail, retry, isWide, onWiden, nextTicket }: OpenProps) {
  const orders = useOrders(row, detail, useGoOn(row, nextTicket));
  const onPick = usePlacing(row, orders);
  const isToPlace = row.state === "unplaced" && onPick !== null;
  const reading = useReading(row, detail, isToPlace).data;
  useCloseKey();
  return (
    <article className={isWide ? "panel wide" : "panel"} data-open={row.id} data-state={row.state}>
      <div ref={beRead} className="panel-body" tabIndex={-1} data-panel-body>
        <Words
          row={row}
          detail={detail}
          orders={orders}
          names={isToPlace ? (reading?.names ?? NO_NAMES) : NO_NAMES}
          tools={<Tools {...{ row, detail, isWide, onWiden }} />}
        />
        {retry ? <Stale onRetry={retry} hasDetail={detail !== undefined} /> : null}
        {detail ? (
          <Sections {...{ row, detail, orders, onPick, reading }} hasForm={orders.form !== null} />
        ) : retry ? null : (
          <Waiting ticket={row.id} />
        )}
      </div>
      {detail ? <ActionBar row={row} detail={detail} orders={orders} /> : null}
    </article>
  );
}

/** While its buttons are on their way; a key that was pressed already is named. */
function Waiting({ ticket }: { ticket: number }) {
  const key = useHeldKey(aboutTicket(ticket));
  return (
    <p className="panel-waiting quiet" role="status" data-held={key ?? ""}>
      {key ? text.ticket.held(key) : text.ticket.loading}
    </p>
  );
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
  orders: Orders;
  onPick: ((point: Point) => void) | null;
  reading: Match | undefined;
  /** A form is open, which looks for places by itself. */
  hasForm: boolean;
}

const NO_NAMES: readonly string[] = [];

const TO_REVIEW: ReadonlySet<string> = new Set(["answered", "reviewed"]);
const JUDGED: ReadonlySet<string> = new Set(["answered", "reviewed", "replied", "closed"]);

/** Whoever judges an answer, or looks up what came of it, reads it first; everybody else where it is and who is there. */
function Sections({ row, detail, orders, onPick, reading, hasForm }: SectionsProps) {
  const outcome: ReactNode = (
    <>
      <Answer detail={detail} />
      <Photos detail={detail} />
    </>
  );
  const isJudged = JUDGED.has(row.state);
  // Whoever signs a request reads it first.
  const signs = findOpen(orders.allowed, "sign_request") !== undefined;
  return (
    <div className="sections">
      {row.supervised > 0 ? <Supervised row={row} journey={detail.journey} /> : null}
      {signs ? <Upward row={row} /> : null}
      <Alike row={row} />
      {TO_REVIEW.has(row.state) ? <Review row={row} detail={detail} /> : isJudged ? outcome : null}
      <Owning row={row} detail={detail} />
      <Place {...{ row, detail, onPick, reading, hasForm }} />
      <CellPeople cell={detail.cell} />
      <Family row={row} orders={orders} />
      <Clocks row={row} detail={detail} />
      <Handlers detail={detail} />
      <Joint row={row} orders={orders} />
      {isJudged ? null : outcome}
      {signs ? null : <Upward row={row} />}
      <Contacts row={row} />
      {row.supervised > 0 ? null : <Supervised row={row} journey={detail.journey} />}
      <Journey detail={detail} />
      <Reports detail={detail} />
      <Notices ticket={row.id} version={row.version} />
    </div>
  );
}
