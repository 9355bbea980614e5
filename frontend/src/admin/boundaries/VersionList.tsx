/** Every version with its state in words; a new draft begins from one of them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { BoundaryList, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { Dialog } from "../parts/Dialog";
import { Input, Select } from "../parts/Fields";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";

interface Props {
  list: BoundaryList;
  chosen: number | null;
}

export function VersionList({ list, chosen }: Props) {
  const { may } = useAdmin();
  const [isMaking, setMaking] = useState(false);
  return (
    <nav className="versions" aria-label={words.boundaries.versions}>
      <ul className="rows">
        {list.versions.map((version) => (
          <li key={version.id}>
            <Line version={version} isChosen={version.id === chosen} />
          </li>
        ))}
      </ul>
      {may.keep ? (
        <div className="pair-end">
          <button type="button" className="button" data-new-draft onClick={() => setMaking(true)}>
            {words.boundaries.newDraft}
          </button>
        </div>
      ) : null}
      {isMaking ? <NewDraft list={list} onDone={() => setMaking(false)} /> : null}
    </nav>
  );
}

/** The instant that says most of a version: when it is or was to be in force, else when it was made. */
function whenWords(version: Version): string {
  if (version.state === "scheduled" && version.publish_at) {
    return words.boundaries.publishAt(moment(version.publish_at));
  }
  if (version.published_at) return words.boundaries.publishedAt(moment(version.published_at));
  return words.boundaries.madeAt(moment(version.created_at));
}

function Line({ version, isChosen }: { version: Version; isChosen: boolean }) {
  const { go } = useAdmin();
  const { rezoning } = version;
  return (
    <button
      type="button"
      className="row version"
      aria-current={isChosen ? "true" : undefined}
      data-version={version.id}
      data-state={version.state}
      onClick={() => go({ version: version.id, tab: null })}
    >
      <span className="row-name">{words.boundaries.versionNo(version.id)}</span>
      <span className={`row-aside state-${version.state}`}>{words.boundaries.states[version.state]}</span>
      {version.note ? (
        <span className="row-note" title={version.note}>
          {version.note}
        </span>
      ) : null}
      <span className="row-facts">
        {words.boundaries.counted(count(version.counts.cell), count(version.counts.police_grid))}
      </span>
      <span className="row-facts">{whenWords(version)}</span>
      {rezoning && rezoning.finished_at === null ? (
        <span className="row-facts">
          {words.boundaries.moving(count(rezoning.done), count(rezoning.total))}
        </span>
      ) : null}
    </button>
  );
}

function NewDraft({ list, onDone }: { list: BoundaryList; onDone: () => void }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const [basedOn, setBasedOn] = useState<number | null>(list.published ?? list.versions[0]?.id ?? null);
  const [note, setNote] = useState("");
  const make = useMutation({
    mutationFn: () => adminApi.makeDraft(basedOn, note.trim()),
    onSuccess: async (draft) => {
      await queries.invalidateQueries({ queryKey: ["boundaries"] });
      go({ version: draft.id, tab: null });
      onDone();
    },
  });
  return (
    <Dialog
      title={words.boundaries.newDraft}
      confirm={words.boundaries.make}
      isReady={note.trim() !== ""}
      isSending={make.isPending}
      refused={make.error}
      onConfirm={() => make.mutate()}
      onClose={onDone}
    >
      <p>{words.boundaries.newDraftWhat}</p>
      <label className="field">
        <span className="field-label">{words.boundaries.noteAsk}</span>
        <Input
          name="note"
          required
          autoFocus
          maxLength={200}
          autoComplete="off"
          placeholder={words.boundaries.noteHint}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.boundaries.basedOn}</span>
        <Select
          name="based_on"
          value={basedOn ?? ""}
          onChange={(event) => setBasedOn(event.target.value ? Number(event.target.value) : null)}
        >
          {list.versions.map((version) => (
            <option key={version.id} value={version.id}>
              {[words.boundaries.versionNo(version.id), words.boundaries.states[version.state], version.note]
                .filter(Boolean)
                .join(text.dot)}
            </option>
          ))}
          <option value="">{words.boundaries.blank}</option>
        </Select>
      </label>
    </Dialog>
  );
}
