/** Pasted chat, read into the form's fields: a draft that the person checks; nothing is saved by it. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/scores";
import { asProblem } from "../../wire/problem";
import { type PastedDraft, scoresApi } from "../../wire/scores";
import { onPasted, takePasted } from "./pasting";

/** What was pasted onto the desk is read at once; where that fails it stands in the box, and nothing is lost. */
function useReading(onRead: (found: PastedDraft) => void) {
  const [isOpen, setOpen] = useState(false);
  const [pasted, setPasted] = useState("");
  const read = useMutation({
    mutationFn: (chat: string) => scoresApi.read(chat),
    onSuccess: (found) => {
      onRead(found);
      setOpen(false);
      setPasted("");
    },
    onError: (_, chat) => {
      setPasted(chat);
      setOpen(true);
    },
  });
  const take = useEffectEvent(() => {
    const chat = takePasted();
    if (chat !== null) read.mutate(chat);
  });
  useEffect(() => {
    take();
    return onPasted(() => take());
  }, []);
  return { isOpen, setOpen, pasted, setPasted, read };
}

export function Pasted({ onRead }: { onRead: (found: PastedDraft) => void }) {
  const { isOpen, setOpen, pasted, setPasted, read } = useReading(onRead);
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
        onClick={() => read.mutate(pasted)}
      >
        {words.pasteRead}
      </button>
      {read.error ? <p className="problem">{asProblem(read.error).body.detail ?? text.act.offline}</p> : null}
    </div>
  );
}
