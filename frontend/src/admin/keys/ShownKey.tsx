/** The new key, this once: copied, then gone from the page for good. */
import { useEffect, useRef, useState } from "react";
import { words } from "../../text/admin";
import type { NewApiKey } from "../../wire/administration";

/** What a key opens, to try it with. */
const ADDRESS = { features: "/ogc/collections", metrics: "/metrics" } as const;

/** Copies by the clipboard, which exists on secure addresses only; else what is selected, as one would by hand. */
async function copy(box: HTMLInputElement): Promise<boolean> {
  box.select();
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(box.value);
    return true;
  }
  return document.execCommand("copy");
}

export function ShownKey({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
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
      aria-labelledby="shown-key"
      onClose={onClose}
      // It is shown once: Esc does not lose it by mistake.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="shown-key">{words.keys.shownTitle(made.key.name)}</h2>
      <p>{words.keys.shownOnce}</p>
      <div className="secret">
        <input
          ref={box}
          className="input code"
          readOnly
          aria-label={words.keys.title}
          data-secret
          value={made.token}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="button primary" onClick={() => void onCopy()}>
          {words.keys.copy}
        </button>
      </div>
      <p className="quiet">{words.keys.howToUse}</p>
      <pre className="example">{`curl -H "X-API-Key: $KEY" ${location.origin}${ADDRESS[made.key.scope]}`}</pre>
      <div className="dialog-end">
        <button type="button" className="button" data-done onClick={() => dialog.current?.close()}>
          {words.keys.kept}
        </button>
        <span role="status" className="quiet">
          {said}
        </span>
      </div>
    </dialog>
  );
}
