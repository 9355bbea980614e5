/** Many sensitive words at once, pasted from a sheet: one a line, then perhaps what to say instead, and why. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { words } from "../../text/admin";
import { closingApi } from "../../wire/closing";
import { Dialog } from "../parts/Dialog";
import { TextArea, TextLine } from "../parts/Fields";

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
      refused={paste.error}
      onConfirm={() => paste.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{told.pasteWhat}</p>
      <TextArea name="text" label={told.pasteList} value={list} rows={10} onChange={setList} />
      <TextLine name="reason" label={told.pasteReason} value={reason} maxLength={200} onChange={setReason} />
    </Dialog>
  );
}
