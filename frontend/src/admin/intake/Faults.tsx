/** What is to be looked at before a version comes in force. */
import { words } from "../../text/intake";
import type { ProfileVersion } from "../../wire/intake";

export function Faults({ version }: { version: ProfileVersion }) {
  if (version.faults.length === 0) return null;
  return (
    <div className="notice" role="status" data-faults>
      <strong>{words.look}</strong>
      <ul>
        {version.faults.map(({ field, says }) => (
          <li key={field + says}>{says}</li>
        ))}
      </ul>
    </div>
  );
}
