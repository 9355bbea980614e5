/** A precedent as a form: written down for a place or a cell, or corrected. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAtRest } from "../../seat/rest";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { adminApi } from "../../wire/admin";
import { owningApi, type Precedent } from "../../wire/owning";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { useRules } from "../rules/Rules";
import { choicesOf } from "../rules/rule";

interface What {
  category: string;
  unit: number;
  reason: string;
}

function useSaved(onDone: () => void) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return () => {
    toasts.say(words.owning.saved);
    void queries.invalidateQueries({ queryKey: ["owning"] });
    onDone();
  };
}

/** Category, owner and reason: what every precedent says. */
function WhatFields({ what, set }: { what: What; set: (change: Partial<What>) => void }) {
  const known = useRules().data;
  return (
    <>
      <label className="field">
        <span className="field-label">{words.owning.category}</span>
        <select
          className="input"
          name="category"
          value={what.category}
          onChange={(event) => set({ category: event.target.value })}
        >
          <option value="">{words.rules.choose}</option>
          {(known ? choicesOf("categories", known) : []).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.owning.unit}</span>
        <select
          className="input"
          name="unit"
          value={what.unit || ""}
          onChange={(event) => set({ unit: Number(event.target.value) })}
        >
          <option value="">{words.rules.choose}</option>
          {(known?.units ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.owning.reason}</span>
        <input
          className="input"
          name="reason"
          maxLength={300}
          value={what.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </label>
    </>
  );
}

export function ChangePrecedent({ precedent, onDone }: { precedent: Precedent; onDone: () => void }) {
  const [what, setWhat] = useState<What>({ category: precedent.category, unit: precedent.unit, reason: "" });
  const save = useMutation({
    mutationFn: () => owningApi.change(precedent.id, what.category, what.unit, what.reason),
    onSuccess: useSaved(onDone),
  });
  return (
    <Dialog
      title={words.owning.changeTitle(precedent.name)}
      confirm={words.owning.save}
      isReady={what.category !== "" && what.unit > 0 && what.reason.trim() !== ""}
      isSending={save.isPending}
      onConfirm={() => save.mutate()}
      onClose={onDone}
    >
      <p>{words.owning.changeWhat}</p>
      <WhatFields what={what} set={(change) => setWhat((held) => ({ ...held, ...change }))} />
      <Refusal error={save.error} />
    </Dialog>
  );
}

type Ground = "place" | "cell";

export function AddPrecedent({ onDone }: { onDone: () => void }) {
  const [ground, setGround] = useState<Ground>("place");
  const [place, setPlace] = useState<number | null>(null);
  const [cell, setCell] = useState("");
  const [what, setWhat] = useState<What>({ category: "", unit: 0, reason: "" });
  const save = useMutation({
    mutationFn: () => owningApi.add({ ...(ground === "place" ? { place } : { cell: cell.trim() }), ...what }),
    onSuccess: useSaved(onDone),
  });
  const isReady =
    (ground === "place" ? place !== null : cell.trim() !== "") &&
    what.category !== "" &&
    what.unit > 0 &&
    what.reason.trim() !== "";
  return (
    <Dialog
      title={words.owning.addTitle}
      confirm={words.owning.save}
      isReady={isReady}
      isSending={save.isPending}
      onConfirm={() => save.mutate()}
      onClose={onDone}
    >
      <label className="field">
        <span className="field-label">{words.owning.kind}</span>
        <select
          className="input"
          value={ground}
          onChange={(event) => setGround(event.target.value as Ground)}
        >
          <option value="place">{words.owning.kinds.place}</option>
          <option value="cell">{words.owning.kinds.cell}</option>
        </select>
      </label>
      {ground === "place" ? (
        <PlaceChoice chosen={place} onChoose={setPlace} />
      ) : (
        <label className="field">
          <span className="field-label">{words.owning.cellCode}</span>
          <input
            className="input"
            inputMode="numeric"
            maxLength={15}
            value={cell}
            onChange={(event) => setCell(event.target.value)}
          />
        </label>
      )}
      <WhatFields what={what} set={(change) => setWhat((held) => ({ ...held, ...change }))} />
      <Refusal error={save.error} />
    </Dialog>
  );
}

const TYPING_MS = 250;

/** A place of the gazetteer, looked up by its name. */
function PlaceChoice({
  chosen,
  onChoose,
}: {
  chosen: number | null;
  onChoose: (place: number | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const q = useAtRest(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ["places", "choice", q],
    queryFn: ({ signal }) => adminApi.places({ q, kind: "", town: "", cursor: "" }, signal),
    enabled: q !== "",
  });
  return (
    <div className="field">
      <span className="field-label">{words.owning.place}</span>
      <input
        className="input"
        aria-label={words.owning.findPlace}
        placeholder={words.owning.findPlace}
        value={typed}
        onChange={(event) => {
          onChoose(null);
          setTyped(event.target.value);
        }}
      />
      <select
        className="input"
        name="place"
        aria-label={words.owning.place}
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.target.value ? Number(event.target.value) : null)}
      >
        <option value="">{words.rules.choose}</option>
        {(found.data?.places ?? []).map((place) => (
          <option key={place.id} value={place.id}>
            {[place.name, place.parent_name].filter(Boolean).join(text.dot)}
          </option>
        ))}
      </select>
    </div>
  );
}
