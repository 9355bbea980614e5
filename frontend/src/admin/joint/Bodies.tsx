/** Companies outside: added, changed and ended with a reason; ended ones stay, because sheets name them. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words as common } from "../../text/admin";
import { words as joint } from "../../text/joint";
import { type JointSettings, jointApi, type OutsideBody, type OutsideBodyForm } from "../../wire/joint";
import { Dialog } from "../parts/Dialog";
import { Check, Input, Select, TextLine } from "../parts/Fields";
import { useKept } from "./kept";

const words = joint.settings;
const KINDS = ["water", "power", "gas", "heat", "telecom", "property", "transport", "other"] as const;
const EMPTY: OutsideBodyForm = { kind: "property", name: "", phone: "", town: null, note: "" };

export function Bodies({ settings }: { settings: JointSettings }) {
  const [open, setOpen] = useState<OutsideBody | "new" | null>(null);
  const towns = new Map(settings.towns.map((town) => [town.code, town.name]));
  return (
    <section data-section="outside-bodies">
      <h3 className="section-head">
        <span>{words.bodies}</span>
        <button type="button" className="button small" data-add-body onClick={() => setOpen("new")}>
          {words.add}
        </button>
      </h3>
      <table className="table">
        <thead>
          <tr>
            <th>{words.kind}</th>
            <th>{words.name}</th>
            <th>{words.phone}</th>
            <th>{words.town}</th>
            <th>{words.remark}</th>
            <th>{common.state}</th>
            <th aria-label={common.act} />
          </tr>
        </thead>
        <tbody>
          {settings.bodies.map((each) => (
            <tr key={each.id} data-body={each.id}>
              <td>{words.kinds[each.kind]}</td>
              <td>{each.name}</td>
              <td>{each.phone}</td>
              <td>{each.town ? (towns.get(each.town) ?? each.town) : words.allTowns}</td>
              <td>{each.note}</td>
              <td>{each.active ? words.active : words.ended}</td>
              <td className="ends">
                <button type="button" className="link" data-edit-body={each.id} onClick={() => setOpen(each)}>
                  {words.edit}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? (
        <BodyDialog body={open === "new" ? null : open} towns={towns} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

interface DialogProps {
  body: OutsideBody | null;
  towns: ReadonlyMap<string, string>;
  onClose: () => void;
}

function BodyDialog({ body, towns, onClose }: DialogProps) {
  const [form, setForm] = useState<OutsideBodyForm>(body ?? EMPTY);
  const [isActive, setActive] = useState(body?.active ?? true);
  const [reason, setReason] = useState("");
  const kept = useKept();
  const { kind, name, phone, town, note } = form;
  const save = useMutation({
    mutationFn: () => {
      const given: OutsideBodyForm = { kind, name, phone, town, note };
      return body
        ? jointApi.changeBody(body.id, { ...given, active: isActive, reason: reason.trim() })
        : jointApi.addBody(given);
    },
    onSuccess: (settings) => {
      kept(settings);
      onClose();
    },
  });
  return (
    <Dialog
      title={body ? `${words.edit} ${body.name}` : words.add}
      confirm={common.save}
      isReady={name.trim() !== "" && (body === null || reason.trim() !== "")}
      isSending={save.isPending}
      refused={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <KindAndTown form={form} towns={towns} change={setForm} />
      {(["name", "phone", "note"] as const).map((each) => (
        <label key={each} className="field">
          <span className="field-label">{each === "note" ? words.remark : words[each]}</span>
          <Input
            name={each}
            maxLength={each === "phone" ? 40 : 100}
            autoComplete="off"
            value={form[each] ?? ""}
            onChange={(event) => setForm({ ...form, [each]: event.target.value })}
          />
        </label>
      ))}
      {body ? (
        <>
          <Check name="active" checked={isActive} onChange={(event) => setActive(event.target.checked)}>
            <span>{words.active}</span>
          </Check>
          <TextLine name="reason" label={common.reason} value={reason} maxLength={200} onChange={setReason} />
        </>
      ) : null}
    </Dialog>
  );
}

interface PairProps {
  form: OutsideBodyForm;
  towns: ReadonlyMap<string, string>;
  change: (form: OutsideBodyForm) => void;
}

function KindAndTown({ form, towns, change }: PairProps) {
  return (
    <>
      <label className="field">
        <span className="field-label">{words.kind}</span>
        <Select
          name="kind"
          value={form.kind}
          onChange={(event) =>
            change({ ...form, kind: KINDS.find((each) => each === event.target.value) ?? "other" })
          }
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </Select>
      </label>
      <label className="field">
        <span className="field-label">
          {words.town}
          <span className="field-need">{text.act.optional}</span>
        </span>
        <Select
          name="town"
          value={form.town ?? ""}
          onChange={(event) => change({ ...form, town: event.target.value || null })}
        >
          <option value="">{words.allTowns}</option>
          {[...towns].map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </label>
    </>
  );
}
