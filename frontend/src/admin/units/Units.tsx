/** 单位: the register as a tree, town by town; added, put right, ended with a date, taken from a file; with its history. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text, word } from "../../text";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import { keepingApi, type UnitEntry, type UnitRegister } from "../../wire/keeping";
import { Asked } from "../parts/Asked";
import { count } from "../parts/figures";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { SearchBox } from "../parts/SearchBox";
import { TakeList } from "../parts/TakeList";
import { EndUnit, StayUnit } from "./EndUnit";
import { type Branch, branches, fits, isOverdue, PARENT_KIND } from "./tree";
import { UnitDialog } from "./UnitDialog";

const words = keeping.unit;

export function Units() {
  const found = useQuery({ queryKey: ["units"], queryFn: keepingApi.units });
  const [isAdding, setAdding] = useState(false);
  const [isTaking, setTaking] = useState(false);
  return (
    <main className="page" data-page="units">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
        <div className="form-end">
          <a className="button" href={keepingApi.sheet("units")} download>
            {keeping.sheet}
          </a>
          <button type="button" className="button" data-take-units onClick={() => setTaking(true)}>
            {keeping.take}
          </button>
          <button type="button" className="button primary" data-add-unit onClick={() => setAdding(true)}>
            {words.add}
          </button>
        </div>
      </div>
      <Asked found={found}>{(register) => <Register register={register} />}</Asked>
      {isAdding && found.data ? (
        <UnitDialog unit={null} register={found.data} onClose={() => setAdding(false)} />
      ) : null}
      {isTaking ? (
        <TakeList
          list="units"
          query="units"
          title={keeping.takeTitle(words.title)}
          onClose={() => setTaking(false)}
        />
      ) : null}
    </main>
  );
}

type Act = { unit: UnitEntry; what: "edit" | "end" | "stay" };

function Register({ register }: { register: UnitRegister }) {
  const [typed, setTyped] = useState("");
  const [withEnded, setWithEnded] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const names = new Map(register.units.map((unit) => [unit.id, unit.name]));
  const towns = new Map(register.towns.map(({ code, name }) => [code, name]));
  const shown = register.units.filter(
    (unit) => (withEnded || unit.active) && fits(unit, towns.get(unit.town ?? "") ?? "", typed),
  );
  const close = () => setAct(null);
  return (
    <>
      <div className="filters">
        <SearchBox label={words.search} value={typed} onChange={setTyped} />
        <label className="check-line">
          <input
            type="checkbox"
            checked={withEnded}
            onChange={(event) => setWithEnded(event.target.checked)}
          />
          {words.withEnded}
        </label>
        <span className="quiet" data-count={shown.length}>
          {words.of(count(shown.length))}
        </span>
      </div>
      {shown.length === 0 ? (
        <Face title={words.none} hint={register.units.length === 0 ? words.noneHint : undefined} />
      ) : (
        branches(shown).map((branch) => (
          <Town
            key={branch.town ?? "district"}
            {...{ branch, register, names }}
            isOpen={branch.town === null || typed.trim() !== ""}
            onAct={setAct}
          />
        ))
      )}
      <History
        about="unit"
        nameOf={(subject) => names.get(Number(subject.split(":")[1])) ?? subject}
        say={(field, value) => {
          if (field === "kind") return word(words.kinds, String(value));
          return field === "parent" || field === "station" ? names.get(Number(value)) : undefined;
        }}
      />
      {act?.what === "edit" ? <UnitDialog unit={act.unit} register={register} onClose={close} /> : null}
      {act?.what === "end" ? <EndUnit unit={act.unit} onClose={close} /> : null}
      {act?.what === "stay" ? <StayUnit unit={act.unit} onClose={close} /> : null}
    </>
  );
}

interface TownProps {
  branch: Branch;
  register: UnitRegister;
  names: ReadonlyMap<number, string>;
  isOpen: boolean;
  onAct: (act: Act) => void;
}

/** One town, folded until it is asked for or something in it was looked for. */
function Town({ branch, register, names, isOpen, onAct }: TownProps) {
  const [isWanted, setWanted] = useState(false);
  const isShown = isOpen || isWanted;
  const name = register.towns.find(({ code }) => code === branch.town)?.name ?? words.district;
  return (
    <details
      className="part"
      open={isShown}
      data-town={branch.town ?? "district"}
      onToggle={(event) => setWanted(event.currentTarget.open)}
    >
      <summary>
        {name} <span className="of">{words.of(count(branch.lines.length))}</span>
      </summary>
      {isShown ? (
        <div className="table-box">
          <table className="table unit-table">
            <thead>
              <tr>
                <th>{words.name}</th>
                <th>{words.kind}</th>
                <th>{words.phone}</th>
                <th className="figure">{words.people}</th>
                <th className="figure">{words.tickets}</th>
                <th aria-label={common.act} />
              </tr>
            </thead>
            <tbody>
              {branch.lines.map(({ unit, depth }) => (
                <UnitLine key={unit.id} {...{ unit, depth, register, names, onAct }} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  );
}

interface LineProps extends Omit<TownProps, "branch" | "isOpen"> {
  unit: UnitEntry;
  depth: number;
}

function UnitLine({ unit, depth, register, names, onAct }: LineProps) {
  return (
    <tr className={unit.active ? undefined : "spent"} data-unit={unit.id} data-depth={depth}>
      <td>
        <strong>{unit.name}</strong>
        <Standing unit={unit} />
      </td>
      <td>
        {words.kinds[unit.kind]}
        <span className="under">{whereOf(unit, register, names)}</span>
      </td>
      <td className="code">
        {unit.phone ?? <span className="quiet">{words.noPhone}</span>}
        {unit.kind === "department" ? <Liaisons unit={unit} /> : null}
      </td>
      <td className="figure">{count(unit.people)}</td>
      <td className="figure">{count(unit.tickets)}</td>
      <td className="ends">
        {unit.active ? (
          <button type="button" className="link" data-edit-unit onClick={() => onAct({ unit, what: "edit" })}>
            {words.edit}
          </button>
        ) : null}{" "}
        {unit.ends_at ? (
          <button type="button" className="link" data-stay-unit onClick={() => onAct({ unit, what: "stay" })}>
            {words.stay}
          </button>
        ) : unit.kind === "district_center" ? null : (
          <button type="button" className="link" data-end-unit onClick={() => onAct({ unit, what: "end" })}>
            {words.end}
          </button>
        )}
      </td>
    </tr>
  );
}

function Standing({ unit }: { unit: UnitEntry }) {
  if (unit.ends_at === null) return null;
  const when = moment(unit.ends_at);
  if (isOverdue(unit, Date.now())) return <span className="notice bad">{words.overdue(when)}</span>;
  return <span className="under">{unit.active ? words.ends(when) : words.ended(when)}</span>;
}

/** The second master of an agency, the police grid of an outpost, the village of a station. */
function whereOf(unit: UnitEntry, register: UnitRegister, names: ReadonlyMap<number, string>): string {
  const village = register.villages.find(({ code }) => code === unit.village)?.name;
  const grid = register.police_grids.find(({ code }) => code === unit.police_grid)?.name;
  const above = PARENT_KIND[unit.kind] && unit.parent !== null ? names.get(unit.parent) : undefined;
  return [village, grid, above ? words.alsoTo(above) : ""].filter(Boolean).join(text.dot);
}

function Liaisons({ unit }: { unit: UnitEntry }) {
  if (unit.liaisons.length === 0) return <span className="under">{words.noLiaison}</span>;
  return unit.liaisons.map(({ name, phone }) => (
    <span key={name + phone} className="under">
      {words.liaisons} {name} {phone}
    </span>
  ));
}
