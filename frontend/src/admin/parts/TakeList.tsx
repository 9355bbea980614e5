/** A list from a file: tried first without writing, rows that are wrong named and to carry away, then taken. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/keeping";
import { keepingApi, type ListTaken, type TakeChoice } from "../../wire/keeping";
import { Columns } from "./Columns";
import { Dialog } from "./Dialog";
import { Drop } from "./Drop";
import { Check } from "./Fields";
import { count } from "./figures";
import { ShortBox } from "./ShortBox";

interface Props {
  /** The list's part of the address: `units`. */
  list: string;
  title: string;
  /** The key of what has to be asked again. */
  query: string;
  /** What may be asked for beside the file, and what that is called. */
  choice?: { name: TakeChoice; label: string };
  onClose: () => void;
}

export function TakeList({ list, title, query, choice, onClose }: Props) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [isChosen, setChosen] = useState(false);
  const take = useMutation({
    mutationFn: ({ chosen, isTrial, wish }: { chosen: File; isTrial: boolean; wish: boolean }) =>
      keepingApi.take(list, chosen, isTrial, wish && choice ? choice.name : null),
    onSuccess: (told) => {
      if (told.dry_run) return;
      void queries.invalidateQueries({ queryKey: [query] });
      void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    },
  });
  const told = take.data;
  const isDone = told !== undefined && !told.dry_run;
  const moves = told ? told.added + told.changed + (told.ended ?? 0) : 0;
  const tryOut = (chosen: File, wish: boolean) => take.mutate({ chosen, isTrial: true, wish });
  return (
    <Dialog
      title={title}
      confirm={isDone ? words.close : words.takeNow}
      isReady={isDone || (told !== undefined && moves > 0)}
      isSending={take.isPending}
      refused={take.error}
      onConfirm={() =>
        isDone ? onClose() : file && take.mutate({ chosen: file, isTrial: false, wish: isChosen })
      }
      onClose={onClose}
    >
      <Drop
        label={file ? file.name : words.takeDrop}
        hint={words.takeFormats}
        accept=".xlsx,.xls,.csv,.txt"
        isBusy={take.isPending}
        isSmall={file !== null}
        onFile={(chosen) => {
          setFile(chosen);
          tryOut(chosen, isChosen);
        }}
      />
      <Columns list={list} />
      {choice && !isDone ? (
        <Check
          name={choice.name}
          checked={isChosen}
          disabled={take.isPending}
          onChange={(event) => {
            setChosen(event.target.checked);
            if (file) tryOut(file, event.target.checked);
          }}
        >
          {choice.label}
        </Check>
      ) : null}
      {told ? <Told told={told} /> : null}
    </Dialog>
  );
}

function Told({ told }: { told: ListTaken }) {
  const { rows_read, added, changed, same, bad } = told;
  return (
    <>
      <p data-taken={told.dry_run ? "tried" : "done"}>
        <strong>{told.dry_run ? words.tried : words.taken}</strong>
        <br />
        {words.counts(count(rows_read), count(added), count(changed), count(same), count(bad))}
        {told.ended ? `${text.dot}${words.countEnded(count(told.ended))}` : null}
        {told.accounts ? `${text.dot}${words.countAccounts(count(told.accounts))}` : null}
      </p>
      {told.rows.length > 0 ? <WrongRows rows={told.rows} /> : null}
    </>
  );
}

/** Rows that were left out, each with what is wrong, to carry away as a file. */
export function WrongRows({ rows }: { rows: ListTaken["rows"] }) {
  return (
    <>
      <p>
        {words.badRows}{" "}
        <a className="link" href={csvOf(rows)} download={words.badRowsFile} data-wrong-rows>
          {words.download}
        </a>
      </p>
      <ShortBox label={words.badRows}>
        <table className="table">
          <thead>
            <tr>
              <th className="figure">{words.row}</th>
              <th>{words.field}</th>
              <th>{words.says}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 100).map((row) => (
              <tr key={`${row.row}-${row.says}`}>
                <td className="figure">{row.row}</td>
                <td className="nowrap">{row.field}</td>
                <td>{row.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ShortBox>
    </>
  );
}

/** All of them as a file of their own, with the mark by which spreadsheets know UTF-8. */
function csvOf(rows: ListTaken["rows"]): string {
  const lines = [
    [words.row, words.field, words.says],
    ...rows.map((row) => [String(row.row), row.field, row.says]),
  ].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines.join("\r\n")}\r\n`)}`;
}
