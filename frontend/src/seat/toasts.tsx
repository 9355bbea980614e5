/** Short words about what was just done, with an undo where there is one. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { onModeKey, type Taker, useTaker } from "./keys";

interface Toast {
  id: number;
  words: string;
  /** What it is about: a newer toast about the same thing takes its place. */
  about?: number;
  undo?: { label: string; key: string; run: () => void };
}

interface Toasts {
  say(words: string, more?: Pick<Toast, "about" | "undo">): void;
}

const ToastContext = createContext<Toasts | null>(null);
const SHOWN_MS = 5_000;
const UNDO_MS = 10_000;
let last = 0;

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("useToasts outside of ToastProvider");
  return toasts;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Toast[]>([]);
  const drop = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback(
    (words: string, more: Pick<Toast, "about" | "undo"> = {}) => {
      last += 1;
      const id = last;
      const isKept = (toast: Toast) => more.about === undefined || toast.about !== more.about;
      setShown((all) => [...all.filter(isKept).slice(-2), { id, words, ...more }]);
      setTimeout(() => drop(id), more.undo ? UNDO_MS : SHOWN_MS);
    },
    [drop],
  );
  const toasts = useMemo(() => ({ say }), [say]);
  const newest = shown.findLast((toast) => toast.undo);
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts" role="status">
        {shown.map((toast) => (
          <Line key={toast.id} toast={toast} hasKey={toast === newest} onDone={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

interface LineProps {
  toast: Toast;
  /** The key undoes the newest only; older ones by the pointer. */
  hasKey: boolean;
  onDone: (id: number) => void;
}

function Line({ toast, hasKey, onDone }: LineProps) {
  const { undo } = toast;
  return (
    <div className={undo ? "toast undoable" : "toast"} data-toast={undo ? "undo" : "said"}>
      {toast.words}
      {undo ? <Undo id={toast.id} undo={undo} hasKey={hasKey} onDone={onDone} /> : null}
    </div>
  );
}

interface UndoProps {
  id: number;
  hasKey: boolean;
  undo: NonNullable<Toast["undo"]>;
  onDone: (id: number) => void;
}

function Undo({ id, undo, hasKey, onDone }: UndoProps) {
  const run = useCallback(() => {
    undo.run();
    onDone(id);
  }, [undo, onDone, id]);
  const taker = useCallback<Taker>(
    (key) => {
      if (key !== undo.key) return false;
      run();
      return true;
    },
    [undo.key, run],
  );
  // What was just said is what is meant, also where the open ticket has a use for the same letter.
  useTaker(hasKey ? taker : null, onModeKey);
  return (
    <button type="button" className="link" onClick={run}>
      {undo.label} {hasKey ? <kbd>{undo.key.toUpperCase()}</kbd> : null}
    </button>
  );
}
