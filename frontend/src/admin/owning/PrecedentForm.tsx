/** A precedent as a form beside the map: written down for a place, a cell or what is drawn; or corrected. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { owningApi, type Precedent } from "../../wire/owning";
import { Refusal } from "../parts/Asked";
import { Input, Select } from "../parts/Fields";
import { Form } from "../parts/Form";
import { useRules } from "../rules/Rules";
import { choicesOf } from "../rules/rule";
import { useShown } from "../rules/useShown";
import { drawnShape } from "./drawing";
import { blankGround, type Ground, GroundFields, groundOf } from "./Ground";

interface What {
  category: string;
  unit: number;
  reason: string;
}

interface Props {
  /** The one to correct; null writes down a new one. */
  precedent: Precedent | null;
  onDone: () => void;
}

/** Only what was drawn can be drawn anew; places and cells are as the gazetteer and the boundaries say. */
function wasDrawn({ place, cell }: Precedent): boolean {
  return place === null && cell === null;
}

function useForm(precedent: Precedent | null) {
  const [ground, setGround] = useState<Ground>(() => blankGround(precedent));
  const [what, setWhat] = useState<What>({
    category: precedent?.category ?? "",
    unit: precedent?.unit ?? 0,
    reason: "",
  });
  const isSaid = what.category !== "" && what.unit > 0 && what.reason.trim() !== "";
  const given = groundOf(ground);
  const send = () => {
    if (!precedent) return owningApi.add({ ...given, ...what });
    const drawn = ground.drawing ? drawnShape(ground.drawing) : null;
    const anew = wasDrawn(precedent) ? { name: ground.name.trim(), ...drawn } : {};
    return owningApi.change(precedent.id, { ...what, ...anew });
  };
  const isRedrawn = !ground.drawing || drawnShape(ground.drawing) !== null;
  const isReady = isSaid && (precedent ? isRedrawn : given !== null);
  return { ground, setGround, what, setWhat, send, isReady };
}

export function PrecedentForm({ precedent, onDone }: Props) {
  const { ground, setGround, what, setWhat, send, isReady } = useForm(precedent);
  const queries = useQueryClient();
  const toasts = useToasts();
  const shown = useShown<HTMLFormElement>();
  const save = useMutation({
    mutationFn: send,
    onSuccess: () => {
      toasts.say(words.owning.saved);
      void queries.invalidateQueries({ queryKey: ["owning"] });
      onDone();
    },
  });
  return (
    <Form
      refused={save.error}
      ref={shown}
      className="rule-form"
      data-precedent-form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !save.isPending) save.mutate();
      }}
    >
      <h3 className="wide">{precedent ? words.owning.changeTitle(precedent.name) : words.owning.addTitle}</h3>
      {precedent ? <p className="wide quiet">{words.owning.changeWhat}</p> : null}
      {!precedent || wasDrawn(precedent) ? (
        <GroundFields ground={ground} onChange={setGround} isNew={!precedent} />
      ) : null}
      <WhatFields what={what} set={(change) => setWhat((held) => ({ ...held, ...change }))} />
      <div className="wide">
        <Refusal />
        <button type="submit" className="button primary" aria-disabled={!isReady || save.isPending}>
          {save.isPending ? text.act.sending : words.owning.save}
        </button>{" "}
        <button type="button" className="button" onClick={onDone}>
          {text.act.cancel}
        </button>
      </div>
    </Form>
  );
}

/** Category, owner and reason: what every precedent says. */
function WhatFields({ what, set }: { what: What; set: (change: Partial<What>) => void }) {
  const known = useRules().data;
  return (
    <>
      <label className="field">
        <span className="field-label">{words.owning.category}</span>
        <Select
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
        </Select>
      </label>
      <label className="field">
        <span className="field-label">{words.owning.unit}</span>
        <Select
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
        </Select>
      </label>
      <label className="field wide">
        <span className="field-label">{words.owning.reason}</span>
        <Input
          name="reason"
          maxLength={300}
          value={what.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </label>
    </>
  );
}
