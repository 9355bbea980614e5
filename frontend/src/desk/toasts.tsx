/** Short words about what was just done, with an undo where there is one. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

interface Toast {
  id: number;
  words: string;
  undo?: { label: string; run: () => void };
}

interface Toasts {
  say(words: string, undo?: Toast["undo"]): void;
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
    (words: string, undo?: Toast["undo"]) => {
      last += 1;
      const id = last;
      setShown((all) => [...all.slice(-2), { id, words, ...(undo ? { undo } : {}) }]);
      setTimeout(() => drop(id), undo ? UNDO_MS : SHOWN_MS);
    },
    [drop],
  );
  const toasts = useMemo(() => ({ say }), [say]);
  return (
    <ToastContext value={toasts}>
      {children}
      <div className="toasts" role="status">
        {shown.map((toast) => (
          <div key={toast.id} className="toast">
            {toast.words}
            {toast.undo ? (
              <button
                type="button"
                className="link"
                onClick={() => {
                  toast.undo?.run();
                  drop(toast.id);
                }}
              >
                {toast.undo.label}
              </button>
            ) : null}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
