/** 地名库: looking up and keeping places, names that wait for a second person, import, how the index stands. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import { useAdmin } from "../context";
import { PlanPane } from "../parts/PlanPane";
import { PlanProvider, usePlan } from "../parts/plan";
import { Tabs } from "../parts/Tabs";
import { ImportPlaces } from "./ImportPlaces";
import { LookUp } from "./LookUp";
import { ProposalQueue } from "./ProposalQueue";
import { StateOfIndex } from "./StateOfIndex";

export function Places() {
  return (
    <PlanProvider>
      <Layout />
    </PlanProvider>
  );
}

const RENEW_MS = 20_000;

function usePlacesTabs() {
  const { may } = useAdmin();
  const waiting = useQuery({
    queryKey: ["places", "proposals", "proposed"],
    queryFn: () => adminApi.proposals("proposed"),
    refetchInterval: RENEW_MS,
  });
  const count = waiting.data?.proposals.length ?? null;
  return [
    { name: "lookup", label: words.places.tabs.lookup },
    { name: "proposals", label: words.places.tabs.proposals, count },
    ...(may.keep ? [{ name: "import", label: words.places.tabs.import }] : []),
    { name: "state", label: words.places.tabs.state },
  ];
}

function Layout() {
  const { address, me } = useAdmin();
  const { setGround } = usePlan();
  const tabs = usePlacesTabs();
  const shown = tabs.find((tab) => tab.name === address.tab)?.name ?? "lookup";
  const version = me.boundary_version;
  useEffect(
    () => setGround(version === null ? null : { version, revision: undefined }),
    [version, setGround],
  );
  return (
    <main className="workspace places" data-page="places">
      <div className="bench">
        <Tabs tabs={tabs} shown={shown} label={words.sections.places} />
        {shown === "lookup" ? <LookUp /> : null}
        {shown === "proposals" ? <ProposalQueue /> : null}
        {shown === "import" ? <ImportPlaces /> : null}
        {shown === "state" ? <StateOfIndex /> : null}
      </div>
      <PlanPane />
    </main>
  );
}
