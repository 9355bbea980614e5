/** 上行与对账: comparisons with the hotline's list, the published grounds of requests, and how long it may take. */
import { words } from "../../text/upward";
import { useAdmin } from "../context";
import { Tabs } from "../parts/Tabs";
import { Grounds } from "./Grounds";
import { Limits } from "./Limits";
import { Runs } from "./Runs";
import "./upward.css";

export function UpwardPage() {
  const { address, may } = useAdmin();
  const tabs = [
    ...(may.lookBack ? [{ name: "runs", label: words.admin.runs }] : []),
    { name: "grounds", label: words.admin.grounds },
    { name: "limits", label: words.admin.limits },
  ];
  const shown = tabs.find((tab) => tab.name === address.tab)?.name ?? tabs[0]?.name ?? "grounds";
  return (
    <main className="page" data-page="upward">
      <div className="page-head">
        <div>
          <h2>{words.admin.title}</h2>
          <p className="quiet">{words.admin.lead}</p>
        </div>
      </div>
      <Tabs tabs={tabs} shown={shown} label={words.admin.title} />
      {shown === "runs" ? <Runs /> : null}
      {shown === "grounds" ? <Grounds /> : null}
      {shown === "limits" ? <Limits /> : null}
    </main>
  );
}
