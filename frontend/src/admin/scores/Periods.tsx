/** 考核周期: the list, opening one, and one with its figures and objections. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { fromInput } from "../../state/moment";
import { isDistrict } from "../../state/roles";
import { words } from "../../text/scores";
import { type Period, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { moment } from "../parts/moments";
import { PeriodPage } from "./PeriodPage";

export function Periods() {
  const { me, address, go } = useAdmin();
  const found = useQuery({ queryKey: ["periods"], queryFn: scoresApi.periods });
  const [isOpening, setOpening] = useState(false);
  if (address.place !== null) return <PeriodPage id={address.place} />;
  return (
    <div role="tabpanel" className="tab-body" data-periods>
      {isDistrict(me.memberships) ? (
        <p>
          <button type="button" className="button primary" data-open-period onClick={() => setOpening(true)}>
            {words.openPeriod}
          </button>
        </p>
      ) : null}
      <Asked found={found}>
        {(periods) =>
          periods.length === 0 ? (
            <Face title={words.periodsNone} />
          ) : (
            <List periods={periods} onOpen={(place) => go({ place })} />
          )
        }
      </Asked>
      {isOpening ? <OpenPeriod onClose={() => setOpening(false)} /> : null}
    </div>
  );
}

function List({ periods, onOpen }: { periods: readonly Period[]; onOpen: (id: number) => void }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{words.periodName}</th>
          <th>{words.from}</th>
          <th>{words.to}</th>
          <th>{words.state}</th>
          <th>{words.objectionsUntil}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map((each) => (
          <tr key={each.id} data-period={each.id}>
            <td>
              <button type="button" className="link" onClick={() => onOpen(each.id)}>
                {each.name}
              </button>
            </td>
            <td>{moment(each.since)}</td>
            <td>{moment(each.until)}</td>
            <td>{words.periodState[each.state]}</td>
            <td>{moment(each.objections_until)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const TIMES = ["since", "until", "objections_until"] as const;
const LABEL = { since: words.from, until: words.to, objections_until: words.objectionsUntil };

function OpenPeriod({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [times, setTimes] = useState({ since: "", until: "", objections_until: "" });
  const [since, until, objections] = TIMES.map((each) => fromInput(times[each]));
  const open = useMutation({
    mutationFn: () =>
      scoresApi.openPeriod({
        name: name.trim(),
        since: since ?? "",
        until: until ?? "",
        objections_until: objections ?? "",
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.openPeriod}
      confirm={words.openPeriod}
      isReady={name.trim() !== "" && Boolean(since && until && objections)}
      isSending={open.isPending}
      onConfirm={() => open.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.periodName}</span>
        <input
          className="input"
          name="name"
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {TIMES.map((each) => (
        <label key={each} className="field">
          <span className="field-label">{LABEL[each]}</span>
          <input
            className="input"
            type="datetime-local"
            name={each}
            value={times[each]}
            onChange={(event) => setTimes({ ...times, [each]: event.target.value })}
          />
        </label>
      ))}
      <Refusal error={open.error} />
    </Dialog>
  );
}
