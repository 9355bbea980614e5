/** The new key, this once, with an example of what it opens. */
import { words } from "../../text/admin";
import type { NewApiKey } from "../../wire/administration";
import { Once } from "../parts/Once";

/** What a key opens, to try it with. */
const ADDRESS = { features: "/ogc/collections", metrics: "/metrics" } as const;

export function ShownKey({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  return (
    <Once
      title={words.keys.shownTitle(made.key.name)}
      what={words.keys.shownOnce}
      kept={words.keys.kept}
      secret={made.token}
      onClose={onClose}
    >
      <p className="quiet">{words.keys.howToUse}</p>
      <pre className="example">{`curl -H "X-API-Key: $KEY" ${location.origin}${ADDRESS[made.key.scope]}`}</pre>
    </Once>
  );
}
