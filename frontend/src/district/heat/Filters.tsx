/** Above the heat map: how long, of which tickets, and how many that are. */
import { useMemo } from "react";
import { useDesk } from "../../desk/context";
import { clockTime } from "../../state/format";
import { figure } from "../../state/heat";
import { HEAT_AT_FIRST, type HeatAddress, SPANS } from "../../state/heatAddress";
import { text } from "../../text";
import { words } from "../../text/heat";
import type { HeatPicture } from "../../wire/heat";

/** Every ticket of the while. */
const WIDE = {
  branch: HEAT_AT_FIRST.branch,
  urgency: HEAT_AT_FIRST.urgency,
  onlyOpen: HEAT_AT_FIRST.onlyOpen,
};
const URGENCIES = ["normal", "urgent", "critical"] as const;

interface Props {
  heat: HeatAddress;
  onChange: (next: Partial<HeatAddress>) => void;
  picture: HeatPicture | undefined;
  /** When the shown numbers came, while newer ones do not. */
  failedSince: number | null;
}

export function Filters(props: Props) {
  const { heat, onChange } = props;
  const isNarrowed = heat.branch !== "" || heat.urgency !== "" || heat.onlyOpen;
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
            aria-pressed={heat.span === each}
            data-span={each}
            onClick={() => onChange({ span: each, at: null })}
          >
            {words.span[each]}
          </button>
        ))}
      </fieldset>
      <Branch branch={heat.branch} onChange={(branch) => onChange({ branch })} />
      <select
        className="input"
        name="urgency"
        aria-label={words.urgency}
        value={heat.urgency}
        onChange={(event) => onChange({ urgency: event.target.value })}
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
        aria-pressed={heat.onlyOpen}
        data-only-open
        onClick={() => onChange({ onlyOpen: !heat.onlyOpen })}
      >
        {words.onlyOpen}
      </button>
      {isNarrowed ? (
        <button type="button" className="link" data-reset onClick={() => onChange(WIDE)}>
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
