/** Rates of units as a table: a rate, under it n / N; what each means stands in its heading. */
import { words } from "../../text/scores";
import type { Figures, FormulaText, RateFigure, UnitFigures } from "../../wire/scores";
import type { Figure } from "./Behind";

interface Props {
  figures: Figures;
  formulas: readonly FormulaText[];
  /** Where figures can be opened: those of these units (none said: of all), and of all together. */
  onOpen?: (figure: Figure) => void;
  opens?: ReadonlySet<number>;
  opensTotal?: boolean;
}

const CALLED_BACK = ["responded", "solved", "satisfied"];

/** What a rate is made of, in words. */
export const meaning = ({ numerator, denominator }: FormulaText) =>
  denominator ? `${numerator} ÷ ${denominator}` : numerator;

export function FigureTable({ figures, formulas, onOpen, opens, opensTotal }: Props) {
  const rates = formulas.filter(({ code }) => code !== "composite");
  const composite = formulas.find(({ code }) => code === "composite");
  const total = { unit: null, name: words.total, ...figures.total };
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
            <Row
              key={each.unit}
              each={each}
              rates={rates}
              onOpen={!opens || opens.has(each.unit) ? onOpen : undefined}
            />
          ))}
        </tbody>
        <tfoot>
          <Row each={total} rates={rates} onOpen={opensTotal ? onOpen : undefined} />
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  each: Omit<UnitFigures, "unit"> & { unit: number | null };
  rates: readonly FormulaText[];
  onOpen?: (figure: Figure) => void;
}

function Row({ each, rates, onOpen }: RowProps) {
  return (
    <tr data-unit={each.unit ?? "total"}>
      <td>{each.name}</td>
      <td data-rate="composite">{each.composite ?? words.noCallbacks}</td>
      {each.rates.map((rate) => {
        const formula = rates.find(({ code }) => code === rate.code);
        const isOpenable = onOpen && formula && rate.denominator > 0;
        return (
          <td key={rate.code} data-rate={rate.code}>
            {isOpenable ? (
              <button
                type="button"
                className="link score-figure"
                data-open-rate={rate.code}
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

/** A base of nothing is no rate, and says what there was nothing of. */
function Said({ rate }: { rate: RateFigure }) {
  const none = CALLED_BACK.includes(rate.code) ? words.noCallbacks : words.noRate;
  if (rate.said === null) return <span className="quiet">{none}</span>;
  return (
    <>
      {rate.said}
      <span className="under">
        {plain(rate.numerator)} / {rate.denominator}
      </span>
    </>
  );
}
