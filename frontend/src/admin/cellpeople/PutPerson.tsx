/** 安排 and 撤下: somebody looks after a cell from a day on, in another's place or beside them; or no more. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import {
  type CellDuty,
  type CellPeopleAnswer,
  keepingApi,
  type StaffedCell,
  type StaffedPerson,
} from "../../wire/keeping";
import { Dialog } from "../parts/Dialog";
import { Check, OneOf, TextLine, When } from "../parts/Fields";
import { fromInput } from "../parts/moments";

const words = keeping.cells;

function useChanged(onClose: () => void) {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ["cell-people"] });
    void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    onClose();
  };
}

interface PutProps {
  cell: StaffedCell;
  duty: CellDuty;
  people: CellPeopleAnswer["people"];
  onClose: () => void;
}

export function PutPerson({ cell, duty, people, onClose }: PutProps) {
  const held = cell.people.filter((each) => each.duty === duty && each.until === null);
  const [person, setPerson] = useState("");
  const [isFullTime, setFullTime] = useState(true);
  const [former, setFormer] = useState(held[0] ? String(held[0].person) : "");
  const [since, setSince] = useState("");
  const put = useMutation({
    mutationFn: () =>
      keepingApi.putPerson({
        cell: cell.code,
        duty,
        person: Number(person),
        full_time: isFullTime,
        since: since ? fromInput(since) : null,
        former: former ? Number(former) : null,
      }),
    onSuccess: useChanged(onClose),
  });
  const free = people.filter(({ id }) => !held.some((each) => each.person === id));
  return (
    <Dialog
      title={words.putTitle(words.duty[duty], `${cell.village_name}${cell.name}`)}
      confirm={words.put}
      isReady={person !== ""}
      isSending={put.isPending}
      refused={put.error}
      onConfirm={() => put.mutate()}
      onClose={onClose}
    >
      <OneOf
        name="person"
        label={words.person}
        none={words.choose}
        value={person}
        choices={free.map(({ id, name, post }) => ({
          value: String(id),
          label: [name, post].filter(Boolean).join(" "),
        }))}
        onChange={setPerson}
      />
      <p className="quiet">{words.personHint}</p>
      {held.length > 0 ? (
        <OneOf
          name="former"
          label={words.former}
          none={words.noFormer}
          value={former}
          choices={held.map((each) => ({ value: String(each.person), label: each.name }))}
          onChange={setFormer}
        />
      ) : null}
      <When name="since" label={words.since} empty={words.now} value={since} onChange={setSince} />
      <Check name="full_time" checked={isFullTime} onChange={(event) => setFullTime(event.target.checked)}>
        {words.fullTime}
      </Check>
    </Dialog>
  );
}

interface EndProps {
  cell: StaffedCell;
  person: StaffedPerson;
  onClose: () => void;
}

export function EndPerson({ cell, person, onClose }: EndProps) {
  const [at, setAt] = useState("");
  const [reason, setReason] = useState("");
  const end = useMutation({
    mutationFn: () =>
      keepingApi.endPerson(cell.code, person.duty, person.person, at ? fromInput(at) : null, reason.trim()),
    onSuccess: useChanged(onClose),
  });
  return (
    <Dialog
      title={words.endTitle(person.name, words.duty[person.duty])}
      confirm={words.end}
      isDanger
      isSending={end.isPending}
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{words.endWhat}</p>
      <When name="at" label={words.endAt} empty={words.now} value={at} onChange={setAt} />
      <TextLine name="reason" label={common.reason} maxLength={200} value={reason} onChange={setReason} />
    </Dialog>
  );
}
