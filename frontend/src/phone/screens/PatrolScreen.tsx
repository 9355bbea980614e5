/** 巡查上报: what is seen, and where; the position is asked for with this act alone. Then its page, for photos and 即报即办. */
import { type FormEvent, useRef, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/scores";
import { asProblem, type Problem } from "../../wire/problem";
import { scoresApi } from "../../wire/scores";
import { usePhone } from "../context";
import { newOperation } from "../keep/operation";
import { useAsked } from "../parts/asked";
import { Bar } from "../parts/Bar";
import { position } from "../parts/position";
import type { Fix } from "../rules/photo";

const URGENCIES = ["normal", "urgent"] as const;

export function PatrolScreen() {
  const { swap } = usePhone();
  const operation = useRef(newOperation());
  const [content, setContent] = useState("");
  const [urgency, setUrgency] = useState<(typeof URGENCIES)[number]>("normal");
  const [address, setAddress] = useState("");
  const [fix, setFix] = useState<Fix | null>(null);
  const [cell, setCell] = useState("");
  const isPlaced = fix !== null || cell !== "";
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(): Promise<void> {
    setSending(true);
    try {
      const { row } = await scoresApi.report({
        content: content.trim(),
        type: "help",
        urgency,
        address: address.trim(),
        lon: fix?.lon ?? null,
        lat: fix?.lat ?? null,
        cell: fix ? null : cell,
        operation: operation.current,
      });
      swap(row ? { ticket: row.id, page: null } : { page: "mine" });
    } catch (error) {
      const refused = asProblem(error);
      // A refusal was not applied; a lost answer may have been: the same id again.
      if (!refused.isOffline) operation.current = newOperation();
      setProblem(refused);
      setSending(false);
    }
  }
  const isReady = content.trim() !== "" && isPlaced && !isSending;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady) void send();
  }
  return (
    <div className="phone" data-screen="patrol">
      <Bar title={words.patrol} />
      <form className="scroll form" onSubmit={submit}>
        <label>
          <span className="part-title">{words.patrolWhat}</span>
          <textarea
            className="answer-input"
            name="content"
            rows={4}
            maxLength={5000}
            value={content}
            onChange={(event) => setContent(event.target.value)}
          />
        </label>
        <div className="choices" role="radiogroup">
          {URGENCIES.map((code) => (
            <button
              key={code}
              type="button"
              role="radio"
              aria-checked={urgency === code}
              className={urgency === code ? "tall chosen" : "tall"}
              onClick={() => setUrgency(code)}
            >
              {text.urgency[code]}
            </button>
          ))}
        </div>
        <Where fix={fix} cell={cell} onFix={setFix} onCell={setCell} />
        <label>
          <span className="part-title">{words.patrolAddress}</span>
          <input
            className="answer-input"
            name="address"
            maxLength={500}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <p className="quiet">{words.patrolThen}</p>
        <p className="problem" role="alert">
          {problem ? (problem.body.detail ?? text.act.offline) : ""}
        </p>
        <button type="submit" className="tall filled" data-command="report" disabled={!isReady}>
          {words.patrolSend}
        </button>
      </form>
    </div>
  );
}

interface WhereProps {
  fix: Fix | null;
  cell: string;
  onFix: (fix: Fix | null) => void;
  onCell: (cell: string) => void;
}

function Where({ fix, cell, onFix, onCell }: WhereProps) {
  const [isLost, setLost] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const cells = useAsked(scoresApi.patrolCells);
  async function look(): Promise<void> {
    setLooking(true);
    const found = await position();
    setLooking(false);
    setLost(typeof found === "string");
    onFix(typeof found === "string" ? null : found);
  }
  return (
    <>
      <h2 className="part-title">{words.patrolWhere}</h2>
      <button
        type="button"
        className="tall"
        data-command="position"
        disabled={isLooking}
        onClick={() => void look()}
      >
        {words.patrolHere}
      </button>
      {fix ? <p data-fix>{words.patrolAt(String(Math.round(fix.accuracy)))}</p> : null}
      {isLost ? <p className="problem">{words.patrolNoPlace}</p> : null}
      {fix ? null : (
        <label>
          <span className="part-title">{words.patrolCell}</span>
          <select
            className="answer-input"
            name="cell"
            value={cell}
            onChange={(event) => onCell(event.target.value)}
          >
            <option value="" />
            {cells.data?.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
