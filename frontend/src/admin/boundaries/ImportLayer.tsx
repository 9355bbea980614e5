/** Importing a layer: a file is looked into first; a person confirms columns and datum; then it is taken in. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type {
  FileLayer,
  FileReport,
  ImportOptions,
  ImportResult,
  Level,
  Version,
} from "../../wire/administration";
import { Refusal } from "../parts/Asked";
import { Drop } from "../parts/Drop";
import { Refusable } from "../parts/Form";
import { count, megabytes } from "../parts/figures";
import { RowProblems } from "../parts/RowProblems";
import { Progress, useWork } from "../parts/work";
import { CheckButton } from "./CheckButton";
import { LayerForm } from "./LayerForm";
import { Levels } from "./Levels";
import { LEVELS } from "./Overview";
import { Remarks } from "./Remarks";

const ACCEPT = ".geojson,.json,.zip,.shp,.gpkg,.kml,.kmz,.dxf";

export function ImportLayer({ version }: { version: Version }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const inspect = useMutation({ mutationFn: (chosen: File) => adminApi.inspectFile(chosen) });
  const long = useWork(`import.${version.id}`, () => {
    void queries.invalidateQueries({ queryKey: ["boundaries"] });
  });
  const take = (chosen: File) => {
    setFile(chosen);
    inspect.mutate(chosen);
    // What an earlier file came to is not this one's.
    long.forget();
  };
  const result = long.work?.state === "done" ? (long.work.result as unknown as ImportResult) : null;
  return (
    <Refusable by={inspect.error ?? long.error}>
      <div role="tabpanel" className="tab-body" data-import>
        <Drop
          label={file ? words.import.another : words.import.drop}
          hint={words.import.formats}
          accept={ACCEPT}
          isBusy={inspect.isPending || long.isRunning}
          isSmall={inspect.data !== undefined}
          onFile={take}
        />
        <Refusal error={inspect.error} isNear />
        {file && inspect.data ? (
          <Inspected
            key={`${file.name}-${file.lastModified}`}
            report={inspect.data}
            file={file}
            isSending={long.isRunning}
            onSend={(level, options) =>
              long.begin(() => adminApi.importLayer(version.id, level, file, options))
            }
          />
        ) : null}
        <Progress long={long} />
        {result ? <Outcome result={result} work={long.work?.id ?? 0} version={version} /> : null}
      </div>
    </Refusable>
  );
}

interface InspectedProps {
  file: File;
  report: FileReport;
  isSending: boolean;
  onSend: (level: Level, options: ImportOptions) => void;
}

function Inspected({ file, report, isSending, onSend }: InspectedProps) {
  const readable = report.layers.filter((layer) => layer.refused === null);
  const [name, setName] = useState(readable[0]?.name ?? "");
  const layer = readable.find((each) => each.name === name);
  const [level, setLevel] = useState<Level>(layer?.holds ?? "cell");
  const choose = (chosen: FileLayer) => {
    setName(chosen.name);
    setLevel(chosen.holds);
  };
  return (
    <>
      <section className="part">
        <h3>
          {file.name}
          <span className="quiet">
            {[report.format_name, megabytes(report.size), report.encoding].filter(Boolean).join(text.dot)}
          </span>
        </h3>
        <Remarks said={report.problems} />
        <Layers layers={report.layers} chosen={name} onChoose={choose} />
      </section>
      {layer ? (
        <>
          <section className="part">
            <h3>{words.import.into}</h3>
            <Levels levels={LEVELS} label={words.import.into} level={level} onChange={setLevel} />
          </section>
          <LayerForm
            key={layer.name}
            layer={layer}
            isAlone={report.layers.length === 1}
            level={level}
            isSending={isSending}
            onSend={(options) => onSend(level, options)}
          />
        </>
      ) : null}
    </>
  );
}

interface LayersProps {
  layers: readonly FileLayer[];
  chosen: string;
  onChoose: (layer: FileLayer) => void;
}

function Layers({ layers, chosen, onChoose }: LayersProps) {
  return (
    <table className="table">
      <tbody>
        {layers.map((layer) => (
          <tr key={layer.name} className={layer.refused ? "spent" : undefined}>
            <td>
              <label className="check-line">
                <input
                  type="radio"
                  name="layer"
                  disabled={layer.refused !== null}
                  checked={layer.name === chosen}
                  onChange={() => onChoose(layer)}
                />
                <strong>{layers.length > 1 ? layer.name : words.import.onlyLayer}</strong>
              </label>
            </td>
            <td className="figure">{words.import.features(count(layer.features))}</td>
            <td>
              {layer.refused ??
                [layer.declared_as || words.import.undeclared, layer.swapped ? words.import.swapped : ""]
                  .filter(Boolean)
                  .join(text.dot)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OutcomeProps {
  result: ImportResult;
  work: number;
  version: Version;
}

/** What the import came to; rows that could not be taken are named, and can be carried away. */
function Outcome({ result, work, version }: OutcomeProps) {
  return (
    <section className="part" data-imported={result.features}>
      <h3>{words.import.done}</h3>
      <p>
        {words.import.result(
          count(result.features),
          count(result.replaced),
          count(result.added),
          count(result.untouched),
        )}
        {result.left_out > 0 ? <strong> {words.import.leftOut(count(result.left_out))}</strong> : null}
      </p>
      <RowProblems rows={result.rows} title={words.import.rows(count(result.rows.length))} work={work} />
      <CheckButton version={version} />
    </section>
  );
}
