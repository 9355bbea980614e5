/** A matter of one of the two lists shared with the police as a form: added, put right, or ended by its last day. */
import { words } from "../../text/owning";
import { type Matter, type MatterInput, type RulesOverview, rulesApi } from "../../wire/owning";
import { OneOf, TextLine } from "../parts/Fields";
import { DatedForm } from "./DatedForm";
import { choicesOf } from "./rule";

export const LISTS = ["to_police", "from_police"] as const;

interface Props {
  matter: Matter | null;
  known: RulesOverview;
  onDone: () => void;
}

function blank(matter: Matter | null): MatterInput {
  return {
    list: matter?.list ?? "to_police",
    matter: matter?.matter ?? "",
    category: matter?.category ?? null,
    valid_from: matter?.valid_from ?? "",
    valid_until: matter?.valid_until ?? null,
    note: matter?.note ?? null,
    reason: "",
  };
}

export function MatterForm({ matter, known, onDone }: Props) {
  return (
    <DatedForm
      name="matter"
      blank={blank(matter)}
      isWhole={(form) => form.matter !== ""}
      save={(form) => rulesApi.keepMatter(matter?.id ?? null, form)}
      onDone={onDone}
    >
      {(form, set) => (
        <>
          <OneOf
            name="list"
            label={words.police.list}
            value={form.list}
            choices={LISTS.map((list) => ({ value: list, label: words.rules.lists[list] }))}
            onChange={(list) => set({ list: list as MatterInput["list"] })}
          />
          <TextLine
            name="matter"
            label={words.police.matter}
            value={form.matter}
            onChange={(matter) => set({ matter })}
          />
          <OneOf
            name="category"
            label={words.police.category}
            value={form.category ?? ""}
            none={words.police.noCategory}
            choices={choicesOf("categories", known)}
            onChange={(category) => set({ category: category || null })}
          />
        </>
      )}
    </DatedForm>
  );
}
