/** What was changed, by whom and why, and how far the running clocks have followed. */
import { text, word } from "../../text";
import { words } from "../../text/timetable";
import type { TimetableVersion } from "../../wire/timetable";
import { count } from "../parts/figures";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { sayLine } from "./lines";

export function Versions({ history }: { history: readonly TimetableVersion[] }) {
  return (
    <div role="tabpanel" className="tab-body" data-versions>
      <table className="table">
        <thead>
          <tr>
            <th className="figure">{words.history.version}</th>
            <th>{words.history.part}</th>
            <th>{words.note}</th>
            <th>{words.history.by}</th>
            <th>{words.history.at}</th>
            <th>{words.history.follow}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((each) => (
            <tr key={each.version} data-version={each.version}>
              <td className="figure">{each.version}</td>
              <td>{words.history.parts[each.part]}</td>
              <td>{each.note}</td>
              <td>{each.created_by ?? words.history.program}</td>
              <td>{moment(each.created_at)}</td>
              <td data-followed={each.finished_at !== null}>{followed(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <History
        about="timetable"
        nameOf={(subject, { label, after }) =>
          [
            words.history.versionOf(Number(subject.split(":")[1])),
            word(words.history.parts, label ?? ""),
            typeof after?.day === "string" ? after.day : "",
          ]
            .filter(Boolean)
            .join(text.dot)
        }
        say={sayLine}
        labels={{
          clock_rules: words.tabs.rules,
          office_hours: words.tabs.hours,
          kind: words.calendar.dayKind,
        }}
      />
    </div>
  );
}

function followed({ finished_at, looked, moved }: TimetableVersion): string {
  const say = finished_at ? words.history.followed : words.history.following;
  return say(count(looked), count(moved));
}
