/** Choosing tickets as people know them: by number, the hotline's number, an end of either, or words. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/scores";
import { api } from "../../wire/api";
import { asProblem } from "../../wire/problem";
import type { TicketRow } from "../../wire/types";
import { Input } from "../parts/Fields";

export type Picked = Pick<TicketRow, "id" | "number" | "title">;

const PAUSE_MS = 300;

interface Props {
  label: string;
  name: string;
  /** At most how many. */
  most: number;
  picked: readonly Picked[];
  onChange: (picked: Picked[]) => void;
}

export function TicketPicker({ label, name, most, picked, onChange }: Props) {
  const box = useId();
  return (
    <div className="field" data-picker={name}>
      <label className="field-label" htmlFor={box}>
        {label}
      </label>
      {picked.map((each) => (
        <span key={each.id} className="picked" data-picked={each.number}>
          <span className="code">{each.number}</span> <span className="picked-title">{each.title}</span>
          <button
            type="button"
            className="link"
            aria-label={`${words.remove} ${each.number}`}
            onClick={() => onChange(picked.filter(({ id }) => id !== each.id))}
          >
            {words.remove}
          </button>
        </span>
      ))}
      {picked.length < most ? (
        <Search id={box} name={name} without={picked} onPick={(row) => onChange([...picked, row])} />
      ) : null}
    </div>
  );
}

interface SearchProps {
  id: string;
  name: string;
  without: readonly Picked[];
  onPick: (row: Picked) => void;
}

function Search({ id, name, without, onPick }: SearchProps) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => api.search(asked, signal),
    enabled: asked.length > 1,
    gcTime: 0,
    retry: false,
  });
  const rows = found.data?.tickets.filter(({ id: each }) => !without.some((held) => held.id === each)) ?? [];
  return (
    <>
      <Input
        id={id}
        name={name}
        autoComplete="off"
        placeholder={words.pickHint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // The Enter that would send the form; here it takes the only one found.
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (rows.length === 1 && rows[0]) onPick(rows[0]);
        }}
      />
      {found.error ? (
        <p className="problem">{asProblem(found.error).body.detail ?? text.act.offline}</p>
      ) : null}
      {found.data && rows.length === 0 ? <p className="quiet">{words.pickNone}</p> : null}
      {rows.length > 0 ? (
        <ul className="picks">
          {rows.slice(0, 8).map((row) => (
            <li key={row.id}>
              <button type="button" className="pick" data-pick={row.number} onClick={() => onPick(row)}>
                <span className="code">{row.number}</span> {row.title}
                <span className="quiet"> {word(text.state, row.state)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
