/** A form that opens above a long list comes into view by itself. */
import { type RefObject, useEffect, useRef } from "react";

export function useShown<Element extends HTMLElement>(): RefObject<Element | null> {
  const shown = useRef<Element>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return shown;
}
