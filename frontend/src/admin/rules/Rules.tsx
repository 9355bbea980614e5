/** 派单规则: versions of the rules, the towns' penalty powers, the lists shared with the police, what was changed. */
import { useQuery } from "@tanstack/react-query";
import { words as adminWords } from "../../text/admin";
import { words } from "../../text/owning";
import { rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Tabs } from "../parts/Tabs";
import { Changes } from "./Changes";
import { PoliceLists } from "./PoliceLists";
import { Powers } from "./Powers";
import { Versions } from "./Versions";
import "./rules.css";

export function useRules() {
  return useQuery({ queryKey: ["rules", "overview"], queryFn: rulesApi.overview });
}

const TABS = ["rules", "powers", "police", "changes"] as const;

export function Rules() {
  const { address } = useAdmin();
  const found = useRules();
  const shown = TABS.find((tab) => tab === address.tab) ?? "rules";
  return (
    <main className="page tabbed" data-page="rules">
      <Tabs
        tabs={TABS.map((name) => ({ name, label: words.rules.tabs[name] }))}
        shown={shown}
        label={adminWords.sections.rules}
      />
      <Asked found={found}>
        {(known) => (
          <>
            {shown === "rules" ? <Versions known={known} /> : null}
            {shown === "powers" ? <Powers known={known} /> : null}
            {shown === "police" ? <PoliceLists known={known} /> : null}
            {shown === "changes" ? <Changes /> : null}
          </>
        )}
      </Asked>
    </main>
  );
}
