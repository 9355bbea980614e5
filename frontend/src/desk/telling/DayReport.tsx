/** 日报: a day of the own center (at the district of any) as a document or a workbook, one click each. */
import { useState } from "react";
import { words } from "../../text/print";
import { papersApi } from "../../wire/papers";
import { useDesk } from "../context";
import { Section } from "../panel/Section";

export function DayReport() {
  const { me } = useDesk();
  const [on, setOn] = useState("");
  const [unit, setUnit] = useState("");
  const center = unit === "" ? null : Number(unit);
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
          className="button small"
          href={papersApi.dayReportUrl("docx", on, center)}
          download
          data-day-report="docx"
        >
          {words.word}
        </a>
        <a
          className="button small"
          href={papersApi.dayReportUrl("xlsx", on, center)}
          download
          data-day-report="xlsx"
        >
          {words.sheet}
        </a>
      </div>
    </Section>
  );
}
