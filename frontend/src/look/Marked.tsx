/** A person's words in which what was recognised is set off. */
import { Fragment } from "react";
import { pieces } from "./pieces";

export function Marked({ words, names }: { words: string; names: readonly string[] }) {
  return pieces(words, names).map((piece, index) =>
    piece.isNamed ? <mark key={index}>{piece.words}</mark> : <Fragment key={index}>{piece.words}</Fragment>,
  );
}
