/** A change that wants a reason: said, then done. */
import { type ReactNode, useState } from "react";
import { words } from "../../text/admin";
import { Dialog } from "./Dialog";
import { Input } from "./Fields";

interface Props {
  title: string;
  confirm: string;
  what: string;
  isDanger?: boolean;
  /** What the service calls the reason. */
  name?: string;
  sending: { isPending: boolean; error: Error | null; mutate: (reason: string) => void };
  onClose: () => void;
  children?: ReactNode;
}

export function ReasonDialog({ name = "reason", sending, ...props }: Props) {
  const { title, confirm, what, isDanger, onClose, children } = props;
  const [reason, setReason] = useState("");
  return (
    <Dialog
      title={title}
      confirm={confirm}
      isDanger={isDanger}
      isReady={reason.trim() !== ""}
      isSending={sending.isPending}
      refused={sending.error}
      onConfirm={() => sending.mutate(reason.trim())}
      onClose={onClose}
    >
      <p>{what}</p>
      {children}
      <label className="field">
        <span className="field-label">{words.reason}</span>
        <Input
          name={name}
          required
          autoFocus
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
