/** Rows of a file that were not taken, or are worth a look: the first here, all of them to carry away. */
import { words } from "../../text/admin";
import type { RowProblem } from "../../wire/administration";
import { fileOf } from "../../wire/api";
import { ShortBox } from "./ShortBox";

interface Props {
  rows: readonly RowProblem[];
  title: string;
  /** The work whose download has all of them. */
  work: number;
}

export function RowProblems({ rows, title, work }: Props) {
  if (rows.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>{" "}
        <a className="link" href={fileOf(`/api/work/${work}/rows.csv`)} download data-rows-csv>
          {words.import.download}
        </a>
      </p>
      <ShortBox label={title}>
        <table className="table">
          <thead>
            <tr>
              <th className="figure">{words.import.row}</th>
              <th>{words.import.field}</th>
              <th>{words.import.says}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.row}-${row.field}-${row.says}`}>
                <td className="figure">{row.row}</td>
                <td className="nowrap">{words.import.fields[row.field] ?? row.field}</td>
                <td>{row.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ShortBox>
    </>
  );
}
