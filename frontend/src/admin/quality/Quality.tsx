/** 定位质量: how right placing is, what is set about it, and whether the channels speak the datum they declare. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import { useAdmin } from "../context";
import { Tabs } from "../parts/Tabs";
import { ChannelWatch } from "./ChannelWatch";
import { ReportPage } from "./ReportPage";
import { Settings } from "./Settings";

const RENEW_MS = 30_000;

export function Quality() {
  const { address } = useAdmin();
  const channels = useQuery({
    queryKey: ["channels"],
    queryFn: adminApi.channels,
    refetchInterval: RENEW_MS,
  });
  const alarms = channels.data?.channels.filter((channel) => channel.alarm).length ?? null;
  const tabs = [
    { name: "report", label: words.quality.tabs.report },
    { name: "settings", label: words.quality.tabs.settings },
    { name: "channels", label: words.quality.tabs.channels, count: alarms },
  ];
  const shown = tabs.find((tab) => tab.name === address.tab)?.name ?? "report";
  return (
    <main className="page tabbed" data-page="quality">
      <Tabs tabs={tabs} shown={shown} label={words.sections.quality} />
      {shown === "report" ? <ReportPage /> : null}
      {shown === "settings" ? <Settings /> : null}
      {shown === "channels" ? <ChannelWatch found={channels} /> : null}
    </main>
  );
}
