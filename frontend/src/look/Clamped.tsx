/** A person's words, cut after some lines with a way to read on: a very long text never hides what comes below it. */
import { useLayoutEffect, useRef, useState } from "react";
import { text } from "../text";
import { Marked } from "./Marked";

interface Props {
  words: string;
  className: string;
  /** Names in the words to set off. */
  names?: readonly string[];
}

const NONE: readonly string[] = [];

/** Whether the words are higher than the lines they are given, at the width they have now. */
function useIsCut(words: string) {
  const box = useRef<HTMLParagraphElement>(null);
  const [isCut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are measured anew.
  useLayoutEffect(() => {
    const held = box.current;
    if (!held) return;
    const measure = () => setCut((before) => isOver(held) || (before && !held.classList.contains("clamped")));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(held);
    return () => observer.disconnect();
  }, [words]);
  return { box, isCut };
}

function isOver(held: HTMLElement): boolean {
  return held.scrollHeight > held.clientHeight + 1;
}

export function Clamped({ words, className, names = NONE }: Props) {
  const [isWhole, setWhole] = useState(false);
  const { box, isCut } = useIsCut(words);
  return (
    <>
      <p ref={box} className={isWhole ? className : `${className} clamped`} lang="zh-CN">
        <Marked words={words} names={names} />
      </p>
      {isCut ? (
        <button
          type="button"
          className="link clamped-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? text.less : text.more}
        </button>
      ) : null}
    </>
  );
}
