/** 督办: what was asked of whom, by when, and what they answered. Begun and lifted on the ticket itself. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type SupervisedTicket, scoresApi } from "../../wire/scores";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";

export function Supervisions() {
  const [isEnded, setEnded] = useState(false);
  const found = useQuery({
    queryKey: ["supervisions", isEnded],
    queryFn: () => scoresApi.supervisions(isEnded),
    refetchInterval: 30_000,
  });
  return (
    <div role="tabpanel" className="tab-body" data-supervisions>
      <p className="quiet">{words.supervisionHow}</p>
      <span className="choices">
        {[false, true].map((each) => (
          <label key={String(each)} className="choice">
            <input type="radio" name="ended" checked={isEnded === each} onChange={() => setEnded(each)} />
            <span>{each ? words.ended : words.open}</span>
          </label>
        ))}
      </span>
      <Asked found={found}>{(listed) => <Table listed={listed} />}</Asked>
    </div>
  );
}

function Table({ listed }: { listed: readonly SupervisedTicket[] }) {
  if (listed.length === 0) return <Face title={words.supervisionNone} />;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th>{words.level}</th>
            <th>{words.ticket}</th>
            <th>{words.requirement}</th>
            <th>{words.askedOf}</th>
            <th>{words.due}</th>
            <th>{words.state}</th>
            <th>{words.answer}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((each) => (
            <tr key={each.id} data-supervision={each.id}>
              <td className="nowrap">{words.supervised(each.level)}</td>
              <td>
                <a className="link code" href={`/?ticket=${each.ticket}`}>
                  {each.number}
                </a>
                <span className="under">{each.title}</span>
              </td>
              <td>
                {each.requirement}
                <span className="under">{each.asked_by}</span>
              </td>
              <td>{each.asked_of}</td>
              <td className="nowrap">{moment(each.due_at)}</td>
              <td className="nowrap">
                {each.overdue && each.state === "asked" ? words.overdue : words.supervisionState[each.state]}
              </td>
              <td>
                {each.lifted ?? each.answer}
                <span className="under">{ended(each)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who lifted it and when; until then who answered it, and when. */
function ended({ lifted_at, lifted_by, answered_at, answered_by }: SupervisedTicket): string {
  if (lifted_at) return [lifted_by, moment(lifted_at)].filter(Boolean).join(text.dot);
  return answered_at ? [answered_by, moment(answered_at)].filter(Boolean).join(text.dot) : "";
}
