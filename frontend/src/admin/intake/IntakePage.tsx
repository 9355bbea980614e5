/** 接入: the sources that push tickets here with what came of it, and how each is read, version by version. */
import { useQuery } from "@tanstack/react-query";
import { words as admin } from "../../text/admin";
import { words } from "../../text/intake";
import { intakeApi } from "../../wire/intake";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Tabs } from "../parts/Tabs";
import { ProfilesTab } from "./ProfilesTab";
import { SourcesTab } from "./SourcesTab";
import "../rules/rules.css";
import "./intake.css";

const TABS = ["sources", "profiles"] as const;

export function IntakePage() {
  const { address } = useAdmin();
  const found = useQuery({ queryKey: ["intake"], queryFn: intakeApi.overview, refetchInterval: 30_000 });
  const shown = TABS.find((tab) => tab === address.tab) ?? "sources";
  return (
    <main className="page tabbed" data-page="intake">
      <Tabs
        tabs={TABS.map((name) => ({ name, label: words.tabs[name] }))}
        shown={shown}
        label={admin.sections.intake}
      />
      <Asked found={found}>
        {(known) => (shown === "sources" ? <SourcesTab known={known} /> : <ProfilesTab known={known} />)}
      </Asked>
    </main>
  );
}
