/** Many sensitive words at once, pasted from a sheet: one a line, then perhaps what to say instead, and why. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/admin";
import { closingApi } from "../../wire/closing";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";

export function PasteWords({ onClose }: { onClose: () => void }) {
  const [list, setList] = useState("");
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const toasts = useToasts();
  const told = words.closing;
  const paste = useMutation({
    mutationFn: () => closingApi.pasteWords(list, reason.trim()),
    onSuccess: ({ added, known }) => {
      toasts.say(told.pasted(added, known));
      void queries.invalidateQueries({ queryKey: ["closing-rules"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={told.paste}
      confirm={told.paste}
      isReady={list.trim() !== "" && reason.trim() !== ""}
      isSending={paste.isPending}
      onConfirm={() => paste.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{told.pasteWhat}</p>
      <label className="field">
        <span className="field-label">{told.pasteList}</span>
        <textarea
          className="input"
          name="text"
          rows={10}
          value={list}
          onChange={(event) => setList(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{told.pasteReason}</span>
        <input
          className="input"
          name="reason"
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Refusal error={paste.error} />
    </Dialog>
  );
}
