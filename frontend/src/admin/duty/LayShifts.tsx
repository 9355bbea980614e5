/** 排班: people in turn on some weekdays, for some weeks. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/telling";
import { type DutyRole, type DutyWeek, dutyApi } from "../../wire/telling";
import { Dialog } from "../parts/Dialog";
import { Group, Input, Select } from "../parts/Fields";

const ALL = [0, 1, 2, 3, 4, 5, 6];

interface Props {
  week: DutyWeek;
  first: string;
  onClose: () => void;
}

export function LayShifts({ week, first, onClose }: Props) {
  const queries = useQueryClient();
  const [persons, setPersons] = useState<number[]>([]);
  const [role, setRole] = useState<DutyRole>("operator");
  const [from, setFrom] = useState(first);
  const [begins, setBegins] = useState("08:00");
  const [ends, setEnds] = useState("20:00");
  const [weekdays, setWeekdays] = useState<number[]>(ALL);
  const [weeks, setWeeks] = useState(4);
  const lay = useMutation({
    mutationFn: () =>
      dutyApi.lay({ unit: week.unit, persons, role, first: from, begins, ends, weekdays, weeks }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["week"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.lay}
      confirm={words.lay}
      isReady={persons.length > 0 && weekdays.length > 0}
      isSending={lay.isPending}
      refused={lay.error}
      onConfirm={() => lay.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{words.layWhat}</p>
      <Group name="persons" label={words.persons} className="field">
        <div className="picks">
          {week.people.map((each) => (
            <button
              key={each.id}
              type="button"
              className="segment"
              aria-pressed={persons.includes(each.id)}
              data-person={each.id}
              onClick={() => setPersons(toggled(persons, each.id))}
            >
              {persons.includes(each.id) ? `${persons.indexOf(each.id) + 1}. ` : ""}
              <span translate="no">
                {each.name} {each.post}
              </span>
            </button>
          ))}
        </div>
      </Group>
      <label className="field">
        <span className="field-label">{words.role}</span>
        <Select name="role" value={role} onChange={(event) => setRole(event.target.value as DutyRole)}>
          <option value="operator">{words.dutyRole.operator}</option>
          <option value="leader">{words.dutyRole.leader}</option>
        </Select>
      </label>
      <div className="limits-grid">
        <Line name="first" label={words.first} type="date" value={from} change={setFrom} />
        <Line name="begins" label={words.begins} type="time" value={begins} change={setBegins} />
        <Line name="ends" label={words.ends} type="time" value={ends} change={setEnds} />
        <Line
          name="weeks"
          label={words.weeks}
          type="number"
          value={String(weeks)}
          change={(value) => setWeeks(Number(value))}
        />
      </div>
      <Group name="weekdays" label={words.weekdays} className="field">
        <div className="segments">
          {ALL.map((day) => (
            <button
              key={day}
              type="button"
              className="segment"
              aria-pressed={weekdays.includes(day)}
              onClick={() => setWeekdays(toggled(weekdays, day))}
            >
              {words.weekday[day]}
            </button>
          ))}
        </div>
      </Group>
    </Dialog>
  );
}

function toggled(all: readonly number[], one: number): number[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
}

interface LineProps {
  name: string;
  label: string;
  type: string;
  value: string;
  change(value: string): void;
}

function Line({ name, label, type, value, change }: LineProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        name={name}
        type={type}
        required
        min={type === "number" ? 1 : undefined}
        max={type === "number" ? 53 : undefined}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
