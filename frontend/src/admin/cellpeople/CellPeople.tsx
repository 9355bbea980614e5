/** 网格人员: by village who looks after each cell, those lacking somebody first; changed with a day, or from a file. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words as keeping } from "../../text/keeping";
import {
  type CellDuty,
  type CellPeopleAnswer,
  keepingApi,
  type StaffedCell,
  type StaffedPerson,
} from "../../wire/keeping";
import { Asked } from "../parts/Asked";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { SearchBox } from "../parts/SearchBox";
import { TakeList } from "../parts/TakeList";
import { EndPerson, PutPerson } from "./PutPerson";
import { DUTIES, fits, held, lacking, type Village, villages } from "./staff";

const words = keeping.cells;

export function CellPeople() {
  const [town, setTown] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  const found = useQuery({
    queryKey: ["cell-people", town],
    queryFn: () => keepingApi.cellPeople(town),
    placeholderData: (before) => before,
  });
  return (
    <main className="page" data-page="cellpeople">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
        <div className="form-end">
          <a className="button" href={keepingApi.sheet("cell-people")} download>
            {keeping.sheet}
          </a>
          <button type="button" className="button primary" data-take-people onClick={() => setTaking(true)}>
            {keeping.take}
          </button>
        </div>
      </div>
      <Asked found={found}>
        {(answer) =>
          answer.town === null ? (
            <Face title={words.noTown} />
          ) : (
            <Town key={answer.town} answer={answer} onTown={setTown} />
          )
        }
      </Asked>
      {isTaking ? (
        <TakeList
          list="cell-people"
          query="cell-people"
          title={keeping.takeTitle(words.title)}
          onClose={() => setTaking(false)}
        />
      ) : null}
    </main>
  );
}

interface TownProps {
  answer: CellPeopleAnswer;
  onTown: (town: string) => void;
}

type Doing =
  | { what: "put"; cell: StaffedCell; duty: CellDuty }
  | { what: "end"; cell: StaffedCell; person: StaffedPerson };

function Town({ answer, onTown }: TownProps) {
  const [typed, setTyped] = useState("");
  const [onlyLacking, setOnlyLacking] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const now = Date.now();
  const shown = villages(
    answer.cells.filter((cell) => fits(cell, typed) && (!onlyLacking || lacking(cell, now).length > 0)),
    now,
  );
  const names = new Map(answer.cells.map((cell) => [cell.code, `${cell.village_name}${cell.name}`]));
  const close = () => setDoing(null);
  return (
    <>
      <div className="filters">
        <select
          className="input"
          aria-label={words.town}
          name="town"
          value={answer.town ?? ""}
          onChange={(event) => onTown(event.target.value)}
        >
          {answer.towns.map((town) => (
            <option key={town.code} value={town.code}>
              {words.townLine(town.name, town.cells, town.worker + town.head + town.officer)}
            </option>
          ))}
        </select>
        <SearchBox label={words.search} value={typed} onChange={setTyped} />
        <label className="check-line">
          <input
            type="checkbox"
            checked={onlyLacking}
            onChange={(event) => setOnlyLacking(event.target.checked)}
          />
          {words.onlyLacking}
        </label>
      </div>
      <Lacking answer={answer} />
      {shown.length === 0 ? <Face title={onlyLacking ? words.whole : words.none} /> : null}
      {shown.map((village) => (
        <VillageTable key={village.code} {...{ village, now }} onDo={setDoing} />
      ))}
      <History about="cell" nameOf={(subject) => names.get(subject.slice(5)) ?? subject.slice(5)} />
      {doing?.what === "put" ? (
        <PutPerson cell={doing.cell} duty={doing.duty} people={answer.people} onClose={close} />
      ) : null}
      {doing?.what === "end" ? <EndPerson cell={doing.cell} person={doing.person} onClose={close} /> : null}
    </>
  );
}

function Lacking({ answer }: { answer: CellPeopleAnswer }) {
  const town = answer.towns.find(({ code }) => code === answer.town);
  if (!town) return null;
  const said = DUTIES.filter((duty) => town[duty] > 0).map((duty) =>
    words.lacking(words.duty[duty], town[duty]),
  );
  return (
    <p className="quiet" data-lacking={said.length}>
      {said.length === 0 ? words.whole : said.join("  ")}
    </p>
  );
}

interface VillageProps {
  village: Village;
  now: number;
  onDo: (doing: Doing) => void;
}

function VillageTable({ village, now, onDo }: VillageProps) {
  return (
    <section className="part" data-village={village.code}>
      <h3>{village.name}</h3>
      <div className="table-box">
        <table className="table people-table">
          <thead>
            <tr>
              <th>{words.cell}</th>
              {DUTIES.map((duty) => (
                <th key={duty}>{words.duty[duty]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {village.cells.map((cell) => (
              <tr key={cell.code} data-cell={cell.code}>
                <td>
                  <strong>{cell.name}</strong>
                  <span className="under code">{cell.code}</span>
                </td>
                {DUTIES.map((duty) => (
                  <td key={duty} data-duty={duty}>
                    <Held {...{ cell, duty, now, onDo }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface HeldProps {
  cell: StaffedCell;
  duty: CellDuty;
  now: number;
  onDo: (doing: Doing) => void;
}

function Held({ cell, duty, now, onDo }: HeldProps) {
  const all = cell.people.filter((each) => each.duty === duty);
  const isMissing = held(cell, duty, now).length === 0;
  const act = all.length > 0 ? words.replace : words.put;
  return (
    <>
      {isMissing ? <strong data-missing>{words.missing} </strong> : null}
      {all.map((person) => (
        <PersonLine key={`${person.person}/${person.since}`} {...{ person, cell, duty, now, onDo }} />
      ))}
      <button
        type="button"
        className="link"
        data-put-person
        aria-label={`${act}${text.dot}${words.putTitle(words.duty[duty], cell.name)}`}
        onClick={() => onDo({ what: "put", cell, duty })}
      >
        {act}
      </button>
    </>
  );
}

function PersonLine({ person, cell, duty, now, onDo }: HeldProps & { person: StaffedPerson }) {
  const begins = person.since && Date.parse(person.since) > now ? person.since : null;
  return (
    <span className="held-person" data-person={person.person}>
      {person.name} <span className="code">{person.phone}</span>
      {person.full_time ? null : <span className="quiet"> {words.partTime}</span>}
      {begins ? <span className="quiet"> {words.from(moment(begins))}</span> : null}
      {person.until ? <span className="quiet"> {words.until(moment(person.until))}</span> : null}{" "}
      <button
        type="button"
        className="link"
        data-end-person
        aria-label={words.endTitle(person.name, words.duty[duty])}
        onClick={() => onDo({ what: "end", cell, person })}
      >
        {words.end}
      </button>
    </span>
  );
}
