/** The tree from a file: tried first without writing, each change and each wrong row told, then taken as one act. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/categories";
import { words as keeping } from "../../text/keeping";
import { type CategoryListTaken, categoriesApi } from "../../wire/categories";
import { Columns } from "../parts/Columns";
import { Dialog } from "../parts/Dialog";
import { Drop } from "../parts/Drop";
import { Check } from "../parts/Fields";
import { count } from "../parts/figures";
import { ShortBox } from "../parts/ShortBox";
import { WrongRows } from "../parts/TakeList";
import { categoriesChanged } from "./changed";

const LISTED = 100;

interface Ask {
  file: File;
  isTrial: boolean;
  isWhole: boolean;
}

export function TakeCategories({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [isWhole, setWhole] = useState(false);
  const take = useMutation({
    mutationFn: (ask: Ask) => categoriesApi.take(ask.file, ask),
    onSuccess: (told) => {
      if (!told.dry_run) categoriesChanged(queries);
    },
  });
  const told = take.data;
  const isDone = told !== undefined && !told.dry_run;
  const moves = told ? told.added + told.changed + told.ended : 0;
  function tryOut(chosen: File, whole: boolean): void {
    setFile(chosen);
    setWhole(whole);
    take.mutate({ file: chosen, isTrial: true, isWhole: whole });
  }
  return (
    <Dialog
      title={words.takeTitle}
      confirm={isDone ? keeping.close : keeping.takeNow}
      isReady={isDone || moves > 0}
      isSending={take.isPending}
      refused={take.error}
      onConfirm={() => (isDone ? onClose() : file && take.mutate({ file, isTrial: false, isWhole }))}
      onClose={onClose}
    >
      <Drop
        label={file ? file.name : keeping.takeDrop}
        hint={keeping.takeFormats}
        accept=".xlsx,.xls,.csv,.txt"
        isBusy={take.isPending}
        isSmall={file !== null}
        onFile={(chosen) => tryOut(chosen, isWhole)}
      />
      <Columns list="categories" />
      <Check
        name="whole"
        checked={isWhole}
        disabled={take.isPending || isDone}
        onChange={(event) => (file ? tryOut(file, event.target.checked) : setWhole(event.target.checked))}
      >
        {words.takeWhole}
      </Check>
      {told ? <Told told={told} /> : null}
    </Dialog>
  );
}

function Told({ told }: { told: CategoryListTaken }) {
  const { rows_read, added, changed, ended, same, bad } = told;
  return (
    <>
      <p data-taken={told.dry_run ? "tried" : "done"}>
        <strong>{told.dry_run ? keeping.tried : keeping.taken}</strong>
        <br />
        {words.takeCounts(
          count(rows_read),
          count(added),
          count(changed),
          count(ended),
          count(same),
          count(bad),
        )}
      </p>
      {told.rest_kept ? <p className="notice">{words.takeRestKept}</p> : null}
      {told.rows.length > 0 ? <WrongRows rows={told.rows} /> : null}
      {told.changes.length > 0 ? <Changes changes={told.changes} /> : null}
    </>
  );
}

function Changes({ changes }: { changes: CategoryListTaken["changes"] }) {
  return (
    <>
      <p>{words.takeChanges}</p>
      <ShortBox label={words.takeChanges}>
        <table className="table moves">
          <tbody>
            {changes.slice(0, LISTED).map((each) => (
              <tr key={each.code} data-move={each.what}>
                <td className="nowrap">{words.takeWhats[each.what]}</td>
                <td>
                  <strong>{each.path.replaceAll("/", " › ")}</strong>
                  {each.says ? <span className="under">{each.says}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ShortBox>
      {changes.length > LISTED ? <p className="quiet">{words.takeMore(changes.length - LISTED)}</p> : null}
    </>
  );
}
