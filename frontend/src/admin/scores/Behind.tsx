/** The tickets behind one figure: those of the numerator, the rest, or all; page by page. It stands under a long table,
 * so it comes into sight when it opens. */
import { type UseInfiniteQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/scores";
import type { BehindQuery, CountedTickets, FormulaText } from "../../wire/scores";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import type { Picked } from "./TicketPicker";

export interface Figure {
  /** None: of all units whose tickets the person may open. */
  unit: number | null;
  name: string;
  rate: FormulaText;
}

type AskBehind = (asked: Pick<BehindQuery, "unit" | "rate" | "part" | "before">) => Promise<CountedTickets>;

const PARTS = ["numerator", "rest", "all"] as const;

interface Props {
  figure: Figure;
  /** What window or period it is a figure of. */
  of: readonly unknown[];
  ask: AskBehind;
  names: ReadonlyMap<number, string>;
  onObject?: (ticket: Picked, rate: string) => void;
  onClose: () => void;
}

export function Behind({ figure, of, ask, names, onObject, onClose }: Props) {
  const [part, setPart] = useState<BehindQuery["part"]>("numerator");
  const asked = { unit: figure.unit ?? undefined, rate: figure.rate.code, part };
  const found: UseInfiniteQueryResult<{ pages: CountedTickets[] }> = useInfiniteQuery({
    queryKey: ["rates", "behind", ...of, asked],
    queryFn: ({ pageParam }) => ask({ ...asked, before: pageParam ?? undefined }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  });
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section className="part" data-behind={figure.rate.code}>
      <h3 ref={head} tabIndex={-1}>
        {words.behind(figure.name, figure.rate.name)}{" "}
        <button type="button" className="link" onClick={onClose}>
          {words.fold}
        </button>
      </h3>
      <p className="quiet">
        {figure.rate.numerator} ÷ {figure.rate.denominator}
      </p>
      <span className="choices">
        {PARTS.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="part" checked={part === each} onChange={() => setPart(each)} />
            <span>{words.part[each]}</span>
          </label>
        ))}
      </span>
      <Asked found={found}>
        {(told) => (
          <List
            tickets={told.pages.flatMap(({ tickets }) => tickets)}
            isMean={figure.rate.average}
            names={names}
            onObject={onObject ? (ticket) => onObject(ticket, figure.rate.code) : undefined}
          />
        )}
      </Asked>
      {found.hasNextPage ? (
        <button
          type="button"
          className="button small"
          aria-disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {words.more}
        </button>
      ) : null}
    </section>
  );
}

interface ListProps {
  tickets: CountedTickets["tickets"];
  isMean: boolean;
  names: ReadonlyMap<number, string>;
  onObject?: (ticket: Picked) => void;
}

function List({ tickets, isMean, names, onObject }: ListProps) {
  if (tickets.length === 0) return <p className="quiet">{words.behindNone}</p>;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th>{words.number}</th>
            <th>{words.ticket}</th>
            <th>{words.unit}</th>
            <th>{words.state}</th>
            <th>{words.received}</th>
            <th>{text.ticket.outer}</th>
            <th>{words.counted}</th>
            {onObject ? <th /> : null}
          </tr>
        </thead>
        <tbody>
          {tickets.map(({ row, amount, part }) => (
            <tr key={row.id} data-counted={row.number}>
              <td className="code">
                <a className="link" href={`/?ticket=${row.id}`}>
                  {row.number}
                </a>
              </td>
              <td>{row.title}</td>
              <td>{names.get(row.lead_unit ?? -1) ?? names.get(row.unit ?? -1) ?? names.get(row.stream)}</td>
              <td className="nowrap">{word(text.state, row.state)}</td>
              <td className="nowrap">{moment(row.received_at)}</td>
              <td className="nowrap">{row.outer_due ? moment(row.outer_due) : null}</td>
              <td className="nowrap">{said(amount, part, isMean)}</td>
              {onObject ? (
                <td className="ends">
                  <button
                    type="button"
                    className="button small"
                    data-object-to={row.number}
                    onClick={() => onObject(row)}
                  >
                    {words.object}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What one ticket adds to the numerator. */
function said(amount: number, part: boolean, isMean: boolean): string {
  if (part) return words.partlyCounts;
  if (isMean) return words.times(amount);
  return amount > 0 ? words.countsIn : words.countsNot;
}
