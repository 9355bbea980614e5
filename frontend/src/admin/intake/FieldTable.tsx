/** What the hotline calls each of our fields and what its codes mean, under headings; with `onChange` to be edited. */
import { words } from "../../text/intake";
import { Input } from "../parts/Fields";
import { Codes } from "./Codes";
import { codeSaid, type Edited, type Field, meanings, PARTS, REQUIRED } from "./mapping";

interface Props {
  edited: Edited;
  onChange?: (edited: Edited) => void;
}

export function FieldTable({ edited, onChange }: Props) {
  return (
    <div className="table-box">
      <table className="table intake-fields" data-fields>
        <thead>
          <tr>
            <th>{words.field}</th>
            <th>
              {words.names}
              {onChange ? <span className="quiet">({words.namesHint})</span> : null}
            </th>
            <th>{words.codes}</th>
          </tr>
        </thead>
        {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
          <tbody key={part}>
            <tr>
              <th colSpan={3} scope="rowgroup">
                {words.parts[part]}
              </th>
            </tr>
            {PARTS[part].map((field) => (
              <Row key={field} field={field} edited={edited} onChange={onChange} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  field: Field;
  edited: Edited;
  onChange: ((edited: Edited) => void) | undefined;
}

function Row({ field, edited, onChange }: RowProps) {
  const names = edited.names[field] ?? "";
  const codes = edited.codes[field] ?? [];
  const hasCodes = meanings(field) !== null;
  return (
    <tr data-field={field}>
      <td>
        {words.fields[field]}
        {REQUIRED.has(field) ? <span className="under">{words.required}</span> : null}
      </td>
      <td translate="no">
        {onChange ? (
          <Input
            name={field}
            aria-label={words.fieldLabel(words.fields[field])}
            maxLength={2000}
            value={names}
            onChange={(event) =>
              onChange({ ...edited, names: { ...edited.names, [field]: event.target.value } })
            }
          />
        ) : (
          names || <span className="quiet">{words.unmapped}</span>
        )}
      </td>
      <td>
        {hasCodes && onChange ? (
          <Codes
            field={field}
            codes={codes}
            onChange={(next) => onChange({ ...edited, codes: { ...edited.codes, [field]: next } })}
          />
        ) : (
          <span className="intake-chips">
            {codes.map((code) => (
              <span key={code.code} className="chip">
                {codeSaid(field, code)}
              </span>
            ))}
          </span>
        )}
      </td>
    </tr>
  );
}
