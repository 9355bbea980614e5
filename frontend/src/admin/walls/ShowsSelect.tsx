/** What a wall shows beside its figures: how tickets stand now, where they came from, or one after the other. */
import { words as wall } from "../../text/wall";
import type { Shows } from "../../wire/wall";
import { Select } from "../parts/Fields";

const ALL: readonly Shows[] = ["now", "heat", "both"];

interface Props {
  shows: Shows;
  onChange: (shows: Shows) => void;
  label: string;
}

export function ShowsSelect({ shows, onChange, label }: Props) {
  return (
    <Select
      name="shows"
      aria-label={label}
      value={shows}
      onChange={(event) => onChange(ALL.find((each) => each === event.target.value) ?? "now")}
    >
      {ALL.map((each) => (
        <option key={each} value={each}>
          {wall.page.showsWhat[each]}
        </option>
      ))}
    </Select>
  );
}
