/** What a check found, as a table and on the map; and what can be mended safely, chosen by a person. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { count } from "../parts/figures";
import { sinceWhen } from "../parts/moments";
import { CheckButton } from "./CheckButton";
import { FaultTable } from "./FaultTable";
import { RepairList } from "./RepairList";
import { isChecked } from "./steps";

type View = "faults" | "repairs";

export function Check({ version }: { version: Version }) {
  const { may } = useAdmin();
  const [view, setView] = useState<View>("faults");
  const repairs = useQuery({
    queryKey: ["boundaries", version.id, "repairs", version.revision, version.checked?.at],
    queryFn: () => adminApi.repairs(version.id),
    enabled: version.state === "draft" && isChecked(version),
  });
  const offered = repairs.data?.repairs.length ?? 0;
  return (
    <div role="tabpanel" className="tab-body filled">
      <div className="check-head">
        {may.keep && version.state === "draft" ? <CheckButton version={version} /> : null}
        <p className="quiet" data-checked={isChecked(version) ? "current" : "behind"}>
          {stateWords(version)}
        </p>
        {version.checked && may.keep && offered > 0 ? (
          <div className="segments" role="group" aria-label={words.check.title}>
            <Segment view="faults" now={view} onChange={setView} label={words.check.faults} />
            <Segment
              view="repairs"
              now={view}
              onChange={setView}
              label={words.check.repairs(count(offered))}
            />
          </div>
        ) : null}
      </div>
      {!version.checked ? <Face title={words.check.never} hint={words.check.neverHint} /> : null}
      {version.checked && view === "faults" ? (
        <Faults version={version} onRepairs={offered > 0 && may.keep ? () => setView("repairs") : null} />
      ) : null}
      {version.checked && view === "repairs" ? (
        <Asked found={repairs}>
          {({ repairs: listed }) => (
            <RepairList
              key={version.revision}
              version={version}
              repairs={listed}
              onDone={() => setView("faults")}
            />
          )}
        </Asked>
      ) : null}
    </div>
  );
}

function stateWords(version: Version): string {
  const { checked } = version;
  if (!checked) return "";
  const found = words.boundaries.foundFaults(count(checked.blocking), count(checked.warning));
  if (!isChecked(version)) return words.check.behind;
  return [found, words.check.checkedAt(sinceWhen(checked.at))].join(text.dot);
}

interface SegmentProps {
  view: View;
  now: View;
  label: string;
  onChange: (view: View) => void;
}

function Segment({ view, now, label, onChange }: SegmentProps) {
  return (
    <button
      type="button"
      className="segment"
      aria-pressed={view === now}
      data-view={view}
      onClick={() => onChange(view)}
    >
      {label}
    </button>
  );
}

function Faults({ version, onRepairs }: { version: Version; onRepairs: (() => void) | null }) {
  const found = useQuery({
    queryKey: ["boundaries", version.id, "faults", version.checked?.at],
    queryFn: () => adminApi.faults(version.id),
  });
  return (
    <Asked found={found}>
      {({ faults }) =>
        faults.length === 0 ? (
          <Face title={words.check.none} hint={words.check.noneHint} />
        ) : (
          <FaultTable faults={faults} onRepairs={onRepairs} />
        )
      }
    </Asked>
  );
}
