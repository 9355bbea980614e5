/** A State Council notice, or a table: a file or a text, read, looked through day by day, and only then saved. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/timetable";
import { type ReadNotice, timetableApi } from "../../wire/timetable";
import { Dialog } from "../parts/Dialog";
import { Drop } from "../parts/Drop";
import { Area, Check, Input } from "../parts/Fields";
import { noticeFrom } from "./file";
import { sayDay } from "./lines";
import { NoteField } from "./NoteField";
import { useSaved } from "./saving";

const LONGEST = 20_000;

interface Draft {
  text: string;
  year: string;
  isTable: boolean;
}

export function Notice({ year, onClose }: { year: number; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>({ text: "", year: String(year), isTable: false });
  const [source, setSource] = useState("");
  const read = useMutation({
    mutationFn: () =>
      timetableApi.readNotice(
        draft.text,
        /^\d{4}$/.test(draft.year) ? Number(draft.year) : null,
        draft.isTable,
      ),
  });
  const onSuccess = useSaved(onClose);
  const save = useMutation({
    mutationFn: () => timetableApi.saveNotice(read.data?.year ?? year, read.data?.days ?? [], source.trim()),
    onSuccess,
  });
  const isRead = read.data !== undefined;
  function change(part: Partial<Draft>): void {
    read.reset();
    save.reset();
    setDraft((before) => ({ ...before, ...part }));
  }
  return (
    <Dialog
      title={words.calendar.noticeTitle}
      confirm={isRead ? words.calendar.saveNotice : words.calendar.read}
      isReady={isRead ? source.trim() !== "" : draft.text.trim() !== ""}
      isSending={read.isPending || save.isPending}
      refused={read.error ?? save.error}
      onConfirm={() => (isRead ? save.mutate() : read.mutate())}
      onClose={onClose}
    >
      <Given draft={draft} onChange={change} />
      {read.data ? <Found found={read.data} source={source} onSource={setSource} /> : null}
    </Dialog>
  );
}

/** What it is read from. */
function Given({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  async function take(file: File): Promise<void> {
    const { text, isTable } = noticeFrom(file.name, await file.arrayBuffer());
    onChange({ text: text.slice(0, LONGEST), isTable });
  }
  return (
    <>
      <Drop
        label={words.calendar.noticeFile}
        hint={words.calendar.noticeFileHint}
        accept=".txt,.csv,text/plain,text/csv"
        isBusy={false}
        isSmall
        onFile={(file) => void take(file)}
      />
      <label className="field">
        <span className="field-label">{words.calendar.noticeText}</span>
        <Area
          name="text"
          rows={6}
          maxLength={LONGEST}
          placeholder={words.calendar.noticeExample}
          value={draft.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.calendar.year}</span>
        <Input
          name="year"
          inputMode="numeric"
          maxLength={4}
          value={draft.year}
          onChange={(event) => onChange({ year: event.target.value })}
        />
      </label>
      <Check
        name="table"
        checked={draft.isTable}
        onChange={(event) => onChange({ isTable: event.target.checked })}
      >
        {words.calendar.asTable}
      </Check>
    </>
  );
}

interface FoundProps {
  found: ReadNotice;
  source: string;
  onSource: (source: string) => void;
}

/** The days that were read, for people to compare, and the number of the document. */
function Found({ found, source, onSource }: FoundProps) {
  return (
    <>
      <p>{words.calendar.found(found.days.length, found.year)}</p>
      <ul className="plain-list read-days" data-read-days>
        {found.days.map((each) => (
          <li key={each.day}>
            {each.day} {sayDay(each.kind, each.name)}
          </li>
        ))}
      </ul>
      <NoteField
        value={source}
        label={words.calendar.source}
        hint={words.calendar.sourceHint}
        onChange={onSource}
      />
    </>
  );
}
