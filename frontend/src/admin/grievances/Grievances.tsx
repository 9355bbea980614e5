/** 投诉建议: what those who do the work said against it, for the district's supervisors alone; each is answered once. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words } from "../../text/admin";
import { words as said } from "../../text/grievances";
import { type Grievance, grievancesApi } from "../../wire/grievances";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { TextArea } from "../parts/Fields";
import { moment } from "../parts/moments";
import { Tabs } from "../parts/Tabs";

const TABS = ["waiting", "answered"] as const;
const PAGE = 50;

export function Grievances() {
  const { address } = useAdmin();
  const told = said.answering;
  const shown = TABS.find((tab) => tab === address.tab) ?? "waiting";
  return (
    <main className="page" data-page="grievances">
      <div className="page-head">
        <div>
          <h2>{told.title}</h2>
          <p className="quiet">{told.lead}</p>
        </div>
      </div>
      <Tabs tabs={TABS.map((name) => ({ name, label: told.tabs[name] }))} shown={shown} label={told.title} />
      {shown === "waiting" ? <Waiting /> : <Answered />}
    </main>
  );
}

function Waiting() {
  const [answering, setAnswering] = useState<Grievance | null>(null);
  const found = useQuery({
    queryKey: ["grievances", "waiting"],
    queryFn: grievancesApi.waiting,
    refetchInterval: 60_000,
  });
  return (
    <Asked found={found}>
      {(waiting) => (
        <>
          <Table grievances={waiting} none={said.answering.none} onAnswer={setAnswering} />
          {answering ? <Answer grievance={answering} onClose={() => setAnswering(null)} /> : null}
        </>
      )}
    </Asked>
  );
}

function Answered() {
  const found = useInfiniteQuery({
    queryKey: ["grievances", "answered"],
    queryFn: ({ pageParam }) => grievancesApi.answered(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : (last.at(-1)?.answered_at ?? undefined)),
  });
  return (
    <Asked found={found}>
      {({ pages }) => (
        <>
          <Table grievances={pages.flat()} none={said.answering.noneAnswered} />
          {found.hasNextPage ? (
            <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
              {words.more}
            </button>
          ) : null}
        </>
      )}
    </Asked>
  );
}

interface TableProps {
  grievances: readonly Grievance[];
  none: string;
  onAnswer?: (grievance: Grievance) => void;
}

function Table({ grievances, none, onAnswer }: TableProps) {
  const told = said.answering;
  if (grievances.length === 0) return <Face title={none} />;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th>{told.said}</th>
            <th>{told.words}</th>
            <th>{told.answer}</th>
          </tr>
        </thead>
        <tbody>
          {grievances.map((each) => (
            <Line key={each.id} grievance={each} {...(onAnswer ? { onAnswer: () => onAnswer(each) } : {})} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ grievance, onAnswer }: { grievance: Grievance; onAnswer?: () => void }) {
  const { person_name, unit_name, said_at, answer, answered_at, answered_by } = grievance;
  return (
    <tr data-grievance={grievance.id}>
      <td>
        {person_name ?? said.answering.unnamed}
        <span className="under">{[unit_name, moment(said_at)].filter(Boolean).join(text.dot)}</span>
      </td>
      <td className="as-written">{grievance.words}</td>
      <td>
        {onAnswer ? (
          <button type="button" className="button small" data-answer-grievance onClick={onAnswer}>
            {said.answering.give}
          </button>
        ) : (
          <>
            {answer}
            <span className="under">
              {[answered_by, answered_at ? moment(answered_at) : ""].filter(Boolean).join(text.dot)}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

function Answer({ grievance, onClose }: { grievance: Grievance; onClose: () => void }) {
  const told = said.answering;
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const answer = useMutation({
    mutationFn: () => grievancesApi.answer(grievance.id, typed.trim()),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["grievances"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={told.give}
      confirm={told.send}
      isReady={typed.trim() !== ""}
      isSending={answer.isPending}
      refused={answer.error}
      onConfirm={() => answer.mutate()}
      onClose={onClose}
    >
      <blockquote className="as-written">{grievance.words}</blockquote>
      <TextArea
        name="answer"
        label={told.answer}
        value={typed}
        maxLength={2_000}
        rows={4}
        onChange={setTyped}
      />
      <p className="quiet">{told.once}</p>
    </Dialog>
  );
}
