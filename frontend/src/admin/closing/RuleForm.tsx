/** One rule as a form, of whichever kind: saved as a new row that replaces the one it came from. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "../../seat/toasts";
import { isAdministrator } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/admin";
import { api } from "../../wire/api";
import { closingApi, type RuleKind } from "../../wire/closing";
import { useAdmin } from "../context";
import { Dialog } from "../parts/Dialog";
import { Area, Group, Input, Select, Tick } from "../parts/Fields";
import {
  ASKED,
  type Asked,
  draftOf,
  formOf,
  isComplete,
  type Rule,
  type RuleDraft,
  type Value,
} from "./rules";

interface Props {
  kind: RuleKind;
  rule: Rule | null;
  onClose: () => void;
}

export function RuleForm({ kind, rule, onClose }: Props) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(kind, rule as Record<string, unknown> | null));
  const save = useMutation({
    mutationFn: () => closingApi.saveRule(kind, formOf(kind, draft, rule?.id ?? null)),
    onSuccess: () => {
      toasts.say(words.closing.saved);
      void queries.invalidateQueries({ queryKey: ["closing-rules"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={`${rule ? words.closing.change : words.closing.add}${text.dot}${words.closing.tabs[kind]}`}
      confirm={words.save}
      isReady={isComplete(kind, draft)}
      isSending={save.isPending}
      refused={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {ASKED[kind].map((asked) => (
        <Field
          key={asked.name}
          asked={asked}
          value={draft[asked.name] ?? null}
          onChange={(value) => {
            save.reset();
            setDraft((before) => ({ ...before, [asked.name]: value }));
          }}
        />
      ))}
    </Dialog>
  );
}

interface FieldProps {
  asked: Asked;
  value: Value;
  onChange: (value: Value) => void;
}

function Field(props: FieldProps) {
  const { asked } = props;
  const label = words.closing.fields[asked.name] ?? asked.name;
  if (asked.kind === "several" || asked.kind === "one") {
    return (
      <Group name={asked.name} label={label}>
        <Choices {...props} />
      </Group>
    );
  }
  return (
    <div className="field" data-field={asked.name}>
      <label className="field-label" htmlFor={`rule-${asked.name}`}>
        {label}
        {asked.required || asked.kind === "flag" ? null : (
          <span className="field-need">{text.act.optional}</span>
        )}
      </label>
      <Control {...props} />
    </div>
  );
}

function Control({ asked, value, onChange }: FieldProps) {
  const id = `rule-${asked.name}`;
  const shared = { id, name: asked.name };
  switch (asked.kind) {
    case "flag":
      return (
        <Tick {...shared} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
      );
    case "whole":
    case "number":
      return (
        <Input
          {...shared}
          type="number"
          min={0}
          step={asked.kind === "whole" ? 1 : "any"}
          value={typeof value === "number" ? value : ""}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.valueAsNumber)}
        />
      );
    case "long":
      return (
        <Area
          {...shared}
          rows={5}
          maxLength={2000}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "category":
      return <CategoryInput shared={shared} value={value} onChange={onChange} />;
    case "unit":
      return <UnitInput shared={shared} value={value} onChange={onChange} />;
    default:
      return (
        <Input
          {...shared}
          maxLength={200}
          autoComplete="off"
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** The directory is the desks': whoever runs the platform types paths and leaves units to the whole district. */
function useDirectory() {
  const { me } = useAdmin();
  return useQuery({
    queryKey: ["directory"],
    queryFn: api.directory,
    enabled: !isAdministrator(me.memberships),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

interface ListedProps {
  shared: { id: string; name: string };
  value: Value;
  onChange: (value: Value) => void;
}

function CategoryInput({ shared, value, onChange }: ListedProps) {
  const paths = useDirectory()?.categories.flatMap((each) => (each.in_use ? [each.path] : [])) ?? [];
  const themes = [...new Set(paths.map((path) => path.split("/")[0] ?? path))];
  return (
    <>
      <Input
        {...shared}
        list="closing-categories"
        autoComplete="off"
        placeholder={words.closing.any}
        value={String(value ?? "")}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id="closing-categories">
        {[...themes, ...paths].map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
    </>
  );
}

function UnitInput({ shared, value, onChange }: ListedProps) {
  const units = useDirectory()?.units ?? [];
  return (
    <Select
      {...shared}
      value={value === null ? "" : String(value)}
      onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
    >
      <option value="">{words.closing.wholeDistrict}</option>
      {units.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.name}
        </option>
      ))}
    </Select>
  );
}

function Choices({ asked, value, onChange }: FieldProps) {
  const held = Array.isArray(value) ? value : value === null ? [] : [String(value)];
  function choose(code: string, isChosen: boolean): void {
    if (asked.kind === "one") onChange(code);
    else onChange(isChosen ? [...held, code] : held.filter((each) => each !== code));
  }
  return (
    <div className="choices">
      {Object.entries(asked.choices ?? {}).map(([code, label]) => (
        <label key={code} className="choice">
          <input
            type={asked.kind === "one" ? "radio" : "checkbox"}
            name={asked.name}
            value={code}
            checked={held.includes(code)}
            onChange={(event) => choose(code, event.target.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
