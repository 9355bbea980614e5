/** 口径: what stands above and below each rate, in words. Folded on the screen, spread out on paper. */
import { words } from "../../text/scores";
import type { FormulaText } from "../../wire/scores";
import { meaning } from "./FigureTable";

export function Formulas({ formulas, isOpen }: { formulas: readonly FormulaText[]; isOpen?: boolean }) {
  return (
    <details className="score-formulas" open={isOpen}>
      <summary>{words.formulas}</summary>
      <dl>
        {formulas.map((each) => (
          <div key={each.code}>
            <dt>{each.name}</dt>
            <dd>{meaning(each)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
