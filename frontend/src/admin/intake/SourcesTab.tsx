/** The sources one below the other; another is opened here, and its secrets are shown this once. */
import { useState } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/intake";
import type { IntakeOverview } from "../../wire/intake";
import { useAdmin } from "../context";
import { Once } from "../parts/Once";
import { OpenSource } from "./SourceDialogs";
import { SourcePart } from "./SourcePart";
import type { Secret } from "./secret";

export function SourcesTab({ known }: { known: IntakeOverview }) {
  const { may } = useAdmin();
  const [isOpening, setOpening] = useState(false);
  const [shown, setShown] = useState<readonly Secret[]>([]);
  const [first] = shown;
  return (
    <div role="tabpanel" className="tab-body" data-sources>
      <div className="page-head">
        <p className="quiet">{words.lead}</p>
        {may.makeKeys ? (
          <button type="button" className="button primary" data-open-source onClick={() => setOpening(true)}>
            {words.open}
          </button>
        ) : null}
      </div>
      {known.sources.length === 0 ? (
        <Face title={words.none} hint={words.noneHint} />
      ) : (
        known.sources.map((source) => <SourcePart key={source.id} source={source} onSecrets={setShown} />)
      )}
      {isOpening ? (
        <OpenSource
          profiles={known.profiles.map(({ name }) => name)}
          onMade={(secrets) => {
            setOpening(false);
            setShown(secrets);
          }}
          onClose={() => setOpening(false)}
        />
      ) : null}
      {first ? (
        <Once key={first.secret} {...first} kept={words.kept} onClose={() => setShown(shown.slice(1))} />
      ) : null}
    </div>
  );
}
