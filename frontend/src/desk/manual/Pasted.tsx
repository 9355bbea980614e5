/** Pasted chat, read into the form's fields: a draft that the person checks; nothing is saved by it. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/scores";
import { asProblem } from "../../wire/problem";
import { type PastedDraft, scoresApi } from "../../wire/scores";

export function Pasted({ onRead }: { onRead: (found: PastedDraft) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [pasted, setPasted] = useState("");
  const read = useMutation({
    mutationFn: () => scoresApi.read(pasted),
    onSuccess: (found) => {
      onRead(found);
      setOpen(false);
      setPasted("");
    },
  });
  if (!isOpen) {
    return (
      <button type="button" className="button small" data-paste onClick={() => setOpen(true)}>
        {words.paste}
      </button>
    );
  }
  return (
    <div className="field" data-pasting>
      <label className="field-label" htmlFor="pasted">
        {words.paste}
      </label>
      <textarea
        id="pasted"
        className="input"
        rows={5}
        maxLength={20_000}
        placeholder={words.pasteHint}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      <button
        type="button"
        className="button small"
        data-read-pasted
        disabled={pasted.trim() === "" || read.isPending}
        onClick={() => read.mutate()}
      >
        {words.pasteRead}
      </button>
      {read.error ? <p className="problem">{asProblem(read.error).body.detail ?? text.act.offline}</p> : null}
    </div>
  );
}
