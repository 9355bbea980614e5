/** 口径设置: weights, words and windows; each save is a version of its own, the former ones stay below. */
import { useQuery } from "@tanstack/react-query";
import { words as common } from "../../text/admin";
import { words } from "../../text/scores";
import { type RateSetting, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { RatesForm } from "./RatesForm";
import { QUOTED, RATE_LABELS, sayRates, settingOf } from "./said";
import { clock } from "./window";

export function SettingPage() {
  const { may } = useAdmin();
  const found = useQuery({ queryKey: ["rate-settings"], queryFn: scoresApi.settings });
  return (
    <div role="tabpanel" className="tab-body" data-rate-settings>
      <p className="quiet">{words.settingLead}</p>
      <Asked found={found}>
        {(versions) => {
          const active = versions.find((each) => each.active);
          return (
            <>
              {active && may.keep ? <RatesForm key={active.version} active={active} /> : null}
              <Versions versions={versions} />
              <History
                about="rate_setting"
                nameOf={settingOf}
                say={sayRates}
                labels={RATE_LABELS}
                quoted={QUOTED}
              />
            </>
          );
        }}
      </Asked>
    </div>
  );
}

function Versions({ versions }: { versions: readonly RateSetting[] }) {
  return (
    <section className="part">
      <h3>{words.versions}</h3>
      <table className="table score-versions">
        <thead>
          <tr>
            <th>{words.version}</th>
            <th>{words.note}</th>
            <th>{words.responded}</th>
            <th>{words.solved}</th>
            <th>{words.satisfied}</th>
            <th>{words.partly}</th>
            <th>{words.dayStarts}</th>
            <th>{words.monthStarts}</th>
            <th>{words.board}</th>
            <th>{words.by_}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((each) => (
            <tr key={each.version} data-setting={each.version}>
              <td className="nowrap">
                {each.version} {each.active ? <span className="chip">{common.inForce}</span> : null}
              </td>
              <td>{each.note}</td>
              <td>{each.responded}</td>
              <td>{each.solved}</td>
              <td>{each.satisfied}</td>
              <td>{each.partly}</td>
              <td>{clock(each.day_starts)}</td>
              <td>{each.month_starts}</td>
              <td>{each.board}</td>
              <td className="nowrap">
                {each.created_by}
                <span className="under">{moment(each.created_at)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
