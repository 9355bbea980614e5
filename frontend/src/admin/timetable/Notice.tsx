/** A State Council notice, or a table: read, looked through day by day, and only then saved. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/timetable";
import { timetableApi } from "../../wire/timetable";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { NoteField } from "./NoteField";
import { useSaved } from "./saving";

export function Notice({ year, onClose }: { year: number; onClose: () => void }) {
  const [text, setText] = useState("");
  const [of, setOf] = useState(String(year));
  const [isTable, setTable] = useState(false);
  const [source, setSource] = useState("");
  const read = useMutation({
    mutationFn: () => timetableApi.readNotice(text, /^\d{4}$/.test(of) ? Number(of) : null, isTable),
  });
  const onSuccess = useSaved(onClose);
  const save = useMutation({
    mutationFn: () => timetableApi.saveNotice(read.data?.year ?? year, read.data?.days ?? [], source.trim()),
    onSuccess,
  });
  const isRead = read.data !== undefined;
  const change = () => {
    read.reset();
    save.reset();
  };
  return (
    <Dialog
      title={words.calendar.noticeTitle}
      confirm={isRead ? words.calendar.saveNotice : words.calendar.read}
      isReady={isRead ? source.trim() !== "" : text.trim() !== ""}
      isSending={read.isPending || save.isPending}
      onConfirm={() => (isRead ? save.mutate() : read.mutate())}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.calendar.noticeText}</span>
        <textarea
          className="input"
          name="text"
          rows={6}
          maxLength={20_000}
          placeholder={words.calendar.noticeExample}
          value={text}
          onChange={(event) => {
            change();
            setText(event.target.value);
          }}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.calendar.year}</span>
        <input
          className="input"
          name="year"
          inputMode="numeric"
          maxLength={4}
          value={of}
          onChange={(event) => {
            change();
            setOf(event.target.value);
          }}
        />
      </label>
      <label className="check-line">
        <input
          type="checkbox"
          checked={isTable}
          onChange={(event) => {
            change();
            setTable(event.target.checked);
          }}
        />
        {words.calendar.asTable}
      </label>
      <Refusal error={read.error} />
      {read.data ? (
        <>
          <p>{words.calendar.found(read.data.days.length, read.data.year)}</p>
          <ul className="plain-list read-days" data-read-days>
            {read.data.days.map((each) => (
              <li key={each.day}>
                {each.day} {words.calendar.dayOf(words.calendar.kinds[each.kind], each.name)}
              </li>
            ))}
          </ul>
          <NoteField
            value={source}
            label={words.calendar.source}
            hint={words.calendar.sourceHint}
            onChange={setSource}
          />
        </>
      ) : null}
      <Refusal error={save.error} />
    </Dialog>
  );
}
