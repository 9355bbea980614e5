/** The keys by what they are for, as a dialog: `?` opens, Esc closes. */
import { useCallback, useLayoutEffect, useRef } from "react";
import { type Taker, useTaker } from "../seat/keys";
import { text } from "../text";

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // No key reaches the desk behind; those that move within the dialog stay the browser's.
  const taker = useCallback<Taker>((key) => {
    if (key === "Escape") dialog.current?.close();
    return key !== "Tab" && key !== "Enter";
  }, []);
  useTaker(taker);
  return (
    <dialog ref={dialog} className="keys-help" onClose={onClose} aria-labelledby="keys-help-title">
      <h2 id="keys-help-title">{text.keys.title}</h2>
      <div className="keys-groups">
        {text.keys.groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="quiet">{text.keys.pinyin}</p>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {text.keys.close} <kbd>Esc</kbd>
      </button>
    </dialog>
  );
}
