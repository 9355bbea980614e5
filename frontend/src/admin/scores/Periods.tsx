/** 考核周期: the list, opening one, and one with its figures and objections. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { forInput, fromInput } from "../../state/moment";
import { isDistrict } from "../../state/roles";
import { words } from "../../text/scores";
import { type Period, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Fields";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { PeriodPage } from "./PeriodPage";
import { PERIOD_LABELS, sayPeriod } from "./said";
import { monthBefore, monthName } from "./window";

export function Periods() {
  const { me, address, go } = useAdmin();
  const found = useQuery({ queryKey: ["periods"], queryFn: scoresApi.periods });
  const [isOpening, setOpening] = useState(false);
  if (address.place !== null) return <PeriodPage id={address.place} />;
  return (
    <div role="tabpanel" className="tab-body" data-periods>
      <p className="quiet">{words.periodHow}</p>
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
      <History about="score_period" say={sayPeriod} labels={PERIOD_LABELS} />
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

const OBJECTIONS_MS = 3 * 86_400_000;

/** The last month that is over, by the window under way; empty while that is not known. */
function useLastMonth(): string {
  const query = { month: "now", by: "center" } as const;
  const found = useQuery({ queryKey: ["rates", query], queryFn: () => scoresApi.rates(query) });
  return found.data ? monthBefore(found.data.until) : "";
}

/** A month that is over, by the month window of the settings; its name follows unless another is typed. */
function OpenPeriod({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const last = useLastMonth();
  const month = chosen ?? last;
  const [typed, setTyped] = useState<string | null>(null);
  const [until, setUntil] = useState(() => forInput(new Date(Date.now() + OBJECTIONS_MS).toISOString()));
  const name = typed ?? (month ? monthName(month) : "");
  const objections = fromInput(until);
  const open = useMutation({
    mutationFn: () => scoresApi.openPeriod({ name: name.trim(), month, objections_until: objections ?? "" }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.openPeriod}
      confirm={words.openPeriod}
      isReady={name.trim() !== "" && month !== "" && Boolean(objections)}
      isSending={open.isPending}
      refused={open.error}
      onConfirm={() => open.mutate()}
      onClose={onClose}
    >
      <Line type="month" name="month" label={words.month} value={month} onChange={setChosen} />
      <Line type="text" name="name" label={words.periodName} value={name} onChange={setTyped} />
      <Line
        type="datetime-local"
        name="objections_until"
        label={words.objectionsUntil}
        value={until}
        onChange={setUntil}
      />
    </Dialog>
  );
}

interface LineProps {
  type: string;
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Line({ type, name, label, value, onChange }: LineProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        type={type}
        name={name}
        maxLength={60}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
