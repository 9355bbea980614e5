/** A one-time password, shown once. */
import { words } from "../../text/telling";
import { Dialog } from "../parts/Dialog";

export function ShownPassword({ password, onClose }: { password: string; onClose: () => void }) {
  return (
    <Dialog title={words.shown} confirm={words.close} isTold onConfirm={onClose} onClose={onClose}>
      <p className="code" data-shown-password>
        {password}
      </p>
      <p className="quiet">{words.shownWhat}</p>
    </Dialog>
  );
}
