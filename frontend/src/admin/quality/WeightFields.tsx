/** The weights of the locating, one by one, with what each is and what the program's own is. */
import { word } from "../../text";
import { words } from "../../text/admin";
import { Input } from "../parts/Fields";
import { RefusablePart } from "../parts/Form";
import { flat, isFactor, isSameWeights, type WeightDraft, type Weights, weightFault } from "./weights";

interface Props {
  draft: WeightDraft;
  own: Weights;
  readOnly: boolean;
  onChange: (draft: WeightDraft) => void;
}

const told = words.settings;

export function WeightFields({ draft, own, readOnly, onChange }: Props) {
  const usual = flat(own);
  return (
    <details className="weights" data-weights>
      <summary>
        {told.weights}{" "}
        <span className="quiet">{isSameWeights(draft, own) ? told.asProgram : told.notAsProgram}</span>
      </summary>
      <p className="quiet">{told.weightsLead}</p>
      <RefusablePart of="weights">
        {Object.keys(usual).map((name) => (
          <Weight
            key={name}
            {...{ name, readOnly }}
            typed={draft[name] ?? ""}
            usual={usual[name] ?? ""}
            onChange={(typed) => onChange({ ...draft, [name]: typed })}
          />
        ))}
      </RefusablePart>
      {readOnly || isSameWeights(draft, own) ? null : (
        <button type="button" className="button small" data-own-weights onClick={() => onChange(usual)}>
          {told.takeOwnWeights}
        </button>
      )}
    </details>
  );
}

interface WeightProps {
  name: string;
  typed: string;
  usual: string;
  readOnly: boolean;
  onChange: (typed: string) => void;
}

function Weight({ name, typed, usual, readOnly, onChange }: WeightProps) {
  const [group = "", key] = name.split(".");
  const fault = weightFault(name, typed);
  return (
    <label className="setting">
      <span className="setting-name">
        {key === undefined ? word(told.weightNames, group) : word(told.trusts, key)}
      </span>
      <Input
        name={name}
        inputMode="decimal"
        autoComplete="off"
        readOnly={readOnly}
        value={typed}
        fault={fault}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="quiet">
        {key === undefined ? word(told.weightHints, group) : word(told.trustHints, key)}
        {told.usual(usual, isFactor(name))}
      </span>
    </label>
  );
}
