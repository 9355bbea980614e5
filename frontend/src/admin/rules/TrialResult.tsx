/** What a draft would have done with past tickets: how many would go elsewhere, from whom to whom, and which. */
import { words } from "../../text/owning";
import type { Trial } from "../../wire/owning";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";

export function TrialResult({ trial }: { trial: Trial | null }) {
  if (!trial) return null;
  return (
    <section className="part" data-trial>
      <h3>
        {words.trial.title}{" "}
        <span className="quiet">{words.trial.against(trial.against, moment(trial.at))}</span>
      </h3>
      <p>{words.trial.summary(count(trial.asked), count(trial.routed), count(trial.moved))}</p>
      {trial.pairs.length === 0 ? <p className="quiet">{words.trial.same}</p> : <Pairs trial={trial} />}
      {trial.listed.length > 0 ? <Listed trial={trial} /> : null}
    </section>
  );
}

function Pairs({ trial }: { trial: Trial }) {
  return (
    <table className="table" data-trial-pairs>
      <thead>
        <tr>
          <th>{words.trial.former}</th>
          <th>{words.trial.proposed}</th>
          <th className="figure">{words.trial.tickets}</th>
        </tr>
      </thead>
      <tbody>
        {trial.pairs.map((pair) => (
          <tr key={`${pair.former.id}.${pair.proposed.id}`}>
            <td>{pair.former.name}</td>
            <td>{pair.proposed.name}</td>
            <td className="figure">{count(pair.tickets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Listed({ trial }: { trial: Trial }) {
  return (
    <details>
      <summary>{words.trial.listed(count(trial.listed.length), trial.listed.length === trial.moved)}</summary>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{words.trial.ticket}</th>
              <th>{words.trial.path}</th>
              <th>{words.trial.formerRule}</th>
              <th>{words.trial.rule}</th>
            </tr>
          </thead>
          <tbody>
            {trial.listed.map((ticket) => (
              <tr key={ticket.ticket}>
                <td className="nowrap">
                  <a href={`/?ticket=${ticket.ticket}`}>{ticket.number}</a>
                </td>
                <td>{ticket.path}</td>
                <td>
                  {ticket.former.name}
                  <span className="under">{ticket.former_reason}</span>
                </td>
                <td>
                  {ticket.proposed.name}
                  <span className="under">{ticket.reason}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
