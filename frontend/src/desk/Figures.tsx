/** The rates of the month under way in the header: shares at sight, n/N one hover away, formula and tickets one click. */
import { civil } from "../state/format";
import { words } from "../text/tools";
import type { RateFigure } from "../wire/scores";
import { useMonth } from "./month";

const SHOWN = ["responded", "solved", "satisfied"] as const;

export function Figures() {
  const { data } = useMonth();
  if (!data) return null;
  const { month, day } = civil(data.since);
  const found = SHOWN.map((code) => ({ code, figure: data.total.rates.find((each) => each.code === code) }));
  return (
    <a className="figures" href="/admin?at=scores" data-figures data-gives-way>
      <span className="quiet wide-only">{words.header.since(`${month}-${day}`)}</span>
      {found.map(({ code, figure }) => (
        <span key={code} title={titleOf(code, figure)} data-figure={code}>
          {words.header[code]} <strong>{figure?.said ?? "–"}</strong>
        </span>
      ))}
    </a>
  );
}

function titleOf(code: (typeof SHOWN)[number], figure: RateFigure | undefined): string {
  const name = words.header[code];
  if (!figure || figure.said === null) return words.header.noFigure(name);
  return words.header.figure(name, String(figure.numerator), String(figure.denominator));
}
