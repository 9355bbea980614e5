/** The palette: a few letters lead to a ticket, a command, a page, a town or a switch. By the keyboard alone. */
import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { isComposing } from "../../look/composing";
import { type Taker, useTaker } from "../../seat/keys";
import { words } from "../../text/tools";
import { useEntries } from "./entries";
import { ranked } from "./match";
import type { Group, PaletteEntry } from "./offers";
import "./palette.css";

const MOST = 40;
/** Tickets are many: before anything is typed they are left out, afterwards they are found by what was typed. */
const MOST_TICKETS = 8;

function shownOf(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const isTyped = typed.trim() !== "";
  const others = entries.filter(({ group }) => group !== "ticket");
  const tickets = isTyped ? entries.filter(({ group }) => group === "ticket") : [];
  const found = [...ranked(others, typed, MOST), ...ranked(tickets, typed, MOST_TICKETS)];
  return isTyped ? ranked(found, typed, MOST) : found;
}

export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const entries = useEntries();
  const shown = useMemo(() => shownOf(entries, typed), [entries, typed]);
  const chosen = Math.min(at, shown.length - 1);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // No key reaches the desk behind. What is taken is kept from the browser too, which would close by Esc.
  const taker = useCallback<Taker>((key) => {
    if (key === "Escape") dialog.current?.close();
    return true;
  }, []);
  useTaker(taker);
  function run(entry: PaletteEntry | undefined): void {
    if (!entry) return;
    onClose();
    entry.run();
  }
  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) setAt((chosen + step + shown.length) % shown.length);
    else if (event.key === "Enter") run(shown[chosen]);
    else return;
    event.preventDefault();
  }
  return (
    <dialog ref={dialog} className="palette" onClose={onClose} aria-label={words.palette.title} data-palette>
      <input
        className="input"
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={shown[chosen] ? `${list}-${chosen}` : undefined}
        aria-label={words.palette.title}
        placeholder={words.palette.hint}
        autoComplete="off"
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <Lines id={list} shown={shown} chosen={chosen} onChoose={run} />
      <p className="palette-keys quiet">{words.palette.keys}</p>
    </dialog>
  );
}

interface LinesProps {
  id: string;
  shown: readonly PaletteEntry[];
  chosen: number;
  onChoose: (entry: PaletteEntry) => void;
}

function Lines({ id, shown, chosen, onChoose }: LinesProps) {
  const line = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is brought into view.
  useLayoutEffect(() => {
    void line.current?.scrollIntoView({ block: "nearest" });
  }, [chosen, shown]);
  if (shown.length === 0) return <p className="palette-none quiet">{words.palette.none}</p>;
  let group: Group | null = null;
  return (
    <div id={id} className="palette-lines" role="listbox" aria-label={words.palette.title}>
      {shown.map((entry, index) => {
        const isFirst = entry.group !== group;
        group = entry.group;
        return (
          <div
            key={entry.id}
            ref={index === chosen ? line : undefined}
            id={`${id}-${index}`}
            className="palette-line"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            data-entry={entry.id}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(entry);
            }}
          >
            <span className="palette-group quiet">{isFirst ? words.palette.groups[entry.group] : ""}</span>
            <span className="palette-label">{entry.label}</span>
            {entry.hint ? <span className="palette-hint quiet">{entry.hint}</span> : null}
          </div>
        );
      })}
    </div>
  );
}
