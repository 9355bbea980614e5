/**
 * A store's word, passed on at once after a rest and then only every so often: for numbers that people glance at while
 * they work with something else.
 */
type Subscribe = (tell: () => void) => () => void;

export function calmly(subscribe: Subscribe, milliseconds: number): Subscribe {
  return (tell) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = Number.NEGATIVE_INFINITY;
    const pass = () => {
      timer = null;
      last = performance.now();
      tell();
    };
    const hear = () => {
      if (timer !== null) return;
      const rest = last + milliseconds - performance.now();
      if (rest > 0) timer = setTimeout(pass, rest);
      else pass();
    };
    const end = subscribe(hear);
    return () => {
      if (timer !== null) clearTimeout(timer);
      end();
    };
  };
}
