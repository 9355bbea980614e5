/** A part of the ticket panel with its small heading. */
import type { ReactNode } from "react";

interface Props {
  title: string;
  name: string;
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, name, aside, children }: Props) {
  return (
    <section className="section" data-section={name}>
      <h3 className="section-title">
        {title}
        {aside ? <span className="section-aside">{aside}</span> : null}
      </h3>
      {children}
    </section>
  );
}
