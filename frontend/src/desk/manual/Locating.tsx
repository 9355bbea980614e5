/** 试定位 in 手工建单: what the system would make of the words; a candidate, or a click on the map, settles it. */
import { useEffect, useEffectEvent } from "react";
import { percent } from "../../state/format";
import { text } from "../../text";
import { asProblem } from "../../wire/problem";
import type { Match, Point } from "../../wire/types";
import { useDesk } from "../context";
import { useWordsLookup } from "../form/locate";
import { OwnerCard } from "../form/OwnerCard";
import { isPlaceable } from "../form/options";
import { usePick, usePointPicking } from "../pick";
import type { ManualDraft } from "./draft";
import { FoundPlaces } from "./FoundPlaces";

interface LocatingProps {
  draft: ManualDraft;
  /** How often something was pasted: what it says is located at once. */
  reads: number;
  onPoint: (point: Point | null) => void;
}

export function Locating({ draft, reads, onPoint }: LocatingProps) {
  const { hasMap } = usePick();
  const lookup = useWordsLookup();
  usePointPicking(draft.point, onPoint);
  const said = { address: draft.address.trim(), title: draft.title.trim(), content: draft.content.trim() };
  const typed = said.address || said.content || said.title;
  const locate = useEffectEvent(() => lookup.mutate(said));
  useEffect(() => {
    if (reads > 0) locate();
  }, [reads]);
  return (
    <div className="manual-locate" data-located={lookup.data ? (lookup.data.cell ?? "none") : undefined}>
      <button
        type="button"
        className="button small"
        data-locate
        disabled={typed === "" || lookup.isPending}
        onClick={() => lookup.mutate(said)}
      >
        {text.manual.locate}
      </button>
      <span className="quiet">{hasMap ? text.manual.orMap : null}</span>
      {lookup.data ? <Guess match={lookup.data} onPoint={onPoint} /> : null}
      {lookup.error ? (
        <p className="problem">{asProblem(lookup.error).body.detail ?? text.act.offline}</p>
      ) : null}
      {draft.point ? (
        <div className="manual-point" data-chosen="point">
          <OwnerCard point={draft.point} from={null} />
          <button type="button" className="link chosen-change" onClick={() => onPoint(null)}>
            {text.act.remove}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Guess({ match, onPoint }: { match: Match; onPoint: (point: Point) => void }) {
  const { names } = useDesk();
  const town = match.town ? (names.towns.get(match.town) ?? "") : "";
  const village = match.village ? (names.villages.get(match.village) ?? "") : "";
  const where = `${town} ${village}`.trim();
  return (
    <>
      <p className="manual-guess">
        {match.cell && where ? text.manual.located(where, percent(match.p_cell)) : text.manual.notLocated}
      </p>
      {match.candidates.some(isPlaceable) ? (
        <>
          <p className="quiet">{text.manual.choose}</p>
          <FoundPlaces found={match.candidates} onChoose={onPoint} />
        </>
      ) : null}
    </>
  );
}
