/** One category in a line; opened, the rules that name it, one by one, and what was changed of it. */
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/categories";
import type { CategoryEntry } from "../../wire/categories";
import { count } from "../parts/figures";
import { History } from "../parts/History";
import { labels, saying } from "./saying";
import { type Act, counted, nameOf } from "./themes";
import { Uses } from "./Uses";

interface Props {
  category: CategoryEntry;
  onAct: (act: Act) => void;
}

export function CategoryLine({ category, onAct }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isOver = category.standing === "over";
  const asked = [
    category.evidence_required ? words.photo : "",
    category.signoff_required ? words.signature : "",
  ].filter(Boolean);
  return (
    <>
      <tr className={isOver ? "spent" : undefined} data-category={category.code}>
        <td>
          <strong>{nameOf(category.path)}</strong> <span className="code quiet">{category.code}</span>
          <Days category={category} />
          {category.aliases.length > 0 ? (
            <span className="under">{words.calledToo(category.aliases.join(text.comma))}</span>
          ) : null}
        </td>
        <td className="nowrap">{words.needs[category.place_need]}</td>
        <td className="nowrap">
          {asked.length > 0 ? asked.join(text.dot) : <span className="quiet">{words.nothing}</span>}
        </td>
        <td className="figure">{count(category.tickets)}</td>
        <td>{counted(category.uses) || <span className="quiet">{words.nothing}</span>}</td>
        <td className="ends">
          <button
            type="button"
            className="link"
            aria-expanded={isOpen}
            data-more
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? words.less : words.more}
          </button>{" "}
          <Acts category={category} onAct={onAct} />
        </td>
      </tr>
      {isOpen ? (
        <tr className="category-more" data-more-of={category.code}>
          <td colSpan={6}>
            <Uses code={category.code} />
            <History about={`category:${category.code}`} nameOf={() => ""} say={saying} labels={labels} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Acts({ category, onAct }: Props) {
  return (
    <>
      <button
        type="button"
        className="link"
        data-edit-category
        onClick={() => onAct({ what: "edit", category })}
      >
        {words.edit}
      </button>{" "}
      {category.valid_until === null ? (
        <button
          type="button"
          className="link"
          data-end-category
          onClick={() => onAct({ what: "end", category })}
        >
          {words.end}
        </button>
      ) : (
        <button
          type="button"
          className="link"
          data-stay-category
          onClick={() => onAct({ what: "stay", category })}
        >
          {words.stay}
        </button>
      )}
    </>
  );
}

/** From which day, until which day, where somebody said so. */
function Days({ category: { standing, valid_from, valid_until } }: { category: CategoryEntry }) {
  const said = [
    valid_from && standing === "later" ? words.later(valid_from) : "",
    valid_until ? (standing === "over" ? words.over(valid_until) : words.ends(valid_until)) : "",
  ].filter(Boolean);
  return said.length > 0 ? <span className="under">{said.join(text.dot)}</span> : null;
}
