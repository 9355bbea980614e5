/** The profiles: which one, its versions at the left, the one in hand beside: read, or as a draft edited and tried. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/intake";
import { type IntakeOverview, type IntakeProfile, intakeApi, type ProfileVersion } from "../../wire/intake";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { OneOf } from "../parts/Fields";
import { History } from "../parts/History";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { Draft } from "./Draft";
import { Faults } from "./Faults";
import { FieldTable } from "./FieldTable";
import { edited, LABELS, recorded } from "./mapping";
import { Trial } from "./Trial";

export function ProfilesTab({ known }: { known: IntakeOverview }) {
  const { address, go } = useAdmin();
  const used = known.profiles.find(({ sources }) => sources.length > 0) ?? known.profiles[0];
  const chosen = known.profiles.find((each) => each.name === address.profile);
  const name = (chosen ?? used)?.name;
  const found = useQuery({
    queryKey: ["intake", "profile", name],
    queryFn: () => intakeApi.profile(name ?? ""),
    enabled: name !== undefined,
  });
  if (name === undefined) return <Face title={words.none} hint={words.noneHint} />;
  return (
    <div role="tabpanel" className="tab-body rules-split" data-profiles={name}>
      <nav className="rules-versions" aria-label={words.versions}>
        {known.profiles.length > 1 ? (
          <OneOf
            name="profile"
            label={words.profile}
            value={name}
            onChange={(profile) => go({ profile, version: null })}
            choices={known.profiles.map((each) => ({ value: each.name, label: each.name }))}
          />
        ) : null}
        {found.data ? <Versions profile={found.data} known={known} /> : null}
      </nav>
      <Asked found={found}>{(profile) => <InHand key={profile.name} profile={profile} />}</Asked>
    </div>
  );
}

function chosenOf(profile: IntakeProfile, version: number | null): ProfileVersion | undefined {
  const { versions } = profile;
  return (
    versions.find((each) => each.version === version) ??
    versions.find(({ state }) => state === "active") ??
    versions[0]
  );
}

function Versions({ profile, known }: { profile: IntakeProfile; known: IntakeOverview }) {
  const { address, may, go } = useAdmin();
  const chosen = chosenOf(profile, address.version);
  const whose = known.sources
    .filter((source) => source.profile === profile.name)
    .map((source) => source.name)
    .join(words.separator);
  return (
    <>
      <p className="quiet">{whose ? words.usedBy(whose) : words.usedByNone}</p>
      {may.keep && chosen ? <Begin profile={profile.name} base={chosen.version} /> : null}
      <div className="rows">
        {profile.versions.map((version) => (
          <button
            key={version.version}
            type="button"
            className="row"
            aria-current={version === chosen ? "true" : undefined}
            data-version={version.version}
            onClick={() => go({ version: version.version })}
          >
            <span className="row-name">{words.version(version.version)}</span>
            <span className="row-aside">{words.states[version.state]}</span>
            <span className="row-note" title={version.note} translate="no">
              {version.note}
            </span>
            <span className="row-facts">{whenOf(version)}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function whenOf(version: ProfileVersion): string {
  const at = version.activated_at ?? (version.state === "draft" ? version.created_at : null);
  return [at ? moment(at) : "", version.activated_by ?? version.created_by].filter(Boolean).join(text.dot);
}

function Begin({ profile, base }: { profile: string; base: number }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const begin = useMutation({
    mutationFn: (note: string) => intakeApi.begin(profile, note, base),
    onSuccess: async ({ version }) => {
      setAsking(false);
      await queries.invalidateQueries({ queryKey: ["intake"] });
      go({ version });
    },
  });
  return (
    <>
      <button type="button" className="button small" data-begin onClick={() => setAsking(true)}>
        {words.begin}
      </button>
      {isAsking ? (
        <ReasonDialog
          name="note"
          title={words.beginTitle}
          confirm={words.begin}
          what={words.beginWhat(base)}
          sending={begin}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function InHand({ profile }: { profile: IntakeProfile }) {
  const { address, may } = useAdmin();
  const version = chosenOf(profile, address.version);
  if (!version) return <Face title={words.none} />;
  const isDraft = version.state === "draft" && may.keep;
  return (
    <section data-in-hand={version.version}>
      {isDraft ? (
        <Draft key={`${version.version}/${version.revision}`} profile={profile} version={version} />
      ) : (
        <Kept profile={profile} version={version} />
      )}
      <History
        about={`intake_profile:${profile.name}`}
        labels={LABELS}
        say={recorded}
        nameOf={() => profile.name}
      />
    </section>
  );
}

/** A version that is or was in force: to be read, and brought back. */
function Kept({ profile, version }: { profile: IntakeProfile; version: ProfileVersion }) {
  const { may } = useAdmin();
  return (
    <>
      <div className="rules-head">
        <h3>{words.version(version.version)}</h3>
        <span className="chip">{words.states[version.state]}</span>
        <span className="quiet" translate="no">
          {[version.note, whenOf(version)].filter(Boolean).join(text.dot)}
        </span>
        <span className="gap" />
        {may.keep && version.state === "retired" ? <BringBack profile={profile} version={version} /> : null}
      </div>
      <Faults version={version} />
      <Trial trial={version.tried} />
      <FieldTable edited={edited(version.mapping)} />
    </>
  );
}

function BringBack({ profile, version }: { profile: IntakeProfile; version: ProfileVersion }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const back = useMutation({
    mutationFn: (note: string) => intakeApi.bringBack(profile.name, version.version, note),
    onSuccess: async (made) => {
      setAsking(false);
      toasts.say(words.broughtBack(made.version));
      await queries.invalidateQueries({ queryKey: ["intake"] });
      await queries.invalidateQueries({ queryKey: ["kept-changes"] });
      go({ version: made.version });
    },
  });
  return (
    <>
      <button type="button" className="button small" data-bring-back onClick={() => setAsking(true)}>
        {words.bringBack}
      </button>
      {isAsking ? (
        <ReasonDialog
          name="note"
          title={words.bringBack}
          confirm={words.bringBack}
          what={words.bringBackWhat(version.version)}
          sending={back}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
