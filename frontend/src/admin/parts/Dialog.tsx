/** A question that has to be answered before anything else: Esc says no, the Enter that confirms pinyin says nothing. */
import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { isComposing } from "../../look/composing";
import { text } from "../../text";
import { Refusal } from "./Asked";
import { Form } from "./Form";

interface Props {
  title: string;
  children?: ReactNode;
  /** The words of the one filled button. */
  confirm: string;
  isReady?: boolean;
  isSending?: boolean;
  isDanger?: boolean;
  /** As wide as a table needs. */
  isWide?: boolean;
  /** What leaving it is called, where nothing is called off any more. */
  leave?: string;
  /** Something that is only told: there is nothing to call off. */
  isTold?: boolean;
  /** What it was refused for: said at its end, and beside the fields that are named. */
  refused?: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

export function Dialog(props: Props) {
  const { title, children, confirm, isReady = true, isSending = false, isDanger = false } = props;
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Opened before a field that was refused asks for the focus: opening gives it to the first.
  useLayoutEffect(() => box.current?.showModal(), []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !isSending) props.onConfirm();
  }
  return (
    <dialog
      ref={box}
      className={props.isWide ? "dialog wide" : "dialog"}
      aria-labelledby={heading}
      onClose={props.onClose}
      // Keys of the page behind are not these.
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter" && isComposing(event)) event.preventDefault();
      }}
    >
      <Form refused={props.refused ?? null} onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        {children}
        <Refusal />
        <div className="dialog-end">
          <button
            type="submit"
            className={isDanger ? "button danger" : "button primary"}
            aria-disabled={!isReady || isSending}
            data-confirm
          >
            {isSending ? text.act.sending : confirm}
          </button>
          {props.isTold ? null : (
            <button type="button" className="button" onClick={() => box.current?.close()}>
              {props.leave ?? text.act.cancel} <kbd>Esc</kbd>
            </button>
          )}
        </div>
      </Form>
    </dialog>
  );
}
