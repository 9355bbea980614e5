/**
 * The sections at the left, under their headings; `/` looks among them. It folds away where a map wants the room, and
 * stays folded.
 */
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { isComposing } from "../look/composing";
import { useKey } from "../seat/keys";
import { words } from "../text/admin";
import type { Section } from "./address";
import { writeAddress } from "./address";
import { useAdmin } from "./context";
import { called } from "./finding";
import { keepFolded, wasFolded } from "./folding";
import { type OpenGroup, openGroups } from "./sections";

export function Navigation() {
  const { may } = useAdmin();
  const [isFolded, setFolded] = useState(wasFolded);
  const [typed, setTyped] = useState("");
  const finder = useRef<HTMLInputElement>(null);
  function fold(): void {
    keepFolded(!isFolded);
    setFolded(!isFolded);
  }
  useKey("/", () => {
    if (isFolded) flushSync(() => setFolded(false));
    finder.current?.focus();
  });
  const shown = called(openGroups(may), typed);
  return (
    <nav className="sections" aria-label={words.title} data-folded={isFolded}>
      {isFolded ? null : (
        <>
          <Finder box={finder} typed={typed} first={shown[0]?.sections[0]} onType={setTyped} />
          {shown.map((open) => (
            <SectionGroup key={open.group} open={open} />
          ))}
        </>
      )}
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

interface FinderProps {
  box: RefObject<HTMLInputElement | null>;
  typed: string;
  /** Where Enter leads. */
  first: Section | undefined;
  onType: (typed: string) => void;
}

function Finder({ box, typed, first, onType }: FinderProps) {
  const { go } = useAdmin();
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === "Enter" && typed.trim() && first) {
      go({ at: first, tab: null, version: null, place: null, profile: null });
      onType("");
    } else if (event.key === "Escape") {
      onType("");
      box.current?.blur();
    } else return;
    event.preventDefault();
  }
  return (
    <input
      ref={box}
      className="input sections-find"
      type="search"
      placeholder={words.find}
      aria-label={words.find}
      aria-keyshortcuts="/"
      maxLength={20}
      autoComplete="off"
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
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
  const start = { at: section, tab: null, version: null, place: null, profile: null };
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
