/** The inputs of a place: name, point (by hand or by a click on the map), error radius. New places and changes share it. */
import { type FormEvent, type ReactNode, useMemo } from "react";
import { isComposing } from "../../look/composing";
import { pointFeatures } from "../../map/features";
import { text } from "../../text";
import { words } from "../../text/admin";
import { Refusal } from "../parts/Asked";
import { Input } from "../parts/Fields";
import { Form } from "../parts/Form";
import { useOverlay, usePickedPoint, usePlan } from "../parts/plan";

export interface PlaceDraft {
  name: string;
  lon: string;
  lat: string;
  radius_m: string;
}

export interface PlaceValues {
  name: string;
  lon: number;
  lat: number;
  radius_m?: number;
}

/** The values of a draft; null while something is missing or no number. */
function valuesOf({ name, lon, lat, radius_m: radius }: PlaceDraft): PlaceValues | null {
  const numbers = [lon, lat].map((typed) => (typed.trim() === "" ? Number.NaN : Number(typed)));
  const [x = Number.NaN, y = Number.NaN] = numbers;
  if (name.trim() === "" || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (radius.trim() === "") return { name: name.trim(), lon: x, lat: y };
  const metres = Number(radius);
  return Number.isFinite(metres) && metres > 0
    ? { name: name.trim(), lon: x, lat: y, radius_m: metres }
    : null;
}

interface Props {
  title: string;
  draft: PlaceDraft;
  onChange: (draft: PlaceDraft) => void;
  confirm: string;
  isSending: boolean;
  error: Error | null;
  onSend: (values: PlaceValues) => void;
  onCancel: () => void;
  children?: ReactNode;
}

export function PlaceForm(props: Props) {
  const { title, draft, onChange, confirm, isSending, error, onSend, onCancel, children } = props;
  const { hasMap } = usePlan();
  const values = valuesOf(draft);
  const { lon, lat } = values ?? {};
  // By its numbers: what is laid over the map anew at each drawing would have the page drawn for ever.
  const point = useMemo(
    () => pointFeatures(lon === undefined || lat === undefined ? null : { lon, lat }),
    [lon, lat],
  );
  useOverlay("picked", point);
  usePickedPoint(({ lon, lat }) => onChange({ ...draft, lon: lon.toFixed(6), lat: lat.toFixed(6) }), true);
  const line = (name: keyof PlaceDraft, label: string, more: object = {}) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        name={name}
        autoComplete="off"
        value={draft[name]}
        onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        {...more}
      />
    </label>
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (values && !isSending) onSend(values);
  }
  return (
    <Form
      refused={error}
      className="detail"
      data-place-form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      <header className="detail-head">
        <h2>{title}</h2>
      </header>
      {children}
      {line("name", words.places.name, { maxLength: 60, autoFocus: true })}
      <div className="three">
        {line("lon", words.places.lon, { inputMode: "decimal" })}
        {line("lat", words.places.lat, { inputMode: "decimal" })}
        {line("radius_m", words.places.radiusAsk, {
          inputMode: "decimal",
          placeholder: words.places.usual,
        })}
      </div>
      <p className="quiet form-hint">{hasMap ? words.places.pointHint : words.places.pointHintNoMap}</p>
      <Refusal />
      <div className="form-end">
        <button type="submit" className="button primary" aria-disabled={!values || isSending}>
          {isSending ? text.act.sending : confirm}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {text.act.cancel}
        </button>
      </div>
    </Form>
  );
}
