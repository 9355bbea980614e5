/** Importing a list of places: looked into first, tried without writing, then taken in; every bad row is told. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { ListInspection, ListOptions, ListResult } from "../../wire/administration";
import { Refusal } from "../parts/Asked";
import { Drop } from "../parts/Drop";
import { Refusable } from "../parts/Form";
import { count, megabytes } from "../parts/figures";
import { RowProblems } from "../parts/RowProblems";
import { Progress, useWork } from "../parts/work";
import { ListForm } from "./ListForm";

const ACCEPT = ".csv,.tsv,.txt,.xlsx";

export function ImportPlaces() {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState<string | null>(null);
  const inspect = useMutation({ mutationFn: (chosen: File) => adminApi.inspectList(chosen) });
  const long = useWork("places.import", () => void queries.invalidateQueries({ queryKey: ["places"] }));
  const result = long.work?.state === "done" ? (long.work.result as unknown as ListResult) : null;
  const take = (chosen: File) => {
    setFile(chosen);
    setTried(null);
    inspect.mutate(chosen);
    // What an earlier file came to is not this one's.
    long.forget();
  };
  const begin = (chosen: File, options: ListOptions) => {
    setTried(JSON.stringify({ ...options, dry_run: false }));
    long.begin(() => adminApi.importList(chosen, options));
  };
  return (
    <Refusable by={inspect.error ?? long.error}>
      <div role="tabpanel" className="tab-body" data-import-places>
        <Drop
          label={file ? words.import.another : words.lists.drop}
          hint={words.lists.formats}
          accept={ACCEPT}
          isBusy={inspect.isPending || long.isRunning}
          isSmall={inspect.data !== undefined}
          onFile={take}
        />
        <Refusal error={inspect.error} isNear />
        {file && inspect.data ? (
          <>
            <section className="part">
              <h3>
                {file.name}
                <span className="quiet">
                  {[inspect.data.encoding, megabytes(inspect.data.size)].join(text.dot)}
                </span>
              </h3>
              <Sample found={inspect.data} />
            </section>
            <ListForm
              key={`${file.name}-${file.lastModified}`}
              file={file}
              found={inspect.data}
              isSending={long.isRunning}
              isTried={(options) => result?.dry_run === true && tried === JSON.stringify(options)}
              onSend={(options) => begin(file, options)}
            />
          </>
        ) : null}
        <Progress long={long} />
        {result ? <Outcome result={result} work={long.work?.id ?? 0} /> : null}
      </div>
    </Refusable>
  );
}

/** The first lines as they were read: whether the encoding is right is seen at a glance. */
function Sample({ found }: { found: ListInspection }) {
  return (
    <div className="table-box">
      <table className="table sample">
        <thead>
          <tr>
            {found.columns.map((column, index) => (
              <th key={index}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.samples.slice(0, 3).map((line, row) => (
            <tr key={row}>
              {line.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the import came to, or would come to. */
function Outcome({ result, work }: { result: ListResult; work: number }) {
  return (
    <section className="part" data-list-result={result.dry_run ? "tried" : "done"}>
      <h3>{result.dry_run ? words.lists.tried : words.lists.done}</h3>
      <p className="told">
        {words.lists.result(
          count(result.rows_read),
          count(result.added),
          count(result.changed),
          count(result.same),
          count(result.bad),
        )}
        {result.names > 0 ? ` ${words.lists.names(count(result.names))}` : null}
      </p>
      <RowProblems
        rows={result.rows}
        title={words.lists.problems(count(result.bad), count(result.remarks))}
        work={work}
      />
    </section>
  );
}
