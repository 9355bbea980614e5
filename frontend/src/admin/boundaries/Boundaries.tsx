/** 边界版本: the versions at the left, the one in hand in the middle, the map at the right. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { BoundaryList, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { PlanPane } from "../parts/PlanPane";
import { PlanProvider, usePlan } from "../parts/plan";
import { VersionList } from "./VersionList";
import { VersionWork } from "./VersionWork";

const QUICK_MS = 1_000;
const CALM_MS = 15_000;

function isMoving(list: BoundaryList | undefined): boolean {
  return list?.versions.some(({ rezoning }) => rezoning && rezoning.finished_at === null) ?? false;
}

function useBoundaries() {
  return useQuery({
    queryKey: ["boundaries", "list"],
    queryFn: adminApi.boundaries,
    refetchInterval: ({ state: { data } }) => (isMoving(data) ? QUICK_MS : CALM_MS),
  });
}

export function Boundaries() {
  const found = useBoundaries();
  return (
    <PlanProvider>
      <main className="workspace boundaries" data-page="boundaries">
        <Asked found={found}>{(list) => <Known list={list} />}</Asked>
        <PlanPane />
      </main>
    </PlanProvider>
  );
}

function Known({ list }: { list: BoundaryList }) {
  const { address } = useAdmin();
  const chosen =
    list.versions.find((version) => version.id === address.version) ??
    list.versions.find((version) => version.id === list.published) ??
    list.versions[0];
  useGround(chosen, list.published);
  return (
    <>
      <VersionList list={list} chosen={chosen?.id ?? null} />
      {chosen ? (
        <VersionWork key={chosen.id} version={chosen} list={list} />
      ) : (
        <section className="bench">
          <Face title={words.boundaries.none} hint={words.boundaries.noneHint} />
        </section>
      )}
    </>
  );
}

/** The map stands on the version in hand; for who may not see a draft drawn, on the one in force. */
function useGround(chosen: Version | undefined, published: number | null): void {
  const { may } = useAdmin();
  const { setGround } = usePlan();
  const isOpen =
    chosen !== undefined && (may.keep || chosen.state === "published" || chosen.state === "retired");
  const version = isOpen ? chosen.id : published;
  const revision = isOpen && chosen.state === "draft" ? chosen.revision : undefined;
  useEffect(() => setGround(version === null ? null : { version, revision }), [version, revision, setGround]);
}
