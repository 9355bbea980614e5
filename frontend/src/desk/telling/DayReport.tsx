/** 日报: a day of the own center (at the district of any) as a document (W) or a workbook (X), one key each. */
import { useCallback, useRef, useState } from "react";
import { useKey } from "../../seat/keys";
import { words } from "../../text/print";
import { papersApi } from "../../wire/papers";
import { useDesk } from "../context";
import { Section } from "../panel/Section";

export function DayReport() {
  const { me } = useDesk();
  const [on, setOn] = useState("");
  const [unit, setUnit] = useState("");
  const center = unit === "" ? null : Number(unit);
  const document = useRef<HTMLAnchorElement>(null);
  const workbook = useRef<HTMLAnchorElement>(null);
  useKey(
    "w",
    useCallback(() => document.current?.click(), []),
  );
  useKey(
    "x",
    useCallback(() => workbook.current?.click(), []),
  );
  return (
    <Section title={words.dayReport} name="day-report">
      <p className="quiet">{words.dayReportLead}</p>
      <div className="day-report">
        <label>
          {words.day}{" "}
          <input className="input" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        </label>
        {me.streams.length > 1 ? (
          <label>
            {words.center}{" "}
            <select className="input" value={unit} onChange={(event) => setUnit(event.target.value)}>
              <option value="">{words.own}</option>
              {me.streams
                .filter((each) => each.id !== me.home.unit)
                .map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
            </select>
          </label>
        ) : null}
        <a
          ref={document}
          className="button small"
          href={papersApi.dayReportUrl("docx", on, center)}
          download
          data-day-report="docx"
        >
          {words.word} <kbd>W</kbd>
        </a>
        <a
          ref={workbook}
          className="button small"
          href={papersApi.dayReportUrl("xlsx", on, center)}
          download
          data-day-report="xlsx"
        >
          {words.sheet} <kbd>X</kbd>
        </a>
      </div>
    </Section>
  );
}
