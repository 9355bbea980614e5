/** 回头看: tickets to be looked at again, and the periods whose samples anybody can draw anew. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/admin";
import { closingApi } from "../../wire/closing";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Tabs } from "../parts/Tabs";
import { Periods } from "./Periods";
import { Table } from "./TaskTable";

const TABS = ["tasks", "done", "periods"] as const;

export function LookBack() {
  const { address } = useAdmin();
  const shown = TABS.find((tab) => tab === address.tab) ?? "tasks";
  return (
    <main className="page" data-page="lookback">
      <div className="page-head">
        <div>
          <h2>{words.lookback.title}</h2>
          <p className="quiet">{words.lookback.lead}</p>
        </div>
      </div>
      <Tabs
        tabs={TABS.map((name) => ({ name, label: words.lookback.tabs[name] }))}
        shown={shown}
        label={words.lookback.title}
      />
      {shown === "periods" ? <Periods /> : <Tasks key={shown} done={shown === "done"} />}
    </main>
  );
}

function Tasks({ done }: { done: boolean }) {
  const found = useQuery({
    queryKey: ["look-back-tasks", done],
    queryFn: () => closingApi.tasks(done, null),
    refetchInterval: 60_000,
  });
  return <Asked found={found}>{(tasks) => <Table tasks={tasks} />}</Asked>;
}
