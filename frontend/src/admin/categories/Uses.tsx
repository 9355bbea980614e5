/** The rules that name a category, one by one, each under a way to where it is kept. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/categories";
import { type CategoryUse, type CategoryUses, categoriesApi } from "../../wire/categories";
import type { Address } from "../address";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { isOpen } from "../sections";
import { counted } from "./themes";

/** Where rules of a kind are kept. */
const KEPT: Record<CategoryUse["kind"], Pick<Address, "at" | "tab">> = {
  routing: { at: "rules", tab: null },
  power: { at: "rules", tab: "powers" },
  police: { at: "rules", tab: "police" },
  clock: { at: "timetable", tab: "rules" },
  evidence: { at: "closing", tab: "evidence" },
  signoff: { at: "closing", tab: "signoff" },
  text: { at: "closing", tab: "texts" },
  precedent: { at: "owning", tab: "precedents" },
};

export function Uses({ code }: { code: string }) {
  const found = useQuery({ queryKey: ["categories", "uses", code], queryFn: () => categoriesApi.uses(code) });
  return <Asked found={found}>{(told) => <UseList told={told} />}</Asked>;
}

function UseList({ told: { uses, left } }: { told: CategoryUses }) {
  if (uses.length === 0) return <p className="quiet">{words.noRules}</p>;
  return (
    <>
      <ul className="remarks">
        {uses.map((use) => (
          <li key={`${use.kind}${use.says}${use.path}`} data-use={use.kind}>
            <Kind kind={use.kind} /> <strong>{words.ruleTimes(use.says, use.times)}</strong>{" "}
            <span className="quiet">{use.path ? words.byPath(use.path) : words.byItself}</span>
          </li>
        ))}
      </ul>
      {counted(left) ? <p className="quiet">{words.left(counted(left))}</p> : null}
    </>
  );
}

/** What kind of rule, and the way to its page for whoever may look there. */
function Kind({ kind }: { kind: CategoryUse["kind"] }) {
  const { go, may } = useAdmin();
  const kept = KEPT[kind];
  if (!isOpen(kept.at, may)) return words.use[kind];
  return (
    <button type="button" className="link" onClick={() => go(kept)}>
      {words.use[kind]}
    </button>
  );
}
