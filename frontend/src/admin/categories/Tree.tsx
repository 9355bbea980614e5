/** The tree, theme by theme in one table: what each category asks for, its tickets of late, the rules that name it. */
import { useState } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/categories";
import type { CategoryRegister, PlaceNeed } from "../../wire/categories";
import { count } from "../parts/figures";
import { SearchBox } from "../parts/SearchBox";
import { CategoryDialog } from "./CategoryDialog";
import { CategoryLine } from "./CategoryLine";
import { EndCategory, StayCategory } from "./EndCategory";
import { type Act, shown, type Theme, themes, type Wanted } from "./themes";

/** Of more categories than this the themes are folded until one is opened or something is looked for. */
const OPEN_UP_TO = 120;
const NEEDS = Object.keys(words.needs) as PlaceNeed[];

export function Tree({ register }: { register: CategoryRegister }) {
  const [wanted, setWanted] = useState<Wanted>({ typed: "", need: "", withOver: false });
  const [act, setAct] = useState<Act | null>(null);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const found = shown(register.categories, wanted);
  const isOpen = wanted.typed.trim() !== "" || found.length <= OPEN_UP_TO;
  const turn = (name: string) =>
    setTurned(
      (held) => new Set(held.has(name) ? [...held].filter((each) => each !== name) : [...held, name]),
    );
  const close = () => setAct(null);
  return (
    <>
      <Filters wanted={wanted} total={found.length} onChange={setWanted} />
      {found.length === 0 ? (
        <Face title={words.none} hint={register.categories.length === 0 ? words.noneHint : undefined} />
      ) : (
        <div className="table-box">
          <table className="table category-table">
            <Columns />
            {themes(found).map((theme) => (
              <ThemeLines
                key={theme.name}
                theme={theme}
                isOpen={isOpen !== turned.has(theme.name)}
                onTurn={() => turn(theme.name)}
                onAct={setAct}
              />
            ))}
          </table>
        </div>
      )}
      {act?.what === "edit" ? <CategoryDialog category={act.category} onClose={close} /> : null}
      {act?.what === "end" ? (
        <EndCategory category={act.category} register={register} onClose={close} />
      ) : null}
      {act?.what === "stay" ? <StayCategory category={act.category} onClose={close} /> : null}
    </>
  );
}

interface FiltersProps {
  wanted: Wanted;
  total: number;
  onChange: (wanted: Wanted) => void;
}

function Filters({ wanted, total, onChange }: FiltersProps) {
  const set = (change: Partial<Wanted>) => onChange({ ...wanted, ...change });
  return (
    <div className="filters">
      <SearchBox
        maxLength={60}
        label={words.search}
        value={wanted.typed}
        onChange={(typed) => set({ typed })}
      />
      <select
        className="input need-filter"
        name="need"
        aria-label={words.need}
        value={wanted.need}
        onChange={(event) => set({ need: event.target.value as Wanted["need"] })}
      >
        <option value="">{words.anyNeed}</option>
        {NEEDS.map((need) => (
          <option key={need} value={need}>
            {words.needs[need]}
          </option>
        ))}
      </select>
      <label className="check-line">
        <input
          type="checkbox"
          checked={wanted.withOver}
          onChange={(event) => set({ withOver: event.target.checked })}
        />
        {words.withOver}
      </label>
      <span className="quiet" data-count={total}>
        {words.of(count(total))}
      </span>
    </div>
  );
}

function Columns() {
  return (
    <thead>
      <tr>
        <th>{words.title}</th>
        <th>{words.need}</th>
        <th>{words.asks}</th>
        <th className="figure">{words.lately}</th>
        <th>{words.rules}</th>
        <th aria-label={words.edit} />
      </tr>
    </thead>
  );
}

interface ThemeProps {
  theme: Theme;
  isOpen: boolean;
  onTurn: () => void;
  onAct: (act: Act) => void;
}

function ThemeLines({ theme, isOpen, onTurn, onAct }: ThemeProps) {
  return (
    <tbody data-theme={theme.name}>
      <tr className="theme-line">
        <th colSpan={3} scope="rowgroup">
          <button type="button" aria-expanded={isOpen} onClick={onTurn}>
            <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span> {theme.name}{" "}
            <span className="of">{count(theme.lines.length)}</span>
          </button>
        </th>
        <td className="figure">{count(theme.tickets)}</td>
        <td colSpan={2} />
      </tr>
      {isOpen
        ? theme.lines.map((category) => (
            <CategoryLine key={category.code} category={category} onAct={onAct} />
          ))
        : null}
    </tbody>
  );
}
