/** The people of the cell by name and phone: what an operator looks for first. */
import { text } from "../../text";
import type { Cell } from "../../wire/types";
import { Section } from "./Section";

const ORDER = { worker: 0, head: 1, officer: 2 } as const;

function cellTitle(cell: Cell): string {
  return `${cell.village_name} ${cell.name}`;
}

export function CellPeople({ cell }: { cell: Cell | null }) {
  if (!cell) return null;
  const people = [...cell.people].sort((a, b) => ORDER[a.duty] - ORDER[b.duty]);
  const grid = cell.police_grid;
  const title = grid ? `${cellTitle(cell)}${text.dot}${text.ticket.policeGrid(grid.name)}` : cellTitle(cell);
  return (
    <Section title={title} name="cell" aside={text.cellKind[cell.kind]}>
      <ul className="people">
        {people.map((person) => (
          <li key={`${person.id}-${person.duty}`}>
            <span className="people-duty">{text.cellDuty[person.duty]}</span>
            <span className="people-name">
              {person.name}
              {person.duty === "worker" ? (
                <span className="chip">{person.full_time ? text.fullTime : text.partTime}</span>
              ) : null}
            </span>
            <a className="people-phone" href={`tel:${person.phone ?? ""}`}>
              <span className="visually-hidden">{`${text.ticket.call} ${person.name}`}</span>
              {person.phone ?? person.phone_masked} <span aria-hidden="true">☎</span>
            </a>
          </li>
        ))}
        {grid?.police_station ? (
          <li>
            <span className="people-duty">{grid.police_station}</span>
            <span className="people-name" />
            {grid.phone ? (
              <a className="people-phone" href={`tel:${grid.phone}`}>
                {grid.phone} <span aria-hidden="true">☎</span>
              </a>
            ) : null}
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
