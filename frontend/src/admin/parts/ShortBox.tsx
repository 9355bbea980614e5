/** A table in a box that scrolls by itself, by the keyboard too. */
import type { ReactNode } from "react";

interface Props {
  label: string;
  children: ReactNode;
}

export function ShortBox({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard too.
    <section className="table-box scroll short" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
