/** AB 岗: who stands in for whom, from when until when; added and ended here. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/telling";
import { type DutyPerson, type DutyWeek, dutyApi } from "../../wire/telling";
import { Dialog } from "../parts/Dialog";
import { Input, Select } from "../parts/Fields";
import { forInput, fromInput, moment } from "../parts/moments";

const DAY_MS = 86_400_000;
const QUERY = ["stand-ins"];

export function StandIns({ week }: { week: DutyWeek }) {
  const queries = useQueryClient();
  const found = useQuery({ queryKey: QUERY, queryFn: dutyApi.standIns });
  const [isAdding, setAdding] = useState(false);
  const end = useMutation({
    mutationFn: (id: number) => dutyApi.endStandIn(id),
    onSettled: () => queries.invalidateQueries({ queryKey: QUERY }),
  });
  return (
    <section data-section="stand-ins">
      <h3 className="section-head">
        <span>{words.standIns}</span>
        <button type="button" className="button small" data-add-stand-in onClick={() => setAdding(true)}>
          {words.standIn}
        </button>
      </h3>
      {found.data?.length === 0 ? <p className="quiet">{words.standInsNone}</p> : null}
      <ul className="letters">
        {(found.data ?? []).map((each) => (
          <li key={each.id} className="letter" data-stand-in={each.id}>
            <strong>{words.standsFor(each.person_name, each.absent_name)}</strong>
            <span className="quiet">
              {[each.unit_name, `${moment(each.starts_at)} – ${moment(each.ends_at)}`, each.reason]
                .filter(Boolean)
                .join(text.dot)}
            </span>
            <button type="button" className="button small" onClick={() => end.mutate(each.id)}>
              {words.endStandIn}
            </button>
          </li>
        ))}
      </ul>
      {isAdding ? <AddStandIn week={week} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function AddStandIn({ week, onClose }: { week: DutyWeek; onClose: () => void }) {
  const queries = useQueryClient();
  const [person, setPerson] = useState("");
  const [absent, setAbsent] = useState("");
  const [from, setFrom] = useState(() => forInput(Date.now()));
  const [until, setUntil] = useState(() => forInput(Date.now() + 7 * DAY_MS));
  const [reason, setReason] = useState("");
  const add = useMutation({
    mutationFn: () =>
      dutyApi.standIn({
        unit: week.unit,
        person: Number(person),
        absent: Number(absent),
        starts_at: fromInput(from) ?? "",
        ends_at: fromInput(until) ?? "",
        reason: reason.trim(),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: QUERY });
      onClose();
    },
  });
  const own = week.people.filter((each) => each.own);
  return (
    <Dialog
      title={`${words.standIn}${text.dot}${week.unit_name}`}
      confirm={words.standIn}
      isReady={person !== "" && absent !== ""}
      isSending={add.isPending}
      refused={add.error}
      onConfirm={() => add.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{words.standInWhat}</p>
      <Choice name="absent" label={words.absent} people={own} value={absent} change={setAbsent} />
      <Choice name="person" label={words.deputy} people={week.people} value={person} change={setPerson} />
      <label className="field">
        <span className="field-label">{words.from}</span>
        <Input
          type="datetime-local"
          name="starts_at"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.until}</span>
        <Input
          type="datetime-local"
          name="ends_at"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.reason}</span>
        <Input
          name="reason"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  people: readonly DutyPerson[];
  value: string;
  change(value: string): void;
}

function Choice({ name, label, people, value, change }: ChoiceProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Select name={name} value={value} onChange={(event) => change(event.target.value)}>
        <option value="" />
        {people.map((each) => (
          <option key={each.id} value={each.id} translate="no">
            {each.name} {each.post}
          </option>
        ))}
      </Select>
    </label>
  );
}
