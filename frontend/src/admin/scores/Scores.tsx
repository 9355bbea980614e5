/** 考核: figures of a window with their tickets, supervision, cards, score periods, and the settings of it all. */
import { maySeeRates } from "../../state/roles";
import { words } from "../../text/scores";
import { useAdmin } from "../context";
import { Tabs } from "../parts/Tabs";
import { Cards } from "./Cards";
import { FiguresPage } from "./FiguresPage";
import { Periods } from "./Periods";
import { SettingPage } from "./SettingPage";
import { Supervisions } from "./Supervisions";
import "./scores.css";

const NAMES = ["figures", "supervision", "cards", "periods", "setting"] as const;
/** Who keeps the settings only sees no unit's figures. */
const SETTING = ["setting"] as const;

export function Scores() {
  const { address, me } = useAdmin();
  const names = maySeeRates(me.memberships) ? NAMES : SETTING;
  const shown = names.find((name) => name === address.tab) ?? names[0];
  return (
    <main className="page tabbed" data-page="scores">
      <Tabs
        tabs={names.map((name) => ({ name, label: words.tabs[name] }))}
        shown={shown}
        label={words.title}
      />
      {shown === "figures" ? <FiguresPage /> : null}
      {shown === "supervision" ? <Supervisions /> : null}
      {shown === "cards" ? <Cards /> : null}
      {shown === "periods" ? <Periods /> : null}
      {shown === "setting" ? <SettingPage /> : null}
    </main>
  );
}
