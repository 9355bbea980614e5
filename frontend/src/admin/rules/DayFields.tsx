/** First day, first day without it, and why: what every dated entry asks for. */
import { words } from "../../text/owning";
import { Input } from "../parts/Fields";

export interface Dated {
  valid_from: string;
  valid_until?: string | null;
  reason: string;
}

interface Props {
  form: Dated;
  set: (change: Partial<Dated>) => void;
}

export function DayFields({ form, set }: Props) {
  return (
    <>
      <label className="field">
        <span className="field-label">{words.rules.validFrom}</span>
        <Input
          type="date"
          name="valid_from"
          value={form.valid_from}
          onChange={(event) => set({ valid_from: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.rules.validUntil}</span>
        <Input
          type="date"
          name="valid_until"
          value={form.valid_until ?? ""}
          onChange={(event) => set({ valid_until: event.target.value || null })}
        />
      </label>
      <label className="field wide">
        <span className="field-label">{words.powers.reason}</span>
        <Input
          name="reason"
          maxLength={300}
          value={form.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </label>
    </>
  );
}
