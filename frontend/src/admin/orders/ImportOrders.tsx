/** 导入工单: a hotline's export, looked into first, tried without writing, then taken in by the same intake as its pushes. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/scores";
import { type OrderInspection, type OrdersResult, scoresApi } from "../../wire/scores";
import { Asked, Refusal } from "../parts/Asked";
import { Drop } from "../parts/Drop";
import { Group, Select } from "../parts/Fields";
import { Refusable, RefusablePart } from "../parts/Form";
import { count } from "../parts/figures";
import { RowProblems } from "../parts/RowProblems";
import { Progress, useWork } from "../parts/work";

const ACCEPT = ".csv,.tsv,.txt,.xlsx,.xls";

export function ImportOrders() {
  const sources = useQuery({ queryKey: ["order-sources"], queryFn: scoresApi.orderSources });
  return (
    <main className="page" data-page="orders">
      <div className="page-head">
        <div>
          <h2>{words.orders}</h2>
          <p className="quiet">{words.ordersLead}</p>
        </div>
      </div>
      <Asked found={sources}>
        {(listed) => (listed[0] ? <Importing sources={listed} first={listed[0].id} /> : null)}
      </Asked>
    </main>
  );
}

function Importing({ sources, first }: { sources: readonly { id: string; name: string }[]; first: string }) {
  const [source, setSource] = useState(first);
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [tried, setTried] = useState<string | null>(null);
  const long = useWork("orders.import", () => undefined);
  const inspect = useMutation({
    mutationFn: (chosen: File) => scoresApi.inspectOrders(chosen, source),
    onSuccess: (found) => setMapping(found.mapping),
  });
  const result = long.work?.state === "done" ? (long.work.result as unknown as OrdersResult) : null;
  const key = JSON.stringify([source, mapping]);
  const wasTried = result?.dry_run === true && tried === key;
  const missing = (inspect.data?.fields ?? []).filter(
    ({ field }) => (field === "order_no" || field === "content") && !mapping[field],
  );
  const take = (chosen: File) => {
    setFile(chosen);
    setTried(null);
    long.forget();
    inspect.mutate(chosen);
  };
  const send = (isTrial: boolean) => {
    if (!file || missing.length > 0 || long.isRunning) return;
    // An empty name says that a guessed column is not used.
    const named = Object.fromEntries(
      (inspect.data?.fields ?? []).map(({ field }) => [field, mapping[field] ?? ""]),
    );
    setTried(key);
    long.begin(() =>
      scoresApi.importOrders(file, { source, mapping: named, dry_run: isTrial, name: file.name }),
    );
  };
  return (
    <Refusable by={inspect.error ?? long.error}>
      <label className="field">
        <span className="field-label">{words.ordersSource}</span>
        <Select name="source" value={source} onChange={(event) => setSource(event.target.value)}>
          {sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <Drop
        label={file ? words.ordersAnother : words.ordersDrop}
        hint={words.ordersFormats}
        accept={ACCEPT}
        isBusy={inspect.isPending || long.isRunning}
        isSmall={inspect.data !== undefined}
        onFile={take}
      />
      <Refusal error={inspect.error} isNear />
      {file && inspect.data ? (
        <section className="part" data-orders-form>
          <h3>{file.name}</h3>
          <Mapping found={inspect.data} mapping={mapping} onChange={setMapping} />
          <div className="form-end">
            <button
              type="button"
              className="button primary"
              data-orders-send={wasTried ? "import" : "try"}
              aria-disabled={missing.length > 0 || long.isRunning}
              onClick={() => send(!wasTried)}
            >
              {wasTried ? words.importNow : words.tryNow}
            </button>
            <span className="quiet">
              {missing.length > 0
                ? words.needColumns(missing.map(({ label }) => label).join("、"))
                : wasTried
                  ? null
                  : words.tryHint}
            </span>
          </div>
        </section>
      ) : null}
      <Progress long={long} />
      {result ? <Outcome result={result} work={long.work?.id ?? 0} /> : null}
    </Refusable>
  );
}

interface MappingProps {
  found: OrderInspection;
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

function Mapping({ found, mapping, onChange }: MappingProps) {
  const sampleOf = (column: string | undefined) => {
    const at = column ? found.columns.indexOf(column) : -1;
    return at < 0 ? "" : (found.samples.map((line) => line[at]).find(Boolean) ?? "");
  };
  return (
    <Group name="mapping" label={words.mapped} isPart>
      <RefusablePart of="mapping">
        <div className="table-box">
          <table className="table">
            <thead>
              <tr>
                <th>{words.orderField}</th>
                <th>{words.column}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.fields.map(({ field, label }) => (
                <tr key={field} data-order-field={field}>
                  <td>{label}</td>
                  <td>
                    <Select
                      name={field}
                      aria-label={label}
                      value={mapping[field] ?? ""}
                      onChange={(event) => onChange({ ...mapping, [field]: event.target.value })}
                    >
                      <option value="">{words.columnNone}</option>
                      {found.columns.filter(Boolean).map((column) => (
                        <option key={column} value={column}>
                          {column}
                        </option>
                      ))}
                    </Select>
                  </td>
                  <td className="quiet">{sampleOf(mapping[field]).slice(0, 40)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </RefusablePart>
    </Group>
  );
}

function Outcome({ result, work }: { result: OrdersResult; work: number }) {
  return (
    <section className="part" data-orders-result={result.dry_run ? "tried" : "done"}>
      <h3>{result.dry_run ? words.tried : words.done}</h3>
      <p className="told">
        {words.result(
          count(result.rows_read),
          count(result.created),
          count(result.ended),
          count(result.known),
          count(result.refused),
        )}
      </p>
      <RowProblems rows={result.rows ?? []} title={words.problems} work={work} />
    </section>
  );
}
