/** 值班表: a unit's week, shifts laid by pattern or from a table, and who stands in for whom. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { clockTime } from "../../state/format";
import { words } from "../../text/telling";
import { api } from "../../wire/api";
import { type DutyWeek, dutyApi, peopleApi, type Shift } from "../../wire/telling";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { History } from "../parts/History";
import { LayShifts } from "./LayShifts";
import { LoadShifts } from "./LoadShifts";
import { StandIns } from "./StandIns";
import { beginningOn, type Day, weekOf } from "./week";

const WEEK_MS = 7 * 86_400_000;

/** Units whose table may be laid: those of one's centers; for an administrator all of them. */
function useUnits(): { id: number; name: string }[] {
  const { me } = useAdmin();
  const isSystem = me.memberships.some(({ role }) => role === "system_admin");
  const posts = useQuery({ queryKey: ["posts"], queryFn: peopleApi.posts, enabled: isSystem });
  const directory = useQuery({ queryKey: ["directory"], queryFn: api.directory, enabled: !isSystem });
  return isSystem ? (posts.data?.units ?? []) : (directory.data?.units ?? []);
}

export function DutyTable() {
  const { me } = useAdmin();
  const units = useUnits();
  const [unit, setUnit] = useState(me.home.unit ?? 1);
  const [at, setAt] = useState(Date.now);
  const days = weekOf(at);
  const [first, last] = [days[0] as Day, days[6] as Day];
  const found = useQuery({
    queryKey: ["week", unit, first.since],
    queryFn: () =>
      dutyApi.week(unit, new Date(first.since).toISOString(), new Date(last.until).toISOString()),
  });
  return (
    <main className="page" data-page="duty">
      <div className="page-head">
        <div>
          <h2>{words.dutyTable}</h2>
          <p className="quiet">{words.dutyTableLead}</p>
        </div>
      </div>
      <div className="filters">
        <select
          className="input"
          aria-label={words.unit}
          name="unit"
          value={unit}
          onChange={(event) => setUnit(Number(event.target.value))}
        >
          {units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
        <button type="button" className="button small" onClick={() => setAt(at - WEEK_MS)}>
          {words.former}
        </button>
        <button type="button" className="button small" onClick={() => setAt(Date.now())}>
          {words.thisWeek}
        </button>
        <button type="button" className="button small" onClick={() => setAt(at + WEEK_MS)}>
          {words.next}
        </button>
        <span className="quiet">{words.week(first.date, last.date)}</span>
      </div>
      <Asked found={found}>{(week) => <Week week={week} days={days} />}</Asked>
    </main>
  );
}

function Week({ week, days }: { week: DutyWeek; days: readonly Day[] }) {
  const [open, setOpen] = useState<"lay" | "load" | null>(null);
  const [removed, setRemoved] = useState<Shift | null>(null);
  const { may } = useAdmin();
  return (
    <>
      <div className="table-box">
        <table className="table duty-week">
          <thead>
            <tr>
              <th aria-label={words.role} />
              {days.map((day, place) => (
                <th key={day.date}>
                  {words.weekday[place]} {day.date.slice(5)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(["operator", "leader"] as const).map((role) => (
              <tr key={role} data-role={role}>
                <td>{words.dutyRole[role]}</td>
                {days.map((day) => (
                  <td key={day.date}>
                    {beginningOn(week.shifts, day)
                      .filter((shift) => shift.role === role)
                      .map((shift) => (
                        <button
                          key={shift.id}
                          type="button"
                          className="duty-shift"
                          title={words.remove}
                          data-shift={shift.id}
                          onClick={() => setRemoved(shift)}
                        >
                          <strong>{shift.person_name}</strong>
                          <span className="under">{hours(shift)}</span>
                        </button>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="filters duty-acts">
        <button type="button" className="button primary" data-lay onClick={() => setOpen("lay")}>
          {words.lay}
        </button>
        <button type="button" className="button" data-load onClick={() => setOpen("load")}>
          {words.load}
        </button>
      </div>
      <StandIns week={week} />
      {may.keep ? <History about={`duty:${week.unit}`} nameOf={() => ""} /> : null}
      {open === "lay" ? (
        <LayShifts week={week} first={days[0]?.date ?? ""} onClose={() => setOpen(null)} />
      ) : null}
      {open === "load" ? <LoadShifts unit={week.unit} onClose={() => setOpen(null)} /> : null}
      {removed ? <Remove shift={removed} onClose={() => setRemoved(null)} /> : null}
    </>
  );
}

function hours(shift: Shift): string {
  return `${clockTime(shift.starts_at)}–${clockTime(shift.ends_at)}`;
}

function Remove({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => dutyApi.remove(shift.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["week"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.removeTitle(shift.person_name, hours(shift))}
      confirm={words.remove}
      isDanger
      isSending={remove.isPending}
      refused={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
