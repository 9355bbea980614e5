/** What is set about locating: the thresholds in force, changing them with a note, a calibration fitted anew, history. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { LocatingSettings, SettingVersion } from "../../wire/administration";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { percentOf } from "../parts/figures";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { ChangeSettings } from "./ChangeSettings";
import { Refit } from "./Refit";
import { SETTING_LABELS, saySetting } from "./said";
import { draftOf, type SettingDraft } from "./setting";

export function Settings() {
  const found = useQuery({ queryKey: ["settings"], queryFn: adminApi.settings });
  return (
    <div role="tabpanel" className="tab-body two" data-settings>
      <Asked found={found}>{(settings) => <Known key={settings.version} settings={settings} />}</Asked>
    </div>
  );
}

function Known({ settings }: { settings: LocatingSettings }) {
  const { may } = useAdmin();
  const [draft, setDraft] = useState<SettingDraft>(() => draftOf(settings));
  return (
    <>
      <div>
        <section className="part first">
          <h3>
            {words.settings.title(settings.version)}
            <span className="quiet">
              {settings.created_at
                ? [moment(settings.created_at), settings.created_by].filter(Boolean).join(text.dot)
                : words.settings.own}
            </span>
          </h3>
          {settings.note ? <p>{settings.note}</p> : null}
          <ChangeSettings {...{ settings, draft }} onChange={setDraft} />
        </section>
        {may.keep ? <Refit settings={settings} /> : null}
      </div>
      <Versions
        versions={settings.history}
        onTake={
          may.keep ? (version) => setDraft(draftOf(version, words.settings.takenFrom(version.version))) : null
        }
      />
    </>
  );
}

interface VersionsProps {
  versions: readonly SettingVersion[];
  onTake: ((version: SettingVersion) => void) | null;
}

function Versions({ versions, onTake }: VersionsProps) {
  return (
    <section className="part first">
      <h3>{words.settings.history}</h3>
      {versions.length === 0 ? <p className="quiet">{words.settings.noHistory}</p> : null}
      {versions.length > 0 ? (
        <table className="table">
          <thead>
            <tr>
              <th>{words.settings.version}</th>
              <th className="figure">{words.settings.cell}</th>
              <th className="figure">{words.settings.town}</th>
              <th className="figure">{words.settings.least}</th>
              <th>{words.settings.why}</th>
              <th aria-label={words.act} />
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.version} aria-current={version.active ? "true" : undefined}>
                <td>
                  {version.version}
                  {version.active ? <span className="chip">{words.inForce}</span> : null}
                </td>
                <td className="figure">{version.thresholds.cell}</td>
                <td className="figure">{version.thresholds.town}</td>
                <td className="figure">{percentOf(version.least_precision, 1)}</td>
                <td>
                  {version.note}
                  <span className="under">
                    {[version.created_at ? moment(version.created_at) : "", version.created_by]
                      .filter(Boolean)
                      .join(text.dot)}
                  </span>
                </td>
                <td className="ends">
                  {onTake && !version.active ? (
                    <button type="button" className="link" onClick={() => onTake(version)}>
                      {words.settings.take}
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <History about="locating_setting" nameOf={versionOf} say={saySetting} labels={SETTING_LABELS} />
    </section>
  );
}

const versionOf = (subject: string) => words.settings.versionOf(Number(subject.split(":")[1]));
