/** A value at rest: the first change counts at once, those that follow quickly only when they end. */
import { useEffect, useRef, useState } from "react";

/** While arrows run over a list or a map, what is only passed by is not asked for. */
export function useAtRest<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  const lastMove = useRef(0);
  useEffect(() => {
    const now = performance.now();
    const isRunning = now - lastMove.current < milliseconds;
    lastMove.current = now;
    if (!isRunning) return setRested(value);
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
