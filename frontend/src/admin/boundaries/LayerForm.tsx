/** Which column holds what, in which datum the file is, and whether it replaces or merges: guessed, then confirmed. */
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import type { ColumnMapping, FileField, FileLayer, ImportOptions, Level } from "../../wire/administration";
import { Group, Select } from "../parts/Fields";
import { RefusablePart } from "../parts/Form";
import { useOverlay, usePlan } from "../parts/plan";
import { boxOfGeometry, collectionOf } from "./geometry";
import { datumsOf, FIELDS_OF, mappingOf, missingFields } from "./mapping";
import { Remarks } from "./Remarks";

interface Props {
  layer: FileLayer;
  /** The file has no other: some formats name it after a file that nobody keeps. */
  isAlone: boolean;
  level: Level;
  isSending: boolean;
  onSend: (options: ImportOptions) => void;
}

export function LayerForm({ layer, isAlone, level, isSending, onSend }: Props) {
  const [chosen, setChosen] = useState<ColumnMapping>({});
  const [datum, setDatum] = useState(layer.datum_guess ?? layer.datum ?? "");
  const [mode, setMode] = useState<ImportOptions["mode"]>("replace");
  const mapping = mappingOf(layer, level, chosen);
  const missing = missingFields(level, mapping);
  const isReady = missing.length === 0 && datum !== "";
  const choose = (field: FileField, column: string) =>
    setChosen((held) => ({ ...held, [field]: column || null }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !isSending) onSend({ layer: isAlone ? null : layer.name, datum, mapping, mode });
  }
  return (
    <form className="layer-form" data-layer-form onSubmit={submit}>
      <Datums layer={layer} datum={datum} onChange={setDatum} />
      <Remarks said={layer.remarks} />
      <Columns {...{ layer, level, mapping }} onChoose={choose} />
      <Group name="mode" label={words.import.mode} isPart>
        {(["replace", "merge"] as const).map((each) => (
          <label key={each} className="check-line">
            <input type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)} />
            <span>
              {words.import.modes[each]} <span className="quiet">{words.import.modeWhat[each]}</span>
            </span>
          </label>
        ))}
      </Group>
      <div className="form-end">
        <button
          type="submit"
          className="button primary"
          data-import-now
          aria-disabled={!isReady || isSending}
        >
          {words.import.now(words.boundaries.levels[level])}
        </button>
        {missing.length > 0 ? (
          <span className="quiet">
            {words.import.missing(missing.map((field) => words.import.fields[field]).join(text.comma))}
          </span>
        ) : null}
      </div>
    </form>
  );
}

interface ColumnsProps {
  layer: FileLayer;
  level: Level;
  mapping: ColumnMapping;
  onChoose: (field: FileField, column: string) => void;
}

function Columns({ layer, level, mapping, onChoose }: ColumnsProps) {
  return (
    <Group name="mapping" label={words.import.columns} isPart>
      <RefusablePart of="options.mapping">
        <table className="table">
          <tbody>
            {FIELDS_OF[level].map(({ field, isNeeded }) => (
              <ColumnLine
                key={field}
                {...{ field, isNeeded, layer }}
                column={mapping[field] ?? ""}
                onChange={(column) => onChoose(field, column)}
              />
            ))}
          </tbody>
        </table>
      </RefusablePart>
    </Group>
  );
}

interface ColumnLineProps {
  field: FileField;
  isNeeded: boolean;
  layer: FileLayer;
  column: string;
  onChange: (column: string) => void;
}

function ColumnLine({ field, isNeeded, layer, column, onChange }: ColumnLineProps) {
  const chosen = layer.columns.find((each) => each.name === column);
  return (
    <tr>
      <td className="nowrap">
        {words.import.fields[field]}
        {isNeeded ? null : <span className="field-need">{text.act.optional}</span>}
      </td>
      <td>
        <Select
          name={field}
          aria-label={words.import.fields[field]}
          data-field={field}
          value={column}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{words.import.noColumn}</option>
          {layer.columns.map((each) => (
            <option key={each.name} value={each.name}>
              {each.name}
            </option>
          ))}
        </Select>
      </td>
      <td className="quiet samples">{chosen?.samples.slice(0, 3).join(text.comma)}</td>
    </tr>
  );
}

interface DatumsProps {
  layer: FileLayer;
  datum: string;
  onChange: (datum: string) => void;
}

/** Each possible datum; the outline of the file is drawn over the district as the chosen one would put it. */
function Datums({ layer, datum, onChange }: DatumsProps) {
  const { hasMap, lookAt } = usePlan();
  const outline = layer.outlines[datum] ?? null;
  useOverlay(
    "outline",
    useMemo(() => (outline ? collectionOf([outline]) : null), [outline]),
    words.map.outline,
  );
  useEffect(() => {
    if (outline) lookAt(boxOfGeometry(outline), 15);
  }, [outline, lookAt]);
  return (
    <Group name="datum" label={words.import.datum} isPart>
      <p className="quiet">{hasMap ? words.import.datumHint : words.import.datumHintNoMap}</p>
      <div className="choices">
        {datumsOf(layer).map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="datum"
              value={each}
              checked={each === datum}
              onChange={() => onChange(each)}
            />
            <span>
              {word(words.import.datums, each)}
              {each === layer.datum ? <span className="field-need">{words.import.declared}</span> : null}
              {each === layer.datum_guess && each !== layer.datum ? (
                <span className="field-need">{words.import.guessed}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}
