/** What all queues of the district share: a table that keys walk through, the chosen line's ticket beside it. */
import "./queue.css";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { useDesk } from "../../desk/context";
import { Face } from "../../look/Failure";
import { useHeldWalk } from "../../seat/held";
import { useKey } from "../../seat/keys";
import { text } from "../../text";
import { words } from "../../text/district";
import { asProblem } from "../../wire/problem";

export interface Column<T> {
  title: string;
  className?: string;
  cell: (item: T) => ReactNode;
}

export interface QueueProps<T> {
  name: string;
  title: string;
  lead: string;
  none: string;
  noneHint?: string;
  found: { data: unknown; error: Error | null; refetch: () => unknown };
  items: readonly T[];
  keyOf: (item: T) => string | number;
  ticketOf: (item: T) => number | null;
  columns: readonly Column<T>[];
  /** What narrows the list, or leads on from it. */
  tools?: ReactNode;
  side: (nextTicket: number | null) => ReactNode;
}

/** The line in hand: the chosen one, else the one whose ticket is open; where it has gone, the one that took its place. */
function useInHand<T>({ items, keyOf, ticketOf }: QueueProps<T>) {
  const { address, go } = useDesk();
  const [chosen, setChosen] = useState<string | number | null>(null);
  const stood = useRef(-1);
  const byKey = items.findIndex((item) => keyOf(item) === chosen);
  const isOpen = (item: T) => address.ticket !== null && ticketOf(item) === address.ticket;
  const at = byKey >= 0 ? byKey : items.findIndex(isOpen);
  if (at >= 0) stood.current = at;
  const choose = useCallback(
    (item: T) => {
      setChosen(keyOf(item));
      go({ ticket: ticketOf(item), panel: null });
    },
    [keyOf, ticketOf, go],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const from = at >= 0 ? at + by : by === 1 ? Math.max(stood.current, 0) : stood.current - 1;
      const item = items[Math.min(from, items.length - 1)];
      if (item) choose(item);
    },
    [at, items, choose],
  );
  return { at, choose, step, next: items[at + 1] };
}

export function Queue<T>(props: QueueProps<T>) {
  const { name, title, lead, found, items, ticketOf, tools, side } = props;
  const { address } = useDesk();
  const { at, choose, step, next } = useInHand(props);
  const up = useCallback(() => step(-1), [step]);
  const down = useCallback(() => step(1), [step]);
  useKey("ArrowUp", up);
  useKey("ArrowDown", down);
  useHeldWalk(`queue ${name}`, found.data !== undefined);
  const isOpen = address.ticket !== null || address.panel !== null;
  return (
    <>
      <main
        className="queue"
        data-view-shown={name}
        data-count={found.data === undefined ? "" : items.length}
      >
        <header className="queue-head">
          <h2>{title}</h2>
          <p className="quiet">{lead}</p>
          {tools}
        </header>
        <Body {...props} at={at} onChoose={choose} />
      </main>
      {isOpen ? side(next === undefined ? null : ticketOf(next)) : null}
    </>
  );
}

function Body<T>({ at, onChoose, ...props }: QueueProps<T> & { at: number; onChoose: (item: T) => void }) {
  const { found, items, none, noneHint } = props;
  if (found.data === undefined) {
    if (!found.error) return <Face title={words.loadingList} />;
    return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (items.length === 0) return <Face title={none} hint={noneHint} />;
  return <Lines {...props} at={at} onChoose={onChoose} />;
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = asProblem(error);
  return (
    <Face title={words.failed} hint={problem.isOffline ? text.faces.meFailedHint : problem.body.detail}>
      <button type="button" className="button small" onClick={onRetry}>
        {text.faces.retry}
      </button>
    </Face>
  );
}

function Lines<T>({
  items,
  keyOf,
  ticketOf,
  columns,
  at,
  onChoose,
}: QueueProps<T> & { at: number; onChoose: (item: T) => void }) {
  return (
    <div className="queue-box">
      <table className="queue-table">
        <thead>
          <tr>
            {columns.map(({ title, className }) => (
              <th key={title} scope="col" className={className}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // Who has no mouse walks with the arrows, and the number in the line is a button.
            <tr
              key={keyOf(item)}
              aria-current={index === at ? "true" : undefined}
              data-item={keyOf(item)}
              data-item-ticket={ticketOf(item) ?? ""}
              onClick={() => onChoose(item)}
              ref={index === at ? intoView : undefined}
            >
              {columns.map(({ title, className, cell }) => (
                <td key={title} className={className}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function intoView(line: HTMLTableRowElement | null): void {
  line?.scrollIntoView({ block: "nearest" });
}

/** A ticket in a line: what it is about, and its number as the button that opens it. */
export function TicketCell({ ticket, number, title }: { ticket: number; number: string; title: string }) {
  const { go } = useDesk();
  return (
    <>
      <span className="queue-title">{title}</span>
      <button
        type="button"
        className="link queue-under"
        data-open-ticket={ticket}
        onClick={() => go({ ticket, panel: null })}
      >
        {number}
      </button>
    </>
  );
}

/** Choices above a queue, each with how many there are. */
export function Choices<T extends string | number>({
  all,
  shown,
  onShow,
  least = 3,
}: {
  all: readonly { value: T | null; label: string }[];
  /** Fewer are none to choose from. */
  least?: number;
  shown: T | null;
  onShow: (value: T | null) => void;
}) {
  if (all.length < least) return null;
  return (
    <div className="queue-choices">
      {all.map(({ value, label }) => (
        <button
          key={value ?? "all"}
          type="button"
          className="board-choice"
          aria-pressed={shown === value}
          data-choice={value ?? "all"}
          onClick={() => onShow(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
