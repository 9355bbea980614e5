/** The last deliveries of a source with what became of each message, refused ones first; asked when it is opened. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/intake";
import { type DeliveredMessage, type IntakeDelivery, intakeApi } from "../../wire/intake";
import { Asked } from "../parts/Asked";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";

const SHOWN = 5;

export function Deliveries({ source }: { source: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const found = useQuery({
    queryKey: ["intake", "deliveries", source, isRefused],
    queryFn: () => intakeApi.deliveries(source, isRefused),
    enabled: isOpen,
  });
  return (
    <details className="part" data-deliveries onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.deliveries}</summary>
      {isOpen ? (
        <>
          <p className="filters quiet">
            {words.deliveriesHint}
            <label className="check-line">
              <input
                type="checkbox"
                name="refused"
                checked={isRefused}
                onChange={(event) => setRefused(event.target.checked)}
              />
              {words.onlyRefused}
            </label>
          </p>
          <Asked found={found}>{(deliveries) => <Table deliveries={deliveries} />}</Asked>
        </>
      ) : null}
    </details>
  );
}

function Table({ deliveries }: { deliveries: readonly IntakeDelivery[] }) {
  if (deliveries.length === 0) return <p className="quiet">{words.noDeliveries}</p>;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th>{words.at}</th>
            <th>{words.delivery}</th>
            <th className="figure">{words.taken}</th>
            <th className="figure">{words.refused}</th>
            <th>{words.messages}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((each) => (
            <tr key={each.at + each.id} data-delivery={each.id} data-refused={each.refused}>
              <td className="nowrap">{moment(each.at)}</td>
              <td className="code nowrap">{each.id}</td>
              <td className="figure">{count(each.accepted)}</td>
              <td className="figure">{each.refused > 0 ? <strong>{count(each.refused)}</strong> : 0}</td>
              <td>
                <Results delivery={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Results({ delivery: { results, accepted, refused } }: { delivery: IntakeDelivery }) {
  const shown = results.slice(0, SHOWN);
  const left = accepted + refused - shown.length;
  return (
    <ul className="intake-results">
      {shown.map((result, at) => (
        <li key={at}>
          <Result result={result} />
        </li>
      ))}
      {left > 0 ? <li className="quiet">{words.more(left)}</li> : null}
    </ul>
  );
}

function Result({ result }: { result: DeliveredMessage }) {
  const { errors, warnings, order, ticket, note } = result;
  const head = [word(words.outcomes, result.outcome), order, ticket].filter(Boolean).join(text.dot);
  const faults = errors.length > 0 ? errors : warnings;
  return (
    <>
      {result.outcome === "refused" ? <strong>{head}</strong> : head}
      {faults.length > 0 || note ? (
        <span className="under">
          {[...faults.map(({ field, reason }) => (field ? words.from(field, reason) : reason)), note]
            .filter(Boolean)
            .join(text.dot)}
        </span>
      ) : null}
    </>
  );
}
