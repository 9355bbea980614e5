/** A hotline's list from a file: which hotline, of which time, then compared at once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/upward";
import { type ReconciliationSource, type RunMade, upwardApi } from "../../wire/upward";
import { Dialog } from "../parts/Dialog";
import { Drop } from "../parts/Drop";
import { Input, Select } from "../parts/Fields";
import { forInput, fromInput } from "../parts/moments";

interface Props {
  sources: readonly ReconciliationSource[];
  onMade: (run: number) => void;
  onClose: () => void;
}

const DAY_MS = 86_400_000;

export function UploadList({ sources, onMade, onClose }: Props) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState(sources[0]?.id ?? "");
  const [since, setSince] = useState(() => new Date(Date.now() - DAY_MS).toISOString());
  const [until, setUntil] = useState(() => new Date().toISOString());
  const compare = useMutation({
    mutationFn: (chosen: File) => upwardApi.upload(chosen, { source, since, until, name: chosen.name }),
    onSuccess: (run) => {
      void queries.invalidateQueries({ queryKey: ["reconciliations"] });
      if (run.faults.length === 0) onMade(run.id);
    },
  });
  const made = compare.data;
  if (made && made.faults.length > 0) return <Faults made={made} onMade={onMade} onClose={onClose} />;
  return (
    <Dialog
      title={words.admin.upload}
      confirm={words.admin.begin}
      isSending={compare.isPending}
      isReady={file !== null && source.trim() !== ""}
      refused={compare.error}
      onConfirm={() => file && compare.mutate(file)}
      onClose={onClose}
    >
      <Drop
        label={file?.name ?? words.admin.uploadFile}
        hint={words.admin.uploadHint}
        accept=".csv,.txt,.xlsx,.xls"
        isBusy={compare.isPending}
        isSmall={file !== null}
        onFile={setFile}
      />
      <label className="field">
        <span className="field-label">{words.admin.sourceLabel}</span>
        <Select name="source" value={source} onChange={(event) => setSource(event.target.value)}>
          {sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <Moment name="since" label={words.admin.since} value={since} onChange={setSince} />
      <Moment name="until" label={words.admin.until} value={until} onChange={setUntil} />
    </Dialog>
  );
}

/** It was compared; what of the file could not be read comes first, for it is in no list afterwards. */
function Faults({
  made,
  onMade,
  onClose,
}: {
  made: RunMade;
  onMade: Props["onMade"];
  onClose: Props["onClose"];
}) {
  return (
    <Dialog
      title={words.admin.faults(made.faults.length)}
      confirm={words.admin.seeRun}
      isSending={false}
      isReady
      onConfirm={() => onMade(made.id)}
      onClose={onClose}
    >
      <ul data-list-faults>
        {made.faults.map((fault) => (
          <li key={`${fault.field}/${fault.reason}`}>{fault.field + text.colon + fault.reason}</li>
        ))}
      </ul>
    </Dialog>
  );
}

interface MomentProps {
  name: string;
  label: string;
  value: string;
  onChange: (instant: string) => void;
}

function Moment({ name, label, value, onChange }: MomentProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        type="datetime-local"
        name={name}
        required
        value={forInput(value)}
        onChange={(event) => {
          const instant = fromInput(event.target.value);
          if (instant) onChange(instant);
        }}
      />
    </label>
  );
}
