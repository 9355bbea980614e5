/** 签收全部: the heap of the morning in one go, the urgent ones apart, each confirmed; ten seconds to undo all. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { onModeKey, type Taker, useTaker } from "../seat/keys";
import { newOperation } from "../seat/operation";
import { useToasts } from "../seat/toasts";
import type { Listing } from "../state/sorted";
import { text } from "../text";
import { words } from "../text/desk";
import { api } from "../wire/api";
import type { TicketRow } from "../wire/types";
import { heap } from "./signing";

interface Outcome {
  done: TicketRow[];
  failed: number;
}

/** One command for each ticket, a few at a time; what the service refuses is counted and stays where it is. */
async function giveToAll(rows: readonly TicketRow[], command: string): Promise<Outcome> {
  const waiting = [...rows];
  const outcome: Outcome = { done: [], failed: 0 };
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const body = { operation: newOperation(), fields: {}, state_seen: row.state };
      const answer = await api.command(row.id, command, body).catch(() => null);
      if (answer) outcome.done.push(answer.row ?? row);
      else outcome.failed += 1;
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return outcome;
}

function useSigning() {
  const toasts = useToasts();
  const queries = useQueryClient();
  const undo = async (rows: TicketRow[]) => {
    const { done, failed } = await giveToAll(rows, "undo_sign");
    const rest = failed > 0 ? words.signAll.notUndone(failed) : "";
    toasts.say(`${words.signAll.undone(done.length)}${rest}`);
  };
  return useMutation({
    mutationFn: (rows: readonly TicketRow[]) => giveToAll(rows, "sign"),
    networkMode: "always",
    onSuccess: ({ done, failed }) => {
      const rest = failed > 0 ? words.signAll.failed(failed) : "";
      const undoable = { label: words.signAll.undo, key: "z", run: () => void undo(done) };
      toasts.say(`${words.signAll.done(done.length)}${rest}`, done.length > 0 ? { undo: undoable } : {});
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ["ticket"] }),
  });
}

interface Props {
  rows: Listing<TicketRow>;
  handles: readonly number[];
  onClose: () => void;
}

export function SignAll({ rows, handles, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The dialog itself has the focus: a button that goes with its ticket would take the keys with it.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialog.current?.focus();
  }, []);
  const signing = useSigning();
  const [signed, setSigned] = useState<ReadonlySet<number>>(new Set());
  const begun = useRef(new Set<number>());
  const { normal, urgent } = useHeld(rows, handles);
  const { mutate, mutateAsync } = signing;
  const signAll = useCallback(() => {
    if (normal.length > 0) mutate(normal, { onSettled: onClose });
  }, [normal, mutate, onClose]);
  const signOne = useCallback(
    (row: TicketRow | undefined) => {
      if (!row || begun.current.has(row.id)) return;
      begun.current.add(row.id);
      // One figure after the other: each is marked by its own answer, and may be tried again where it failed.
      void mutateAsync([row]).then(({ done }) => {
        if (done.length > 0) setSigned((held) => new Set(held).add(row.id));
        else begun.current.delete(row.id);
      });
    },
    [mutateAsync],
  );
  const taker = useCallback<Taker>(
    (key) => {
      if (key === "Enter") signAll();
      else if (key === "Escape") onClose();
      else if (/^[1-9]$/.test(key)) signOne(urgent[Number(key) - 1]);
      return key !== "Tab";
    },
    [signAll, signOne, urgent, onClose],
  );
  useTaker(taker, onModeKey);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className="keys-help sign-all"
      onClose={onClose}
      aria-labelledby="sign-all-title"
      data-sign-all
    >
      <h2 id="sign-all-title">{words.signAll.title}</h2>
      <p className="quiet">{words.signAll.lead}</p>
      {urgent.length > 0 ? <Urgent rows={urgent} signed={signed} onSign={signOne} /> : null}
      <div className="command-end">
        <button
          type="button"
          className="button primary"
          data-sign-normal
          aria-disabled={normal.length === 0 || signing.isPending}
          onClick={signAll}
        >
          {signing.isPending ? text.act.sending : normalWords(normal.length)} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.signAll.close} <kbd>Esc</kbd>
        </button>
      </div>
    </dialog>
  );
}

function normalWords(count: number): string {
  return count > 0 ? words.signAll.normal(count) : words.signAll.noNormal;
}

/** The heap as it was when the dialog opened: nothing that arrives meanwhile is signed unseen. */
function useHeld(rows: Listing<TicketRow>, handles: readonly number[]) {
  const [held] = useState(() => heap(rows, handles));
  return held;
}

interface UrgentProps {
  rows: readonly TicketRow[];
  signed: ReadonlySet<number>;
  onSign: (row: TicketRow) => void;
}

function Urgent({ rows, signed, onSign }: UrgentProps) {
  return (
    <>
      <h3 className="command-title">{words.signAll.urgent}</h3>
      <ul className="sign-urgent">
        {rows.map((row, index) => (
          <li key={row.id}>
            <span>
              <strong>{text.urgency[row.urgency]}</strong> {row.title}
              <span className="quiet"> {row.address}</span>
            </span>
            {signed.has(row.id) ? (
              <span className="quiet">{words.signAll.signed}</span>
            ) : (
              <button
                type="button"
                className="button small"
                data-sign-one={row.id}
                onClick={() => onSign(row)}
              >
                {words.signAll.one} {index < 9 ? <kbd>{index + 1}</kbd> : null}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
