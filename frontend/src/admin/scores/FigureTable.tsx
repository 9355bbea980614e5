/** Rates of units as a table: a rate, under it n / N; what each means stands in its heading. */
import { words } from "../../text/scores";
import type { Figures, FormulaText, RateFigure, UnitFigures } from "../../wire/scores";
import type { Figure } from "./Behind";

interface Props {
  figures: Figures;
  formulas: readonly FormulaText[];
  /** Where figures can be opened. */
  onOpen?: (figure: Figure) => void;
}

const meaning = ({ numerator, denominator }: FormulaText) =>
  denominator ? `${numerator} ÷ ${denominator}` : numerator;

export function FigureTable({ figures, formulas, onOpen }: Props) {
  const rates = formulas.filter(({ code }) => code !== "composite");
  const composite = formulas.find(({ code }) => code === "composite");
  return (
    <div className="table-box">
      <table className="table score-table" data-score-table>
        <thead>
          <tr>
            <th>{words.unit}</th>
            <th title={composite ? meaning(composite) : undefined}>{words.composite}</th>
            {rates.map((formula) => (
              <th key={formula.code} title={meaning(formula)}>
                {formula.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.units.map((each) => (
            <Row key={each.unit} each={each} rates={rates} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{words.total}</td>
            <td>{figures.total.composite ?? words.noRate}</td>
            {figures.total.rates.map((rate) => (
              <td key={rate.code}>
                <Said rate={rate} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  each: UnitFigures;
  rates: readonly FormulaText[];
  onOpen?: (figure: Figure) => void;
}

function Row({ each, rates, onOpen }: RowProps) {
  return (
    <tr data-unit={each.unit}>
      <td>{each.name}</td>
      <td>{each.composite ?? words.noRate}</td>
      {each.rates.map((rate) => {
        const formula = rates.find(({ code }) => code === rate.code);
        const isOpenable = onOpen && formula && rate.denominator > 0;
        return (
          <td key={rate.code}>
            {isOpenable ? (
              <button
                type="button"
                className="link score-figure"
                data-rate={rate.code}
                onClick={() => onOpen({ unit: each.unit, name: each.name, rate: formula })}
              >
                <Said rate={rate} />
              </button>
            ) : (
              <Said rate={rate} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Two decimals at most, none where there is nothing behind the point. */
const plain = (n: number) => String(Math.round(n * 100) / 100);

function Said({ rate }: { rate: RateFigure }) {
  return (
    <>
      {rate.said ?? words.noRate}
      <span className="under">
        {plain(rate.numerator)} / {rate.denominator}
      </span>
    </>
  );
}
