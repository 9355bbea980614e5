/** A question to the service for a page that needs the network anyway: its answer, or why there is none. */
import { useEffect, useState } from "react";
import { asProblem, type Problem } from "../../wire/problem";

interface Asked<T> {
  data: T | null;
  error: Problem | null;
}

/** `ask` is one that stays the same, or the question is asked again. */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ data: null, error: null });
  useEffect(() => {
    let isHere = true;
    ask().then(
      (data) => isHere && setAsked({ data, error: null }),
      (error: unknown) => isHere && setAsked({ data: null, error: asProblem(error) }),
    );
    return () => {
      isHere = false;
    };
  }, [ask]);
  return asked;
}
