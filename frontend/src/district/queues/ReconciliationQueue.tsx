/** 一单不漏: what did not agree in the last comparison with each hotline, in one list. */
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { useDesk } from "../../desk/context";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/district";
import { words as upward } from "../../text/upward";
import { type Difference, upwardApi } from "../../wire/upward";
import { differencesIn, useLatestRuns } from "../asked";
import { Choices, type Column, Queue, TicketCell } from "./Queue";

const KINDS = ["missing", "unknown", "state", "due"] as const;
type Kind = (typeof KINDS)[number];
const NONE: readonly Difference[] = [];

const key = ({ difference, order_no }: Difference) => `${difference}/${order_no}`;
const ticket = (row: Difference) => row.ticket;

/** The rows of the latest runs that have any. */
function useDifferences() {
  const runs = useLatestRuns();
  const ids = runs.latest.filter((run) => differencesIn(run) > 0).map(({ id }) => id);
  const found = useQueries({
    queries: ids.map((id) => ({ queryKey: ["reconciliation", id], queryFn: () => upwardApi.run(id) })),
    combine: (results) => ({
      rows: results.flatMap(({ data }) => data?.rows ?? NONE),
      isKnown: results.every(({ data }) => data !== undefined),
      error: results.find(({ error }) => error)?.error ?? null,
      retry: () => Promise.all(results.map(({ refetch }) => refetch())),
    }),
  });
  const isKnown = runs.data !== undefined && found.isKnown;
  return {
    latest: runs.latest,
    rows: found.rows,
    found: {
      data: isKnown ? found.rows : undefined,
      error: runs.error ?? found.error,
      refetch: () => Promise.all([runs.refetch(), found.retry()]),
    },
  };
}

export function ReconciliationQueue({ side }: { side: (nextTicket: number | null) => ReactNode }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const { latest, rows, found } = useDifferences();
  const items = useMemo(
    () => (kind === null ? rows : rows.filter(({ difference }) => difference === kind)),
    [kind, rows],
  );
  const choices = [
    { value: null, label: words.levelCount(words.everyLevel, rows.length) },
    ...KINDS.map((value) => ({
      value,
      label: words.levelCount(
        upward.admin.difference[value],
        rows.filter(({ difference }) => difference === value).length,
      ),
    })),
  ];
  const never = found.data !== undefined && latest.length === 0;
  return (
    <Queue
      name="reconciliation"
      title={words.reconciliation}
      lead={words.reconciliationLead}
      none={never ? words.neverReconciled : words.reconciliationNone}
      noneHint={never ? words.neverHint : undefined}
      found={found}
      items={items}
      keyOf={key}
      ticketOf={ticket}
      columns={COLUMNS}
      tools={
        <>
          {rows.length > 0 ? <Choices all={choices} shown={kind} onShow={setKind} /> : null}
          <Sources latest={latest} />
        </>
      }
      side={side}
    />
  );
}

/** Of when each comparison is, and the way to all of them. */
function Sources({ latest }: { latest: ReturnType<typeof useLatestRuns>["latest"] }) {
  const { now } = useDesk();
  return (
    <p className="queue-aside">
      {latest.map((run) => `${run.source_name} ${shortTime(run.at, now)}`).join(text.dot)}{" "}
      <a href="/admin?at=upward">{words.allRuns}</a>
    </p>
  );
}

const COLUMNS: readonly Column<Difference>[] = [
  {
    title: words.difference,
    className: "nowrap",
    cell: ({ difference }) => <strong>{upward.admin.difference[difference]}</strong>,
  },
  { title: words.orderNo, className: "nowrap", cell: ({ order_no }) => order_no },
  {
    title: words.ticket,
    cell: ({ ticket: id, number, title, center_name }) =>
      id === null || number === null ? (
        <span className="quiet">{title ?? "–"}</span>
      ) : (
        <>
          <TicketCell ticket={id} number={number} title={title ?? ""} />
          <span className="queue-under">{center_name}</span>
        </>
      ),
  },
  { title: words.theirs, cell: (row) => <Said status={row.their_status} due={row.their_due} row={row} /> },
  { title: words.ours, cell: (row) => <Said status={row.our_status} due={row.our_due} row={row} /> },
];

function Said({ status, due, row }: { status: string | null; due: string | null; row: Difference }) {
  const { now } = useDesk();
  if (row.difference === "due") return due ? shortTime(due, now) : "–";
  return status ?? "–";
}
