/** What a leader of a center sees before a ticket is open: each duty with what presses there, the figures, who is on duty. */
import "./board.css";
import "./start.css";
import { useDesk, useShelvesCalmly } from "../desk/context";
import { useDuties } from "../desk/lists";
import { useOnDuty } from "../desk/telling/DutyTools";
import { Shape, severityClass } from "../look/Shape";
import type { ClockFilter, Duty } from "../state/duties";
import { shortTime } from "../state/format";
import { mayReceive } from "../state/roles";
import { countCenter } from "../state/towns";
import { text } from "../text";
import { words } from "../text/district";
import { words as telling } from "../text/telling";
import { useFigures } from "./asked";
import { FIGURES } from "./columns";

export function LeaderStart() {
  const { me, now } = useDesk();
  const duties = useDuties();
  const center = me.streams[0]?.id ?? me.home.unit ?? 0;
  const { counts } = countCenter(useShelvesCalmly()(center), now);
  const presses = counts.open.overdue + counts.open.soon > 0;
  return (
    <article className="start" data-start="leader">
      <header className="side-head">
        <h2>{words.start.leader}</h2>
        <p className="quiet">{words.start.leaderLead}</p>
      </header>
      <section className="section">
        {presses ? null : <p className="quiet">{words.start.none}</p>}
        <table className="start-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{words.open}</th>
              <th scope="col">{words.soon}</th>
              <th scope="col">{words.overdue}</th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <tr key={duty}>
                <th scope="row">{text.duty[duty]}</th>
                <DutyNumber duty={duty} clock={null} number={counts[duty].total} />
                <DutyNumber duty={duty} clock="soon" number={counts[duty].soon} />
                <DutyNumber duty={duty} clock="overdue" number={counts[duty].overdue} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Figures center={center} />
      <OnDutyHere center={center} />
    </article>
  );
}

function DutyNumber({ duty, clock, number }: { duty: Duty; clock: ClockFilter; number: number }) {
  const { go } = useDesk();
  if (number === 0) {
    return (
      <td>
        <span className="board-none">0</span>
      </td>
    );
  }
  return (
    <td>
      <button
        type="button"
        className={`board-count ${clock ? severityClass(clock) : ""}`}
        data-start-number={clock ?? duty}
        onClick={() => go({ duty, clock })}
      >
        {clock ? <Shape severity={clock} /> : null}
        {number}
      </button>
    </td>
  );
}

function Figures({ center }: { center: number }) {
  const { now } = useDesk();
  const figures = useFigures();
  const own = figures.of(center);
  if (!figures.window) return null;
  return (
    <section className="section">
      <h3 className="section-title">
        {words.start.figures}
        <span className="section-aside">
          {words.window(shortTime(figures.window.since, now), shortTime(figures.window.until, now))}
        </span>
      </h3>
      <dl className="case-facts">
        {FIGURES.map((figure) => {
          const of = own?.[figure];
          return (
            <div key={figure}>
              <dt>{words.figure[figure]}</dt>
              <dd>
                {of?.said ? (
                  <a href="/admin?at=scores&tab=figures">
                    <strong>{of.said}</strong> {of.numerator}/{of.denominator}
                  </a>
                ) : (
                  <span className="quiet">{words.noFigure}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function OnDutyHere({ center }: { center: number }) {
  const { me, go, now } = useDesk();
  const duty = useOnDuty();
  const here = duty.data?.filter(({ unit }) => unit === center) ?? [];
  return (
    <section className="section">
      <h3 className="section-title">{words.start.duty}</h3>
      {duty.data && here.length === 0 ? <p className="quiet">{words.noShift}</p> : null}
      <ul>
        {here.map((each) => (
          <li key={`${each.role}/${each.person}`}>
            {words.onDuty(telling.dutyRole[each.role], each.person_name)}{" "}
            <a href={`tel:${each.phone}`}>{each.phone}</a>{" "}
            <span className="quiet">{telling.dutyUntil(shortTime(each.ends_at, now))}</span>
          </li>
        ))}
      </ul>
      {mayReceive(me.memberships) ? (
        <p className="start-act">
          <button
            type="button"
            className="button small"
            data-start-handover
            onClick={() => go({ panel: "duty" })}
          >
            {words.start.handover}
          </button>
        </p>
      ) : null}
    </section>
  );
}
