/** A power of a town as a form: added, put right, or taken back by its last day. */
import { words } from "../../text/owning";
import { type Power, type PowerInput, type RulesOverview, rulesApi } from "../../wire/owning";
import { OneOf, TextLine } from "../parts/Fields";
import { DatedForm } from "./DatedForm";
import { Many } from "./Many";
import { choicesOf } from "./rule";

interface Props {
  power: Power | null;
  known: RulesOverview;
  onDone: () => void;
}

function blank(power: Power | null): PowerInput {
  return {
    power: power?.power ?? "",
    categories: power?.categories ?? [],
    town: power?.town ?? "",
    bureau: power?.bureau ?? 0,
    valid_from: power?.valid_from ?? "",
    valid_until: power?.valid_until ?? null,
    note: power?.note ?? null,
    reason: "",
  };
}

function isWhole({ power, categories, town, bureau }: PowerInput): boolean {
  return power !== "" && categories.length > 0 && town !== "" && bureau > 0;
}

export function PowerForm({ power, known, onDone }: Props) {
  const bureaus = known.units.filter(({ kind }) => kind === "department");
  return (
    <DatedForm
      name="power"
      blank={blank(power)}
      isWhole={isWhole}
      save={(form) => rulesApi.keepPower(power?.id ?? null, form)}
      onDone={onDone}
    >
      {(form, set) => (
        <>
          <TextLine
            name="power"
            label={words.powers.power}
            value={form.power}
            onChange={(power) => set({ power })}
          />
          <Many
            name="categories"
            label={words.powers.categories}
            choices={choicesOf("categories", known)}
            values={form.categories}
            none={words.rules.choose}
            onChange={(categories) => set({ categories: categories ?? [] })}
          />
          <OneOf
            name="town"
            label={words.powers.town}
            value={form.town}
            none={words.rules.choose}
            choices={known.towns.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(town) => set({ town })}
          />
          <OneOf
            name="bureau"
            label={words.powers.bureau}
            value={form.bureau ? String(form.bureau) : ""}
            none={words.rules.choose}
            choices={bureaus.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(bureau) => set({ bureau: Number(bureau) })}
          />
        </>
      )}
    </DatedForm>
  );
}
