/** 处罚权限: which town may punish what, from which day until which; taken back by giving it a last day. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { text } from "../../text";
import { words } from "../../text/owning";
import { type Power, type RulesOverview, rulesApi } from "../../wire/owning";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { count } from "../parts/figures";
import { PowerForm } from "./PowerForm";

const SHOWN = 300;

function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** 已收回, 未生效, or in force. */
export function standing(valid: {
  valid_from: string;
  valid_until: string | null;
}): "over" | "toCome" | "now" {
  const day = today();
  if (valid.valid_until !== null && valid.valid_until <= day) return "over";
  return valid.valid_from > day ? "toCome" : "now";
}

export function Powers({ known }: { known: RulesOverview }) {
  const { may } = useAdmin();
  const found = useQuery({ queryKey: ["rules", "powers"], queryFn: rulesApi.powers });
  const [typed, setTyped] = useState("");
  const [isNow, setNow] = useState(true);
  const [edited, setEdited] = useState<Power | "new" | null>(null);
  return (
    <div role="tabpanel" className="tab-body" data-powers>
      <div className="rules-head">
        <h3>{words.powers.title}</h3>
        <span className="quiet">{words.powers.hint}</span>
        <span className="gap" />
        <input
          className="input"
          aria-label={words.powers.search}
          placeholder={words.powers.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label className="check-line">
          <input type="checkbox" checked={isNow} onChange={(event) => setNow(event.target.checked)} />
          {words.powers.now}
        </label>
        {may.keep ? (
          <button type="button" className="button small" data-add-power onClick={() => setEdited("new")}>
            {words.powers.add}
          </button>
        ) : null}
      </div>
      {edited ? (
        <PowerForm
          key={edited === "new" ? "new" : edited.id}
          power={edited === "new" ? null : edited}
          known={known}
          onDone={() => setEdited(null)}
        />
      ) : null}
      <Asked found={found}>
        {(powers) => <PowerTable {...{ powers, typed, isNow }} onEdit={may.keep ? setEdited : null} />}
      </Asked>
    </div>
  );
}

interface TableProps {
  powers: readonly Power[];
  typed: string;
  isNow: boolean;
  onEdit: ((power: Power) => void) | null;
}

function PowerTable({ powers, typed, isNow, onEdit }: TableProps) {
  const listed = useMemo(
    () =>
      powers.filter(
        (each) =>
          (!isNow || standing(each) === "now") &&
          `${each.power}${each.town_name}${each.bureau_name}`.includes(typed.trim()),
      ),
    [powers, typed, isNow],
  );
  return (
    <>
      <p className="quiet" data-count>
        {listed.length > SHOWN
          ? words.powers.countShown(count(listed.length), count(SHOWN))
          : words.powers.count(count(listed.length))}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th>{words.powers.power}</th>
            <th>{words.powers.categories}</th>
            <th>{words.powers.town}</th>
            <th>{words.powers.bureau}</th>
            <th>{words.rules.valid}</th>
            {onEdit ? <th aria-label={words.powers.change} /> : null}
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, SHOWN).map((power) => (
            <tr key={power.id} className={standing(power) === "now" ? undefined : "spent"}>
              <td>{power.power}</td>
              <td>{power.categories.join("、")}</td>
              <td className="nowrap">{power.town_name}</td>
              <td>{power.bureau_name}</td>
              <td className="nowrap">{validity(power)}</td>
              {onEdit ? (
                <td className="ends">
                  <button type="button" className="link" onClick={() => onEdit(power)}>
                    {words.powers.change}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** From when until when, and where it stands today. */
export function validity(valid: { valid_from: string; valid_until: string | null }): string {
  const how = standing(valid);
  return [
    words.rules.from(valid.valid_from),
    valid.valid_until ? words.rules.until(valid.valid_until) : "",
    how === "now" ? "" : words.powers[how],
  ]
    .filter(Boolean)
    .join(text.dot);
}
