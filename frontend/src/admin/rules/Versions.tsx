/** The versions of the rules at the left, the one in hand beside: read, or as a draft edited, tried and activated. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { type RulesOverview, type RuleVersion, type RuleVersionDetail, rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { Draft } from "./Draft";
import { RuleTable } from "./RuleTable";
import { TrialResult } from "./TrialResult";

export function Versions({ known }: { known: RulesOverview }) {
  const { address, may } = useAdmin();
  const { versions } = known;
  const chosen =
    versions.find(({ version }) => version === address.version) ??
    versions.find(({ state }) => state === "active") ??
    versions[0];
  return (
    <div role="tabpanel" className="tab-body rules-split" data-rules>
      <nav className="rules-versions" aria-label={words.rules.versions}>
        {may.keep && chosen ? <Begin base={chosen.version} /> : null}
        <div className="rows">
          {versions.map((version) => (
            <VersionRow key={version.version} version={version} isChosen={version === chosen} />
          ))}
        </div>
      </nav>
      {chosen ? (
        <Chosen key={chosen.version} version={chosen} known={known} />
      ) : (
        <Face title={words.rules.none} />
      )}
    </div>
  );
}

function VersionRow({ version, isChosen }: { version: RuleVersion; isChosen: boolean }) {
  const { go } = useAdmin();
  const since = version.activated_at ?? version.created_at;
  return (
    <button
      type="button"
      className="row"
      aria-current={isChosen ? "true" : undefined}
      data-version={version.version}
      onClick={() => go({ version: version.version })}
    >
      <span className="row-name">{words.rules.version(version.version)}</span>
      <span className="row-aside">{words.rules.states[version.state]}</span>
      <span className="row-note" title={version.note}>
        {version.note}
      </span>
      <span className="row-facts">
        {version.starts_at
          ? words.rules.scheduledFor(moment(version.starts_at))
          : [moment(since), words.rules.count(version.rules)].join(text.dot)}
      </span>
    </button>
  );
}

function Begin({ base }: { base: number }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const begin = useMutation({
    mutationFn: (note: string) => rulesApi.begin(note, base),
    onSuccess: ({ version }) => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: ["rules"] });
      go({ version });
    },
  });
  return (
    <>
      <button type="button" className="button small" data-begin onClick={() => setAsking(true)}>
        {words.rules.begin}
      </button>
      {isAsking ? (
        <ReasonDialog
          name="note"
          title={words.rules.beginTitle}
          confirm={words.rules.begin}
          what={words.rules.beginWhat(base)}
          sending={begin}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function Chosen({ version, known }: { version: RuleVersion; known: RulesOverview }) {
  const found = useQuery({
    queryKey: ["rules", "version", version.version],
    queryFn: () => rulesApi.version(version.version),
  });
  return (
    <Asked found={found}>
      {(detail) => (
        <section>
          <Faces detail={detail} />
          {detail.state === "draft" || detail.state === "scheduled" ? (
            <Draft key={detail.revision} detail={detail} known={known} />
          ) : (
            <Kept detail={detail} known={known} />
          )}
        </section>
      )}
    </Asked>
  );
}

function Faces({ detail }: { detail: RuleVersionDetail }) {
  return (
    <>
      {detail.held_back ? (
        <p className="notice bad" role="status">
          {words.rules.heldBack(detail.held_back)}
        </p>
      ) : null}
      {detail.faults.length > 0 ? (
        <div className="notice" role="status" data-faults>
          <strong>{words.rules.faults}</strong>
          <ul>
            {detail.faults.map((fault) => (
              <li key={`${fault.ordinal}.${fault.field}.${fault.says}`}>
                {fault.ordinal ? `${fault.ordinal}「${fault.name}」` : ""}
                {fault.says}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

/** A version that is or was in force: to be read, and brought back. */
function Kept({ detail, known }: { detail: RuleVersionDetail; known: RulesOverview }) {
  const { may } = useAdmin();
  return (
    <>
      <div className="rules-head">
        <h3>{words.rules.version(detail.version)}</h3>
        <span className="chip">{words.rules.states[detail.state]}</span>
        <span className="quiet">
          {[detail.note, detail.activated_by, detail.activated_at ? moment(detail.activated_at) : ""]
            .filter(Boolean)
            .join(text.dot)}
        </span>
        <span className="gap" />
        {may.keep && detail.state === "retired" ? <BringBack version={detail.version} /> : null}
      </div>
      <TrialResult trial={detail.trial} />
      <RuleTable rules={detail.listed} known={known} trial={detail.trial} />
    </>
  );
}

function BringBack({ version }: { version: number }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const back = useMutation({
    mutationFn: (note: string) => rulesApi.bringBack(version, note),
    onSuccess: (made) => {
      setAsking(false);
      toasts.say(words.rules.broughtBack(made.version));
      void queries.invalidateQueries({ queryKey: ["rules"] });
      go({ version: made.version });
    },
  });
  return (
    <>
      <button type="button" className="button small" data-bring-back onClick={() => setAsking(true)}>
        {words.rules.bringBack}
      </button>
      {isAsking ? (
        <ReasonDialog
          name="note"
          title={words.rules.bringBack}
          confirm={words.rules.bringBack}
          what={words.rules.bringBackWhat(version)}
          sending={back}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
