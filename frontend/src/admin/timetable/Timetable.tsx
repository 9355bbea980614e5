/** 工作日历与时限: the calendar, office hours, limits as rules, a try-out, and what was changed. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { words as adminWords } from "../../text/admin";
import { words } from "../../text/timetable";
import { type Timetable as Known, type RuleDraft, timetableApi } from "../../wire/timetable";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Tabs } from "../parts/Tabs";
import { Calendar } from "./Calendar";
import { Hours } from "./Hours";
import { RuleList } from "./RuleList";
import { Trial } from "./Trial";
import { Versions } from "./Versions";
import "../rules/rules.css";
import "./timetable.css";

const TABS = ["calendar", "hours", "rules", "trial", "history"] as const;
const RENEW_MS = 10_000;
const FOLLOWING_MS = 1_500;
/** While clocks follow a new version, one looks more often. */
const isFollowing = (known: Known | undefined): boolean =>
  known !== undefined && known.history[0]?.finished_at === null;

export function Timetable() {
  const { address } = useAdmin();
  const [draft, setDraft] = useState<readonly RuleDraft[] | null>(null);
  const found = useQuery({
    queryKey: ["timetable", "overview"],
    queryFn: timetableApi.overview,
    refetchInterval: ({ state }) => (isFollowing(state.data) ? FOLLOWING_MS : RENEW_MS),
  });
  const shown = TABS.find((tab) => tab === address.tab) ?? "calendar";
  return (
    <main className="page tabbed" data-page="timetable">
      <Tabs
        tabs={TABS.map((name) => ({ name, label: words.tabs[name] }))}
        shown={shown}
        label={adminWords.sections.timetable}
      />
      <p className="quiet timetable-lead">{words.lead}</p>
      <Asked found={found}>
        {(known) => (
          <>
            {shown === "calendar" ? <Calendar /> : null}
            {shown === "hours" ? <Hours key={known.version} known={known} /> : null}
            {shown === "rules" ? <RuleList known={known} draft={draft} onDraft={setDraft} /> : null}
            {shown === "trial" ? <Trial draft={draft} /> : null}
            {shown === "history" ? <Versions history={known.history} /> : null}
          </>
        )}
      </Asked>
    </main>
  );
}
