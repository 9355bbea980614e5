/** Above the heat map: how long, of which tickets, and how many that are. */
import { useMemo } from "react";
import { useDesk } from "../../desk/context";
import { clockTime } from "../../state/format";
import { figure } from "../../state/heat";
import { text } from "../../text";
import { words } from "../../text/heat";
import { type HeatPicture, SPANS, type Span } from "../../wire/heat";

export interface Wanted {
  branch: string;
  urgency: string;
  onlyOpen: boolean;
}

const URGENCIES = ["normal", "urgent", "critical"] as const;

interface Props {
  span: Span;
  onSpan: (span: Span) => void;
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  picture: HeatPicture | undefined;
  /** When the shown numbers came, while newer ones do not. */
  failedSince: number | null;
}

export function Filters(props: Props) {
  const { span, onSpan, wanted, onWanted } = props;
  const isNarrowed = wanted.branch !== "" || wanted.urgency !== "" || wanted.onlyOpen;
  return (
    <header className="heat-head">
      <h2>{words.title}</h2>
      <fieldset className="board-order">
        <legend className="visually-hidden">{words.spanLegend}</legend>
        {SPANS.map((each) => (
          <button
            key={each}
            type="button"
            className="board-choice"
            aria-pressed={span === each}
            data-span={each}
            onClick={() => onSpan(each)}
          >
            {words.span[each]}
          </button>
        ))}
      </fieldset>
      <Branch branch={wanted.branch} onChange={(branch) => onWanted({ ...wanted, branch })} />
      <select
        className="input"
        name="urgency"
        aria-label={words.urgency}
        value={wanted.urgency}
        onChange={(event) => onWanted({ ...wanted, urgency: event.target.value })}
      >
        <option value="">
          {words.urgency}
          {text.dot}
          {words.allUrgencies}
        </option>
        {URGENCIES.map((each) => (
          <option key={each} value={each}>
            {text.urgency[each]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="board-choice"
        aria-pressed={wanted.onlyOpen}
        data-only-open
        onClick={() => onWanted({ ...wanted, onlyOpen: !wanted.onlyOpen })}
      >
        {words.onlyOpen}
      </button>
      {isNarrowed ? (
        <button
          type="button"
          className="link"
          data-reset
          onClick={() => onWanted({ branch: "", urgency: "", onlyOpen: false })}
        >
          {words.reset}
        </button>
      ) : null}
      <Counted {...props} />
    </header>
  );
}

/** The first level of the categories, as the district has them. */
function Branch({ branch, onChange }: { branch: string; onChange: (branch: string) => void }) {
  const { names } = useDesk();
  const branches = useMemo(() => {
    const all = [...names.categories.values()].map(({ path }) => path.split("/")[0] ?? path);
    return [...new Set(all)].sort((a, b) => a.localeCompare(b, "zh"));
  }, [names]);
  return (
    <select
      className="input"
      name="branch"
      aria-label={words.branch}
      value={branch}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{words.allBranches}</option>
      {branches.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  );
}

/** How many there are, and how many of them no hexagon shows. */
function Counted({ picture, failedSince }: Props) {
  if (!picture) return null;
  const said = [
    words.total(figure(picture.total)),
    picture.coarse > 0 ? words.coarse(figure(picture.coarse)) : "",
    picture.nowhere > 0 ? words.nowhere(figure(picture.nowhere)) : "",
    failedSince === null ? "" : words.failedAgain(clockTime(failedSince)),
  ];
  return (
    <p className="heat-total" role="status">
      {said.filter(Boolean).join(text.dot)}
    </p>
  );
}
