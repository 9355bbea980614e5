/** 试算: which of the last tickets the words would mark, beside those in force. Changes nothing. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/deskSetting";
import { type DangerTrial, deskSettingApi } from "../../wire/deskSetting";
import { Refusal } from "../parts/Asked";
import { Select } from "../parts/Fields";
import { count, percentOf } from "../parts/figures";
import { ShortBox } from "../parts/ShortBox";
import { same } from "./listed";

const MOST = [500, 2_000, 5_000];

interface Asking {
  asked: string[];
  most: number;
}

export function useTrial() {
  return useMutation({
    mutationFn: async ({ asked, most }: Asking) => ({ asked, told: await deskSettingApi.trial(asked, most) }),
  });
}

interface Props {
  chosen: readonly string[];
  trial: ReturnType<typeof useTrial>;
  onTry: (asking: Asking) => void;
}

export function DangerTry({ chosen, trial, onTry }: Props) {
  const [most, setMost] = useState(2_000);
  return (
    <section className="field" data-danger-try>
      <div className="filters">
        <label>
          {words.most}{" "}
          <Select name="most" value={most} onChange={(event) => setMost(Number(event.target.value))}>
            {MOST.map((each) => (
              <option key={each} value={each}>
                {count(each)}
              </option>
            ))}
          </Select>
        </label>
        <button
          type="button"
          className="button"
          disabled={trial.isPending}
          data-try
          onClick={() => onTry({ asked: [...chosen], most })}
        >
          {trial.isPending ? words.trying : words.try}
        </button>
      </div>
      <Refusal error={trial.error} />
      {trial.data ? (
        <>
          {same(trial.data.asked, chosen) ? null : <p className="notice">{words.stale}</p>}
          <Told told={trial.data.told} />
        </>
      ) : (
        <p className="quiet">{words.tryWhat}</p>
      )}
    </section>
  );
}

function Told({ told }: { told: DangerTrial }) {
  const said = told.words.filter((each) => each.count > 0).sort((one, other) => other.count - one.count);
  const never = told.words.length - said.length;
  return (
    <>
      <p data-flagged={told.flagged}>
        {words.asked(count(told.asked))}
        {text.dot}
        <strong>{words.flagged(count(told.flagged), percentOf(told.flagged, told.asked))}</strong>
        {[words.former(count(told.former)), words.more(count(told.more)), words.fewer(count(told.fewer))].map(
          (each) => `${text.dot}${each}`,
        )}
      </p>
      <p className="quiet">
        {said.map(({ word, count: times }) => words.said(word, count(times))).join(text.dot)}
        {never > 0 ? ` ${words.neverSaid(count(never))}` : ""}
      </p>
      <Listed told={told} />
    </>
  );
}

function Listed({ told }: { told: DangerTrial }) {
  if (told.flagged + told.former === 0) return <p className="quiet">{words.noneFlagged}</p>;
  if (told.listed.length === 0) return <p className="quiet">{words.notListed}</p>;
  return (
    <ShortBox label={words.flagged(count(told.flagged), percentOf(told.flagged, told.asked))}>
      <table className="table">
        <thead>
          <tr>
            <th>{words.ticket}</th>
            <th>{words.words}</th>
            <th>{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {told.listed.map((each) => (
            <tr key={each.id} data-flagged-ticket={each.id}>
              <td>
                <a className="link" href={`/?ticket=${each.id}`}>
                  {each.number}
                </a>
                <span className="under">{each.title}</span>
              </td>
              <td>{(each.words.length > 0 ? each.words : each.former).join(text.dot)}</td>
              <td className="nowrap">{changeOf(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ShortBox>
  );
}

function changeOf(each: DangerTrial["listed"][number]): string {
  if (each.former.length === 0) return words.nowFlagged;
  return each.words.length === 0 ? words.noLonger : words.unchanged;
}
