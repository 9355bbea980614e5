/** 对账: the runs, one run with what differed, and uploading a list. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { words } from "../../text/upward";
import { type Difference, type Run, upwardApi } from "../../wire/upward";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";
import { UploadList } from "./UploadList";

const KINDS = ["missing", "unknown", "state", "due"] as const;
const RENEW_MS = 30_000;

export function Runs() {
  const { address, go, may } = useAdmin();
  const [isUploading, setUploading] = useState(false);
  const found = useQuery({
    queryKey: ["reconciliations"],
    queryFn: upwardApi.runs,
    refetchInterval: RENEW_MS,
  });
  const sources = useQuery({ queryKey: ["reconciliation-sources"], queryFn: upwardApi.sources });
  if (address.place !== null) return <OneRun run={address.place} />;
  const unheard = (sources.data ?? []).filter((each) => !each.is_heard).map(({ name }) => name);
  return (
    <>
      {unheard.length > 0 ? <p className="quiet">{words.admin.unheard(unheard.join("、"))}</p> : null}
      {sources.data?.length === 0 ? <p className="quiet">{words.admin.noSource}</p> : null}
      <div className="page-head">
        <p className="quiet">{words.admin.runsLead}</p>
        {may.keep && sources.data?.length ? (
          <button type="button" className="button primary" data-upload onClick={() => setUploading(true)}>
            {words.admin.upload}
          </button>
        ) : null}
      </div>
      <Asked found={found}>
        {(runs) =>
          runs.length === 0 ? (
            <Face title={words.admin.noRuns} hint={words.admin.noRunsHint} />
          ) : (
            <RunTable runs={runs} onOpen={(run) => go({ place: run })} />
          )
        }
      </Asked>
      {isUploading ? (
        <UploadList
          sources={sources.data ?? []}
          onMade={(run) => {
            setUploading(false);
            go({ place: run });
          }}
          onClose={() => setUploading(false)}
        />
      ) : null}
    </>
  );
}

function RunTable({ runs, onOpen }: { runs: readonly Run[]; onOpen: (run: number) => void }) {
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th>{words.admin.at}</th>
            <th>{words.admin.source}</th>
            <th>{words.admin.window}</th>
            <th>{words.admin.by}</th>
            <th className="figure">{words.admin.listed}</th>
            <th className="figure">{words.admin.held}</th>
            <th className="figure">{words.admin.equal}</th>
            {KINDS.map((kind) => (
              <th key={kind} className="figure">
                {words.admin.difference[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} data-run={run.id}>
              <td>
                <button type="button" className="link" data-open-run={run.id} onClick={() => onOpen(run.id)}>
                  {moment(run.at)}
                </button>
              </td>
              <td>{run.source_name}</td>
              <td>
                {moment(run.since)}
                <span className="under">{moment(run.until)}</span>
              </td>
              <td>{run.uploaded_by ? `${run.uploaded_by} ${run.file_name ?? ""}` : words.admin.pushed}</td>
              <td className="figure">{count(run.listed)}</td>
              <td className="figure">{count(run.held)}</td>
              <td className="figure">{count(run.equal)}</td>
              {KINDS.map((kind) => (
                <td key={kind} className="figure">
                  {run[kind] > 0 ? <strong>{count(run[kind])}</strong> : count(run[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneRun({ run }: { run: number }) {
  const { go } = useAdmin();
  const found = useQuery({ queryKey: ["reconciliation", run], queryFn: () => upwardApi.run(run) });
  return (
    <Asked found={found}>
      {(held) => (
        <>
          <div className="page-head">
            <p>
              <button type="button" className="link" onClick={() => go({ place: null })}>
                {words.admin.back}
              </button>{" "}
              <strong>{held.source_name}</strong> {moment(held.since)} – {moment(held.until)}
            </p>
            <span>
              <a className="button small" href={upwardApi.fileOf(run, "csv")} download>
                {words.admin.csv}
              </a>{" "}
              <a className="button small" href={upwardApi.fileOf(run, "xlsx")} download>
                {words.admin.xlsx}
              </a>
            </span>
          </div>
          {held.rows.length === 0 ? <Face title={words.admin.clean} /> : <Rows rows={held.rows} />}
        </>
      )}
    </Asked>
  );
}

function Rows({ rows }: { rows: readonly Difference[] }) {
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th />
            <th>{words.admin.order}</th>
            <th>{words.admin.ticket}</th>
            <th>{words.admin.center}</th>
            <th>{words.admin.theirs}</th>
            <th>{words.admin.ours}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.difference}/${row.order_no}`} data-difference={row.difference}>
              <td>{words.admin.difference[row.difference]}</td>
              <td className="code">{row.order_no}</td>
              <td>
                {row.ticket === null ? null : (
                  <a href={`/?ticket=${row.ticket}`} data-ticket={row.ticket}>
                    {row.number}
                  </a>
                )}
                <span className="under">{row.title}</span>
              </td>
              <td>{row.center_name}</td>
              <td>{row.difference === "due" ? time(row.their_due) : row.their_status}</td>
              <td>{row.difference === "due" ? time(row.our_due) : row.our_status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const time = (at: string | null): string => (at === null ? "–" : moment(at));
