/** A category as a form: where it hangs, what it asks for, what hotlines call it, its days. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as common } from "../../text/admin";
import { words } from "../../text/categories";
import {
  type CategoryEntry,
  type CategoryForm,
  categoriesApi,
  type NewCategory,
  type PlaceNeed,
} from "../../wire/categories";
import { Dialog } from "../parts/Dialog";
import { Area, Check, Input, Select, TextLine } from "../parts/Fields";
import { categoriesChanged } from "./changed";
import { Day, Labelled } from "./Labelled";
import { counted } from "./themes";

type Form = Omit<NewCategory, "code"> & { code: string; reason: string; names: string };
const NEEDS = Object.keys(words.needs) as PlaceNeed[];
const EMPTY: Form = {
  ...{ code: "", path: "", place_need: "cell", evidence_required: false, signoff_required: false },
  ...{ names: "", valid_from: null, valid_until: null, reason: "" },
} as const;

interface Props {
  category: CategoryEntry | null;
  /** What a hotline wrote, where a category is made of it. */
  written?: string;
  onClose: () => void;
}

function formOf({ path, place_need, aliases, ...more }: CategoryEntry): Form {
  const { code, evidence_required, signoff_required, valid_from, valid_until } = more;
  return {
    ...{ code, path, place_need, evidence_required, signoff_required, valid_from, valid_until },
    ...{ names: aliases.join("\n"), reason: "" },
  };
}

function sent({ names, code: _code, reason, ...form }: Form): CategoryForm {
  const aliases = names.split("\n").filter((each) => each.trim() !== "");
  return { ...form, aliases, reason: reason.trim() };
}

export function CategoryDialog({ category, written = "", onClose }: Props) {
  const queries = useQueryClient();
  const [form, setForm] = useState<Form>(category ? formOf(category) : { ...EMPTY, path: written });
  const set = (change: Partial<Form>) => setForm((held) => ({ ...held, ...change }));
  const save = useMutation<unknown, Error>({
    mutationFn: () =>
      category
        ? categoriesApi.change(category.code, sent(form))
        : categoriesApi.add({ ...sent(form), code: form.code.trim() || null }),
    onSuccess: () => {
      categoriesChanged(queries);
      onClose();
    },
  });
  const uses = category ? counted(category.uses) : "";
  return (
    <Dialog
      title={category ? words.editTitle(category.path) : words.add}
      confirm={category ? common.save : words.add}
      isReady={form.path.trim() !== "" && (category === null || form.reason.trim() !== "")}
      isSending={save.isPending}
      refused={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {uses ? <p className="quiet">{words.touched(uses)}</p> : null}
      <Labelled
        label={words.path}
        hint={category && form.path !== category.path ? words.pathKept : words.pathHint}
      >
        <Input
          name="path"
          maxLength={150}
          autoComplete="off"
          value={form.path}
          onChange={(event) => set({ path: event.target.value })}
        />
      </Labelled>
      {category ? null : (
        <Labelled label={words.code} hint={words.codeHint}>
          <Input
            name="code"
            maxLength={30}
            autoComplete="off"
            value={form.code}
            onChange={(event) => set({ code: event.target.value })}
          />
        </Labelled>
      )}
      <Asks form={form} set={set} />
      <Called form={form} set={set} />
      {category ? (
        <TextLine
          name="reason"
          label={words.reason}
          maxLength={200}
          value={form.reason}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
    </Dialog>
  );
}

interface PartProps {
  form: Form;
  set: (change: Partial<Form>) => void;
}

/** What a ticket of it needs: how exact a place, and what at closing. */
function Asks({ form, set }: PartProps) {
  return (
    <>
      <Labelled label={words.need} hint={words.needHint[form.place_need]}>
        <Select
          name="place_need"
          value={form.place_need}
          onChange={(event) => set({ place_need: event.target.value as PlaceNeed })}
        >
          {NEEDS.map((need) => (
            <option key={need} value={need}>
              {words.needs[need]}
            </option>
          ))}
        </Select>
      </Labelled>
      <div className="two-fields">
        <Check
          name="evidence_required"
          checked={form.evidence_required}
          onChange={(event) => set({ evidence_required: event.target.checked })}
        >
          <span>
            {words.evidence} <span className="under">{words.evidenceHint}</span>
          </span>
        </Check>
        <Check
          name="signoff_required"
          checked={form.signoff_required}
          onChange={(event) => set({ signoff_required: event.target.checked })}
        >
          <span>
            {words.signoff} <span className="under">{words.signoffHint}</span>
          </span>
        </Check>
      </div>
    </>
  );
}

/** What hotlines call it, and from which day until which. */
function Called({ form, set }: PartProps) {
  return (
    <>
      <Labelled label={words.aliases} hint={words.aliasesHint}>
        <Area
          name="aliases"
          rows={2}
          value={form.names}
          onChange={(event) => set({ names: event.target.value })}
        />
      </Labelled>
      <div className="two-fields">
        <Day
          name="valid_from"
          label={words.from}
          hint={words.fromHint}
          value={form.valid_from}
          onChange={(valid_from) => set({ valid_from })}
        />
        <Day
          name="valid_until"
          label={words.until}
          hint={words.untilHint}
          value={form.valid_until}
          onChange={(valid_until) => set({ valid_until })}
        />
      </div>
    </>
  );
}
