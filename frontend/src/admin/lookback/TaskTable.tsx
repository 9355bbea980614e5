/** The tickets to be looked at again, or that were: what was answered, until when, what was found. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { closingApi, type LookBackTask } from "../../wire/closing";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { TextArea } from "../parts/Fields";
import { moment } from "../parts/moments";

export function Table({ tasks }: { tasks: readonly LookBackTask[] }) {
  const told = words.lookback;
  const [failing, setFailing] = useState<LookBackTask | null>(null);
  if (tasks.length === 0) return <Face title={told.none} />;
  return (
    <>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{told.ticket}</th>
              <th>{told.unit}</th>
              <th>{told.reply}</th>
              <th>{told.due}</th>
              <th className="ends">{told.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Line key={task.id} task={task} onFail={() => setFailing(task)} />
            ))}
          </tbody>
        </table>
      </div>
      {failing ? <Fail task={failing} onClose={() => setFailing(null)} /> : null}
    </>
  );
}

function useJudge(task: LookBackTask, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ passed, reason }: { passed: boolean; reason: string }) =>
      closingApi.judge(task.id, passed, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["look-back-tasks"] });
      void queries.invalidateQueries({ queryKey: ["look-back-periods"] });
      onDone();
    },
  });
}

function Line({ task, onFail }: { task: LookBackTask; onFail: () => void }) {
  const told = words.lookback;
  return (
    <tr data-task={task.id}>
      <td>
        <a href={`/?ticket=${task.ticket}`}>{task.number}</a> {task.title}
        <span className="under">
          {[told.kinds[task.kind], task.stratum ?? task.town, text.state[task.state]]
            .filter(Boolean)
            .join(text.dot)}
        </span>
      </td>
      <td>{task.unit_name}</td>
      <td>
        {task.how_closed ? <strong>{word(text.howClosed, task.how_closed)}</strong> : null} {task.reply}
      </td>
      <td>{moment(task.due_at)}</td>
      <td className="ends">
        {task.result ? <Found task={task} /> : <Verdict task={task} onFail={onFail} />}
      </td>
    </tr>
  );
}

function Found({ task }: { task: LookBackTask }) {
  return (
    <>
      {task.result ? words.lookback.results_[task.result] : null}
      <span className="under">
        {[task.done_at ? moment(task.done_at) : "", task.done_by, task.reason].filter(Boolean).join(text.dot)}
      </span>
    </>
  );
}

function Verdict({ task, onFail }: { task: LookBackTask; onFail: () => void }) {
  const { me } = useAdmin();
  const judge = useJudge(task, () => undefined);
  if (!me.memberships.some(({ role }) => role === "supervisor")) {
    return <span className="quiet">{words.lookback.onlySupervisors}</span>;
  }
  return (
    <>
      <button
        type="button"
        className="button small"
        data-pass={task.id}
        disabled={judge.isPending}
        onClick={() => judge.mutate({ passed: true, reason: "" })}
      >
        {words.lookback.pass}
      </button>{" "}
      <button type="button" className="button small danger" data-fail={task.id} onClick={onFail}>
        {words.lookback.fail}
      </button>
      <Refusal error={judge.error} />
    </>
  );
}

function Fail({ task, onClose }: { task: LookBackTask; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const judge = useJudge(task, onClose);
  return (
    <Dialog
      title={words.lookback.failTitle}
      confirm={words.lookback.fail}
      isDanger
      isReady={reason.trim() !== ""}
      isSending={judge.isPending}
      refused={judge.error}
      onConfirm={() => judge.mutate({ passed: false, reason: reason.trim() })}
      onClose={onClose}
    >
      <p>{words.lookback.failWhat}</p>
      <TextArea name="reason" label={words.reason} value={reason} maxLength={500} onChange={setReason} />
    </Dialog>
  );
}
