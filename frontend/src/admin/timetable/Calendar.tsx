/** A year of the working calendar: off, at work, as usual; a day is changed by clicking it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/timetable";
import { type CalendarYear, type DayKind, timetableApi } from "../../wire/timetable";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Select, TextLine } from "../parts/Fields";
import { sayDay } from "./lines";
import { type DrawnDay, isWorked, weeksOf } from "./month";
import { NoteField } from "./NoteField";
import { Notice } from "./Notice";
import { useSaved } from "./saving";

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

export function Calendar() {
  const { address, go, may } = useAdmin();
  const year = address.version ?? new Date().getFullYear();
  const [isImporting, setImporting] = useState(false);
  const found = useQuery({ queryKey: ["timetable", "year", year], queryFn: () => timetableApi.year(year) });
  return (
    <div role="tabpanel" className="tab-body" data-calendar={year}>
      <div className="rules-head">
        <button type="button" className="button small" onClick={() => go({ version: year - 1 }, true)}>
          ‹ {words.calendar.before}
        </button>
        <h3>{year}</h3>
        <button type="button" className="button small" onClick={() => go({ version: year + 1 }, true)}>
          {words.calendar.after} ›
        </button>
        <span className="gap" />
        {may.keep ? (
          <button
            type="button"
            className="button primary"
            data-import-notice
            onClick={() => setImporting(true)}
          >
            {words.calendar.notice}
          </button>
        ) : null}
      </div>
      <Asked found={found}>{(known) => <Year known={known} />}</Asked>
      {isImporting ? <Notice year={year} onClose={() => setImporting(false)} /> : null}
    </div>
  );
}

function Year({ known }: { known: CalendarYear }) {
  const { may } = useAdmin();
  const [changing, setChanging] = useState<DrawnDay | null>(null);
  const named = new Map(known.days.map((each) => [each.day, each]));
  return (
    <>
      {known.announced ? (
        <p className="quiet">{words.calendar.announced(known.source ?? "")}</p>
      ) : (
        <p className="notice" role="status" data-not-announced>
          {words.calendar.notAnnounced(known.year)}
        </p>
      )}
      <div className="months">
        {MONTHS.map((month) => (
          <table key={month} className="month">
            <caption>{words.calendar.month(month)}</caption>
            <thead>
              <tr>
                {["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name, at) => (
                  <th key={name}>{words.calendar.weekdays[at]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(known.year, month, named).map((week, at) => (
                <tr key={at}>
                  {week.map((day, of) => (
                    <td key={day?.day ?? `none-${of}`}>
                      {day ? <Day day={day} onClick={may.keep ? () => setChanging(day) : null} /> : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      {changing ? <ChangeDay day={changing} onClose={() => setChanging(null)} /> : null}
    </>
  );
}

function Day({ day, onClick }: { day: DrawnDay; onClick: (() => void) | null }) {
  const kind = day.named?.kind ?? "usual";
  const title = day.named ? sayDay(kind, day.named.name) : undefined;
  const sign = words.calendar.signs[kind];
  return (
    <button
      type="button"
      className={`day ${isWorked(day) ? "worked" : "rest"} named-${kind}`}
      title={title}
      data-day={day.day}
      data-kind={kind}
      disabled={!onClick}
      onClick={() => onClick?.()}
    >
      {day.number}
      {sign ? <small>{sign}</small> : null}
    </button>
  );
}

const KINDS: readonly DayKind[] = ["off", "work", "usual"];

function ChangeDay({ day, onClose }: { day: DrawnDay; onClose: () => void }) {
  const [kind, setKind] = useState<DayKind>(day.named?.kind ?? (isWorked(day) ? "off" : "work"));
  const [name, setName] = useState(day.named?.name ?? "");
  const [note, setNote] = useState("");
  const onSuccess = useSaved(onClose);
  const save = useMutation({
    mutationFn: () => timetableApi.saveDay(day.day, kind, name.trim(), note.trim()),
    onSuccess,
  });
  return (
    <Dialog
      title={words.calendar.dayTitle(day.day)}
      confirm={words.calendar.save}
      isReady={note.trim() !== "" && (kind === "usual" || name.trim() !== "")}
      isSending={save.isPending}
      refused={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.calendar.dayKind}</span>
        <Select name="kind" value={kind} onChange={(event) => setKind(event.target.value as DayKind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {words.calendar.kinds[each]}
            </option>
          ))}
        </Select>
      </label>
      {kind === "usual" ? (
        <p className="quiet">{words.calendar.usualHint}</p>
      ) : (
        <TextLine name="name" label={words.calendar.dayName} value={name} maxLength={20} onChange={setName} />
      )}
      <NoteField value={note} onChange={setNote} />
    </Dialog>
  );
}
