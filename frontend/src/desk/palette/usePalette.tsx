/** Ctrl K opens the palette; its code comes then. */
import { lazy, type ReactNode, useCallback, useEffect, useState } from "react";
import { isComposing } from "../../look/composing";
import { Late } from "../../look/Late";

const Palette = lazy(() => import("./Palette").then((found) => ({ default: found.Palette })));

export function usePalette(): { open: () => void; palette: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyK";
      if (!isAsked || isComposing(event)) return;
      event.preventDefault();
      setOpen((held) => !held);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const palette = isOpen ? (
    <Late waiting={null} isSmall>
      <Palette onClose={close} />
    </Late>
  ) : null;
  return { open, palette };
}
