/** What the columns of a list's file mean, for who reads no Chinese: the file itself is Chinese in every language. */
import { words } from "../../text/keeping";

export function Columns({ list }: { list: string }) {
  const columns = Object.entries(words.columns[list] ?? {});
  if (columns.length === 0) return null;
  return (
    <details className="part" data-columns={list}>
      <summary>{words.columnsOf}</summary>
      <p className="quiet">{words.columnsHint}</p>
      <table className="table">
        <tbody>
          {columns.map(([head, meaning]) => (
            <tr key={head}>
              <th scope="row" className="nowrap" lang="zh-CN" translate="no">
                {head}
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
