/** How a list is to be read: source, datum, which column is what; tried first, then taken in. */
import { type FormEvent, useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import type { ListInspection, ListOptions, PlaceKind } from "../../wire/administration";
import { Check, Group, Select, TextLine } from "../parts/Fields";
import { RefusablePart } from "../parts/Form";
import { chosen, missingOf, optionsOf } from "./list";

interface Props {
  file: File;
  found: ListInspection;
  isSending: boolean;
  /** Whether these very options were tried on this file. */
  isTried: (options: ListOptions) => boolean;
  onSend: (options: ListOptions) => void;
}

const DATUMS = ["wgs84", "cgcs2000", "gcj02", "bd09", "cgcs2000_gk_cm120", "cgcs2000_gk_zone40"] as const;
const KINDS = Object.keys(text.placeKind) as PlaceKind[];

export function ListForm({ file, found, isSending, isTried, onSend }: Props) {
  const [source, setSource] = useState(file.name.replace(/\.[a-z]+$/i, "").slice(0, 60));
  const [datum, setDatum] = useState<string>("wgs84");
  const [mapping, setMapping] = useState<Record<string, string>>(found.mapping);
  const [kind, setKind] = useState<PlaceKind | "">("");
  const [isGoodOnly, setGoodOnly] = useState(true);
  const missing = missingOf(mapping, kind, found.missing);
  const options = optionsOf({ source, datum, mapping, kind, isGoodOnly, file, found });
  const isReady = missing.length === 0 && source.trim() !== "";
  const wasTried = isReady && isTried(options);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !isSending) onSend(wasTried ? options : { ...options, dry_run: true });
  }
  return (
    <form className="layer-form" data-list-form onSubmit={submit}>
      <Columns {...{ found, mapping }} onChange={setMapping} />
      <div className="list-options">
        <TextLine
          name="source"
          label={words.lists.source}
          value={source}
          maxLength={60}
          onChange={setSource}
        />
        <label className="field">
          <span className="field-label">{words.import.datum}</span>
          <Select name="datum" value={datum} onChange={(event) => setDatum(event.target.value)}>
            {DATUMS.map((each) => (
              <option key={each} value={each}>
                {word(words.import.datums, each)}
              </option>
            ))}
          </Select>
        </label>
        {mapping.kind ? null : (
          <label className="field">
            <span className="field-label">{words.lists.kindOfAll}</span>
            <Select
              name="kind"
              value={kind}
              onChange={(event) => setKind(event.target.value as PlaceKind | "")}
            >
              <option value="">{words.lists.chooseKind}</option>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {text.placeKind[each]}
                </option>
              ))}
            </Select>
          </label>
        )}
      </div>
      <Check name="mode" checked={isGoodOnly} onChange={(event) => setGoodOnly(event.target.checked)}>
        <span>
          {words.lists.goodOnly} <span className="quiet">{words.lists.goodOnlyHint}</span>
        </span>
      </Check>
      <div className="form-end">
        <button
          type="submit"
          className="button primary"
          data-list-send={wasTried ? "import" : "try"}
          aria-disabled={!isReady || isSending}
        >
          {wasTried ? words.lists.importNow : words.lists.tryNow}
        </button>
        <span className="quiet">
          {missing.length > 0
            ? words.import.missing(missing.map((field) => labelOf(found, field)).join(text.comma))
            : wasTried
              ? words.lists.triedHint
              : words.lists.tryHint}
        </span>
      </div>
    </form>
  );
}

function labelOf(found: ListInspection, field: string): string {
  return found.fields.find((each) => each.field === field)?.label ?? field;
}

interface ColumnsProps {
  found: ListInspection;
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

function Columns({ found, mapping, onChange }: ColumnsProps) {
  return (
    <Group name="mapping" label={words.import.columns} isPart>
      <div className="columns">
        <RefusablePart of="mapping">
          {found.fields.map(({ field, label }) => (
            <label key={field} className="column">
              <span>{label}</span>
              <Select
                name={field}
                data-field={field}
                value={mapping[field] ?? ""}
                onChange={(event) => onChange(chosen(mapping, field, event.target.value))}
              >
                <option value="">{words.import.noColumn}</option>
                {found.columns.map((column, index) => (
                  <option key={index} value={column}>
                    {column}
                  </option>
                ))}
              </Select>
            </label>
          ))}
        </RefusablePart>
      </div>
    </Group>
  );
}
