/** The tickets behind a number of the heat map: how many, of which kinds, and each as a line that leads to who holds it. */
import { useCallback, useMemo, useState } from "react";
import { useDesk } from "../../desk/context";
import { LineList } from "../../desk/LineList";
import { neighbour } from "../../desk/step";
import { Face } from "../../look/Failure";
import { useHeldWalk } from "../../seat/held";
import { useKey } from "../../seat/keys";
import { figure, type Step, stepWords } from "../../state/heat";
import { text } from "../../text";
import { words } from "../../text/heat";
import type { HeatPicture, HeatQuery } from "../../wire/heat";
import { useHeatTickets } from "./asked";
import { type Chosen, chosenName, numberOf } from "./chosen";

interface Props {
  query: HeatQuery;
  picture: HeatPicture;
  step: Step;
  chosen: Chosen;
  onClose: () => void;
}

const MOST_KINDS = 6;

export function HeatTickets({ query, picture, step, chosen, onClose }: Props) {
  const { address, go, now } = useDesk();
  const [before, setBefore] = useState<number>();
  const found = useHeatTickets(query, { ...numberOf(chosen), step: step ?? undefined, before });
  const rows = useMemo(() => found.data?.tickets ?? [], [found.data]);
  const walk = useCallback(
    (by: 1 | -1) => {
      const row = neighbour(rows, address.ticket, 0, by);
      if (row) go({ ticket: row.id, panel: null });
    },
    [rows, address.ticket, go],
  );
  const up = useCallback(() => walk(-1), [walk]);
  const down = useCallback(() => walk(1), [walk]);
  useKey("ArrowUp", up);
  useKey("ArrowDown", down);
  useKey("Escape", onClose);
  useHeldWalk(`heat ${chosenName(chosen, picture)} ${step}`, found.data !== undefined);
  const next = found.data?.next ?? null;
  return (
    <section className="town-list heat-list" aria-label={words.list} data-heat-list={found.data?.total ?? ""}>
      <header className="town-list-head">
        <h2>{words.listOf(chosenName(chosen, picture), stepWords(picture, step, now))}</h2>
        <span />
        <button
          type="button"
          className="header-icon"
          title={words.closeList}
          aria-label={words.closeList}
          onClick={onClose}
        >
          ×
        </button>
        {found.data ? (
          <p className="heat-kinds">
            <strong>{words.tickets(figure(found.data.total))}</strong>
            <strong>{words.open(found.data.open)}</strong>
            {found.data.branches.slice(0, MOST_KINDS).map(({ name, tickets }) => (
              <span key={name ?? ""}>
                {name ?? words.unsorted} {tickets}
              </span>
            ))}
          </p>
        ) : null}
      </header>
      {rows.length > 0 ? <LineList rows={rows} /> : null}
      {found.data && rows.length === 0 ? <Face title={words.listNone} /> : null}
      {found.data ? null : <Face title={found.error ? words.listFailed : text.faces.loading} />}
      {next === null ? null : (
        <button type="button" className="link heat-more" onClick={() => setBefore(next)}>
          {words.more}
        </button>
      )}
    </section>
  );
}
