/** Office hours of the seasons: working days and hours count within them. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/timetable";
import { type SeasonDraft, type Timetable, timetableApi } from "../../wire/timetable";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Refusable, RefusablePart } from "../parts/Form";
import { NoteField } from "./NoteField";
import { useSaved } from "./saving";

const NEW: SeasonDraft = { name: "", first_day: "", last_day: "", hours: "" };
const COLUMNS = [
  { name: "name", label: words.hours.name, hint: words.hours.nameHint },
  { name: "first_day", label: words.hours.first, hint: "06-01" },
  { name: "last_day", label: words.hours.last, hint: "09-30" },
  { name: "hours", label: words.hours.hours, hint: "08:30-12:00 14:30-18:00" },
] as const;

export function Hours({ known }: { known: Timetable }) {
  const { may } = useAdmin();
  const [seasons, setSeasons] = useState<readonly SeasonDraft[]>(known.seasons);
  const [note, setNote] = useState("");
  const onSuccess = useSaved(() => setNote(""));
  const save = useMutation({
    mutationFn: () => timetableApi.saveHours(known.version, note.trim(), seasons.map(bare)),
    onSuccess,
  });
  const set = (at: number, change: Partial<SeasonDraft>) =>
    setSeasons(seasons.map((season, of) => (of === at ? { ...season, ...change } : season)));
  return (
    <Refusable by={save.error}>
      <div role="tabpanel" className="tab-body" data-hours>
        <p className="quiet">{words.hours.hint}</p>
        <div className="table-box">
          <table className="table">
            <thead>
              <tr>
                {COLUMNS.map(({ name, label }) => (
                  <th key={name}>{label}</th>
                ))}
                <th aria-label={words.hours.remove} />
              </tr>
            </thead>
            <tbody>
              {seasons.map((season, at) => (
                <RefusablePart key={at} of={`seasons.${at}`}>
                  <tr>
                    {COLUMNS.map(({ name, label, hint }) => (
                      <td key={name}>
                        <Input
                          name={name}
                          aria-label={label}
                          placeholder={hint}
                          readOnly={!may.keep}
                          value={season[name]}
                          onChange={(event) => set(at, { [name]: event.target.value })}
                        />
                      </td>
                    ))}
                    <td className="ends">
                      {may.keep ? (
                        <button
                          type="button"
                          className="button small"
                          onClick={() => setSeasons(seasons.filter((_, of) => of !== at))}
                        >
                          {words.hours.remove}
                        </button>
                      ) : null}
                    </td>
                  </tr>
                </RefusablePart>
              ))}
            </tbody>
          </table>
        </div>
        {may.keep ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (note.trim() && !save.isPending) save.mutate();
            }}
          >
            <button type="button" className="button small" onClick={() => setSeasons([...seasons, NEW])}>
              {words.hours.add}
            </button>
            <NoteField value={note} onChange={setNote} />
            <Refusal />
            <div className="form-end">
              <button type="submit" className="button primary" data-save-hours aria-disabled={!note.trim()}>
                {words.hours.save}
              </button>
            </div>
          </form>
        ) : null}
      </div>
    </Refusable>
  );
}

function bare({ name, first_day, last_day, hours }: SeasonDraft): SeasonDraft {
  return { name, first_day, last_day, hours };
}
