/** 推诿预警: tickets that are passed to and fro, with their way from unit to unit, until somebody has seen to them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/owning";
import { owningApi, type PingPong } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";

interface Props {
  found: { data: PingPong[] | undefined; error: Error | null; refetch: () => unknown };
}

export function Alarms({ found }: Props) {
  return (
    <div role="tabpanel" className="tab-body owning-body" data-alarms>
      <Asked found={found}>
        {(alarms) =>
          alarms.length === 0 ? (
            <Face title={words.owning.alarmsNone} />
          ) : (
            alarms.map((alarm) => <Alarm key={alarm.ticket} alarm={alarm} />)
          )
        }
      </Asked>
    </div>
  );
}

function Alarm({ alarm }: { alarm: PingPong }) {
  const { me } = useAdmin();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const settle = useMutation({
    mutationFn: (reason: string) => owningApi.settle(alarm.ticket, reason),
    onSuccess: () => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: ["owning"] });
    },
  });
  return (
    <article className="owning-case" data-alarm={alarm.ticket}>
      <h3>
        <a href={`/?ticket=${alarm.ticket}`}>{alarm.title || alarm.number}</a>
        <span className="chip">{words.owning.why[alarm.why]}</span>
        <span className="quiet">{alarm.number}</span>
      </h3>
      <p>
        {[alarm.path, words.owning.hops(alarm.hops), moment(alarm.raised_at)].filter(Boolean).join(text.dot)}
      </p>
      <p>{`${words.owning.trail}${text.dot}${alarm.trail.join(" → ")}`}</p>
      {me.memberships.some(({ role }) => role === "district_operator") ? (
        <button type="button" className="button small" data-settle onClick={() => setAsking(true)}>
          {words.owning.settle}
        </button>
      ) : null}
      {isAsking ? (
        <ReasonDialog
          title={words.owning.settleTitle(alarm.number)}
          confirm={words.owning.settle}
          what={words.owning.settleWhat}
          sending={settle}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </article>
  );
}
