/** The tickets behind one figure: those of the numerator, the rest, or all; page by page. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/scores";
import { type BehindQuery, type FormulaText, scoresApi, type WindowQuery } from "../../wire/scores";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";

export interface Figure {
  unit: number;
  name: string;
  rate: FormulaText;
}

const PARTS = ["numerator", "rest", "all"] as const;

interface Props {
  figure: Figure;
  query: WindowQuery;
  onClose: () => void;
}

export function Behind({ figure, query, onClose }: Props) {
  const [part, setPart] = useState<BehindQuery["part"]>("numerator");
  const asked = { ...query, unit: figure.unit, rate: figure.rate.code, part };
  const found = useInfiniteQuery({
    queryKey: ["rates", "behind", asked],
    queryFn: ({ pageParam }) => scoresApi.behind({ ...asked, before: pageParam ?? undefined }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  });
  return (
    <section className="part" data-behind={figure.rate.code}>
      <h3>
        {words.behind(figure.name, figure.rate.name)}
        <span className="quiet">
          {figure.rate.numerator} ÷ {figure.rate.denominator}
        </span>
        <button type="button" className="link" onClick={onClose}>
          {text.ticket.close}
        </button>
      </h3>
      <span className="choices">
        {PARTS.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="part" checked={part === each} onChange={() => setPart(each)} />
            <span>{words.part[each]}</span>
          </label>
        ))}
      </span>
      <Asked found={found}>{(told) => <List tickets={told.pages.flatMap(({ tickets }) => tickets)} />}</Asked>
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

type Counted = Awaited<ReturnType<typeof scoresApi.behind>>["tickets"];

function List({ tickets }: { tickets: Counted }) {
  if (tickets.length === 0) return <p className="quiet">{words.behindNone}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{words.number}</th>
          <th>{words.ticket}</th>
          <th>{words.state}</th>
          <th>{words.received}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {tickets.map(({ row, amount, part }) => (
          <tr key={row.id} data-counted={row.id}>
            <td className="code">
              <a className="link" href={`/?ticket=${row.id}`}>
                {row.number}
              </a>
            </td>
            <td>{row.title}</td>
            <td>{word(text.state, row.state)}</td>
            <td>{moment(row.received_at)}</td>
            <td>{part ? words.partlyCounts : words.counts(String(amount))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
