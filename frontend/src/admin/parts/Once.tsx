/** A secret, this once: copied, then gone from the page for good. Esc does not lose it by mistake. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { words } from "../../text/admin";

interface Props {
  title: string;
  what: string;
  /** The words of the button that puts it away. */
  kept: string;
  secret: string;
  onClose: () => void;
  children?: ReactNode;
}

/** Copies by the clipboard, which exists on secure addresses only; else what is selected, as one would by hand. */
async function copy(box: HTMLInputElement): Promise<boolean> {
  box.select();
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(box.value);
    return true;
  }
  return document.execCommand("copy");
}

export function Once({ title, what, kept, secret, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const heading = useId();
  const [said, setSaid] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const onCopy = async () => {
    const isCopied = box.current ? await copy(box.current).catch(() => false) : false;
    setSaid(isCopied ? words.keys.copied : words.keys.copyByHand);
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={heading}>{title}</h2>
      <p>{what}</p>
      <div className="secret">
        <input
          ref={box}
          className="input code"
          readOnly
          aria-label={title}
          data-secret
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="button primary" onClick={() => void onCopy()}>
          {words.keys.copy}
        </button>
      </div>
      {children}
      <div className="dialog-end">
        <button type="button" className="button" data-done onClick={() => dialog.current?.close()}>
          {kept}
        </button>
        <span role="status" className="quiet">
          {said}
        </span>
      </div>
    </dialog>
  );
}
