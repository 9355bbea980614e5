/** 我报的事: what became of one's own reports, whoever has them now. */
import { Face } from "../../look/Failure";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import { words } from "../../text/scores";
import { usePhone } from "../context";
import { useAsked } from "../parts/asked";
import { Banner, Bar } from "../parts/Bar";

export function MineScreen() {
  const { now, view, session } = usePhone();
  const waiting = view.acts.filter((act) => act.kind === "report");
  const found = useAsked(session.ownReports);
  return (
    <div className="phone" data-screen="mine">
      <Bar title={words.mine} />
      <Banner />
      <main className="scroll">
        {found.data ? null : <Face title={found.error ? text.phone.unreachable : text.phone.loading} />}
        {found.data?.length === 0 && waiting.length === 0 ? (
          <Face title={words.mineNone} hint={words.mineNoneHint} />
        ) : null}
        <ul className="list">
          {waiting.map((act) => (
            <li key={act.operation} className="card" data-waiting={act.operation}>
              <span className="card-title">{act.title}</span>
              <span className="card-line">
                {[words.patrolWaiting, shortTime(act.done_at, now)].join(text.dot)}
              </span>
            </li>
          ))}
          {found.data?.map((each) => (
            <li key={each.id} className="card" data-reported={each.id}>
              <span className="card-title">{each.title}</span>
              <span className="card-line">
                {[each.state_name, shortTime(each.received_at, now)].join(text.dot)}
              </span>
              <span className="card-line">{each.number}</span>
              {each.reply ? <span className="card-line">{each.reply}</span> : null}
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
