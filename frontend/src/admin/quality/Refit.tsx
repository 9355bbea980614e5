/** Fitting the calibration anew on confirmed tickets: proposed with its figures before and after, adopted by a person. */
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { Judged, LocatingSettings, RefitProposal } from "../../wire/administration";
import { Refusal } from "../parts/Asked";
import { count, percentOf } from "../parts/figures";
import { Progress, useWork } from "../parts/work";
import { Aware, isUnconfirmed, useSaveSettings } from "./ChangeSettings";

export function Refit({ settings }: { settings: LocatingSettings }) {
  const long = useWork("refit", () => undefined);
  const proposal = long.work?.state === "done" ? (long.work.result as unknown as RefitProposal) : null;
  return (
    <section className="part" data-refit={long.work?.state ?? "idle"}>
      <h3>
        {words.refit.title}
        <button
          type="button"
          className="button small"
          data-begin-refit
          disabled={long.isRunning}
          onClick={() => long.begin(adminApi.refit)}
        >
          {words.refit.begin}
        </button>
      </h3>
      <p className="quiet">{words.refit.lead}</p>
      <Progress long={long} />
      {proposal ? <Proposed proposal={proposal} settings={settings} onDone={long.forget} /> : null}
    </section>
  );
}

interface Props {
  proposal: RefitProposal;
  settings: LocatingSettings;
  onDone: () => void;
}

function Proposed({ proposal, settings, onDone }: Props) {
  const [isAware, setAware] = useState(false);
  const adopt = useSaveSettings(onDone);
  const isWarned = isUnconfirmed(adopt.error);
  const isOld = proposal.based_on !== settings.version;
  const { before, after } = proposal;
  return (
    <>
      <p>{proposal.says}</p>
      <table className="table" data-refit-figures>
        <thead>
          <tr>
            <th aria-label={words.refit.measure} />
            <th className="figure">{words.refit.before}</th>
            <th className="figure">{words.refit.after}</th>
          </tr>
        </thead>
        <tbody>
          <Pair
            name={words.refit.brier}
            before={before}
            after={after}
            value={(one) => small(one.cell.brier)}
          />
          <Pair
            name={words.refit.logLoss}
            before={before}
            after={after}
            value={(one) => small(one.cell.log_loss)}
          />
          <Pair
            name={words.refit.error}
            before={before}
            after={after}
            value={(one) => small(one.cell.calibration_error)}
          />
          <Pair
            name={words.quality.coverage}
            before={before}
            after={after}
            value={({ at_threshold: at }) => nOf(at.placed, proposal.samples)}
          />
          <Pair
            name={words.quality.cellPrecision}
            before={before}
            after={after}
            value={({ at_threshold: at }) => nOf(at.cell_right, at.placed)}
          />
        </tbody>
      </table>
      <Refusal error={adopt.error} />
      {isWarned ? <Aware isOn={isAware} onChange={setAware} /> : null}
      {isOld ? <p className="notice">{words.refit.old}</p> : null}
      <div className="form-end">
        <button
          type="button"
          className={proposal.better ? "button primary" : "button"}
          data-adopt
          disabled={isOld || adopt.isPending || (isWarned && !isAware)}
          onClick={() =>
            adopt.mutate({
              based_on: settings.version,
              note: words.refit.note(count(proposal.samples)),
              calibration: proposal.calibration,
              confirm: isWarned && isAware,
            })
          }
        >
          {adopt.isPending ? text.act.sending : words.refit.adopt}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.refit.drop}
        </button>
      </div>
    </>
  );
}

interface PairProps {
  name: string;
  before: Judged;
  after: Judged;
  value: (judged: Judged) => string;
}

function Pair({ name, before, after, value }: PairProps) {
  return (
    <tr>
      <td>{name}</td>
      <td className="figure">{value(before)}</td>
      <td className="figure">{value(after)}</td>
    </tr>
  );
}

function small(value: number | null): string {
  return value === null ? "–" : value.toFixed(4);
}

function nOf(part: number, all: number): string {
  return percentOf(part, all) + text.aside(`${count(part)}/${count(all)}`);
}
