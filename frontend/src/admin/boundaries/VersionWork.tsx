/** One version: its state and note, and its parts as tabs. */
import { text } from "../../text";
import { words } from "../../text/admin";
import type { BoundaryList, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Tabs } from "../parts/Tabs";
import { Cells } from "./Cells";
import { Check } from "./Check";
import { CrosswalkTable } from "./CrosswalkTable";
import { ImportLayer } from "./ImportLayer";
import { Overview } from "./Overview";
import { Publish } from "./Publish";
import { StatisticsTable } from "./StatisticsTable";
import { isChecked, type Tab, tabsOf } from "./steps";

interface Props {
  version: Version;
  list: BoundaryList;
}

export function VersionWork({ version, list }: Props) {
  const { address, may } = useAdmin();
  const names = tabsOf(version, may.keep);
  const shown = names.find((name) => name === address.tab) ?? "overview";
  const faults = isChecked(version)
    ? (version.checked?.blocking ?? 0) + (version.checked?.warning ?? 0)
    : null;
  const tabs = names.map((name) => ({
    name,
    label: words.boundaries.tabs[name],
    count: name === "check" ? faults : null,
  }));
  return (
    <section className="bench" data-version-open={version.id} data-version-state={version.state}>
      <header className="bench-head">
        <h2>
          {words.boundaries.versionNo(version.id)}
          {text.dot}
          {words.boundaries.states[version.state]}
        </h2>
        <p className="quiet" title={version.note}>
          {version.note}
        </p>
      </header>
      <Tabs tabs={tabs} shown={shown} label={words.boundaries.versionNo(version.id)} />
      <Part {...{ shown, version, list }} />
    </section>
  );
}

function Part({ shown, version, list }: Props & { shown: Tab }) {
  switch (shown) {
    case "overview":
      return <Overview version={version} list={list} />;
    case "import":
      return <ImportLayer version={version} />;
    case "cells":
      return <Cells version={version} />;
    case "check":
      return <Check version={version} />;
    case "publish":
      return <Publish version={version} />;
    case "crosswalk":
      return <CrosswalkTable version={version} list={list} />;
    case "statistics":
      return <StatisticsTable version={version} />;
  }
}
