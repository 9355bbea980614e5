/** 权属: what waits for a ruling, precedents on the map, tickets passed to and fro, rules that decisions speak for. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { isDistrict } from "../../state/roles";
import { words as adminWords } from "../../text/admin";
import { words } from "../../text/owning";
import { owningApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { PlanPane } from "../parts/PlanPane";
import { PlanProvider, usePlan } from "../parts/plan";
import { Tabs } from "../parts/Tabs";
import { Alarms } from "./Alarms";
import { Precedents } from "./Precedents";
import { Proposals } from "./Proposals";
import { Queue } from "./Queue";
import { OwningSettings } from "./Settings";
import "../rules/rules.css";

const RENEW_MS = 15_000;

export function Owning() {
  return (
    <PlanProvider>
      <Layout />
    </PlanProvider>
  );
}

function useTabs() {
  const { me } = useAdmin();
  const isArbiter = isDistrict(me.memberships);
  const queue = useQuery({
    queryKey: ["owning", "queue"],
    queryFn: owningApi.queue,
    refetchInterval: RENEW_MS,
    enabled: isArbiter,
  });
  const alarms = useQuery({
    queryKey: ["owning", "alarms"],
    queryFn: owningApi.alarms,
    refetchInterval: RENEW_MS,
  });
  const tabs = [
    { name: "precedents", label: words.owning.tabs.precedents },
    { name: "alarms", label: words.owning.tabs.alarms, count: alarms.data?.length ?? null },
    { name: "settings", label: words.owning.tabs.settings },
  ];
  if (!isArbiter) return { tabs, queue, alarms };
  const first = { name: "queue", label: words.owning.tabs.queue, count: queue.data?.length ?? null };
  return { tabs: [first, ...tabs, { name: "proposals", label: words.owning.tabs.proposals }], queue, alarms };
}

function Layout() {
  const { address, me } = useAdmin();
  const { setGround } = usePlan();
  const { tabs, queue, alarms } = useTabs();
  const shown = tabs.find(({ name }) => name === address.tab)?.name ?? tabs[0]?.name ?? "precedents";
  const version = me.boundary_version;
  useEffect(
    () => setGround(version === null ? null : { version, revision: undefined }),
    [version, setGround],
  );
  return (
    <main className="workspace places" data-page="owning">
      <div className="bench">
        <Tabs tabs={tabs} shown={shown} label={adminWords.sections.owning} />
        {shown === "queue" ? <Queue found={queue} /> : null}
        {shown === "precedents" ? <Precedents /> : null}
        {shown === "alarms" ? <Alarms found={alarms} /> : null}
        {shown === "proposals" ? <Proposals /> : null}
        {shown === "settings" ? <OwningSettings /> : null}
      </div>
      <PlanPane />
    </main>
  );
}
