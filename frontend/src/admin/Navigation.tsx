/** The sections at the left, under their headings. It folds away where a map wants the room, and stays folded. */
import { type MouseEvent, useState } from "react";
import { words } from "../text/admin";
import type { Section } from "./address";
import { writeAddress } from "./address";
import { useAdmin } from "./context";
import { keepFolded, wasFolded } from "./folding";
import { type OpenGroup, openGroups } from "./sections";

export function Navigation() {
  const { may } = useAdmin();
  const [isFolded, setFolded] = useState(wasFolded);
  function fold(): void {
    keepFolded(!isFolded);
    setFolded(!isFolded);
  }
  return (
    <nav className="sections" aria-label={words.title} data-folded={isFolded}>
      {isFolded ? null : openGroups(may).map((open) => <SectionGroup key={open.group} open={open} />)}
      <button
        type="button"
        className="sections-fold"
        aria-expanded={!isFolded}
        title={isFolded ? words.unfold : words.fold}
        data-fold
        onClick={fold}
      >
        <span aria-hidden="true">{isFolded ? "»" : "«"}</span>
        <span className={isFolded ? "visually-hidden" : undefined}>
          {isFolded ? words.unfold : words.fold}
        </span>
      </button>
    </nav>
  );
}

function SectionGroup({ open: { group, sections } }: { open: OpenGroup }) {
  const id = `sections-${group}`;
  return (
    <>
      <h2 className="sections-heading" id={id}>
        {words.groups[group]}
      </h2>
      <ul aria-labelledby={id}>
        {sections.map((section) => (
          <li key={section}>
            <SectionLink section={section} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A real link: it opens beside this page where somebody asks the browser for that. */
function SectionLink({ section }: { section: Section }) {
  const { address, go } = useAdmin();
  const start = { at: section, tab: null, version: null, place: null };
  function onClick(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(start);
  }
  return (
    <a
      className="section-link"
      href={writeAddress(start)}
      aria-current={address.at === section ? "page" : undefined}
      data-at={section}
      onClick={onClick}
    >
      {words.sections[section]}
    </a>
  );
}
