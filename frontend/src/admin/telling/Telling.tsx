/** 通知设置: limits and words as versions, and what the local outbox holds where there is no gateway. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words as common } from "../../text/admin";
import { words } from "../../text/telling";
import {
  type MessageTemplate,
  type Telling as Setting,
  type TellingLimits,
  tellingApi,
} from "../../wire/telling";
import { useAdmin } from "../context";
import { Asked, Refusal } from "../parts/Asked";
import { Area, Input, Select } from "../parts/Fields";
import { Form } from "../parts/Form";
import { History } from "../parts/History";
import { Outbox } from "./Outbox";

type Name = keyof TellingLimits;
const NAMES = Object.keys(words.limit) as Name[];
const QUERY = ["telling"];

export function Telling() {
  const found = useQuery({ queryKey: QUERY, queryFn: tellingApi.setting });
  return (
    <main className="page" data-page="telling">
      <div className="page-head">
        <div>
          <h2>{words.telling}</h2>
          <p className="quiet">{words.tellingLead}</p>
        </div>
      </div>
      <Asked found={found}>
        {(setting) => (
          <>
            <p>{gatewayWords(setting.gateway)}</p>
            {setting.gateway === "outbox" ? <Outbox /> : null}
            <Limits key={setting.version} setting={setting} />
            <History
              about="telling_limit"
              of={words.limits}
              nameOf={(subject) => words.version(Number(subject.split(":")[1]))}
              say={(field, value) => (field === "first_kind" ? word(words.kind, String(value)) : undefined)}
              labels={words.limit}
            />
            <h3>{words.templates}</h3>
            {setting.templates.map((each) => (
              <Template key={`${each.code}/${each.version}`} template={each} />
            ))}
            <History
              about="notification_template"
              of={words.templates}
              nameOf={(subject) => word(words.template, subject.split(":")[1] ?? "")}
            />
          </>
        )}
      </Asked>
    </main>
  );
}

function gatewayWords(name: string): string {
  return name === "outbox" || name === "none" ? words.gateway[name] : words.gatewayNamed(name);
}

/** Keeps what a change came to. */
function useKept() {
  const queries = useQueryClient();
  return (setting: Setting) => queries.setQueryData(QUERY, setting);
}

function Limits({ setting }: { setting: Setting }) {
  const { may } = useAdmin();
  const [limits, setLimits] = useState<TellingLimits>(setting.limits);
  const [note, setNote] = useState("");
  const kept = useKept();
  const save = useMutation({
    mutationFn: () => tellingApi.setLimits(limits, note.trim()),
    onSuccess: kept,
  });
  return (
    <Form
      refused={save.error}
      className="limits"
      data-form="limits"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim()) save.mutate();
      }}
    >
      <h3>
        {words.limits} <span className="quiet">{words.version(setting.version)}</span>
      </h3>
      <p className="quiet">{words.quietWhat}</p>
      <div className="limits-grid">
        {NAMES.map((name) => (
          <div key={name} className="field">
            <span className="field-label">{words.limit[name]}</span>
            <LimitInput
              name={name}
              value={limits[name]}
              change={(value) => setLimits({ ...limits, [name]: value })}
            />
          </div>
        ))}
      </div>
      {may.keep ? (
        <div className="filters">
          <Input
            name="note"
            placeholder={words.note}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <button
            type="submit"
            className="button primary"
            disabled={!note.trim() || save.isPending}
            data-save
          >
            {common.save}
          </button>
        </div>
      ) : null}
      <Refusal />
    </Form>
  );
}

/** What the service takes: minutes of a day unless said. */
const BOUNDS: Partial<Record<Name, { min: number; max: number }>> = {
  keep_days: { min: 180, max: 3650 },
  grievance_days: { min: 30, max: 3650 },
  one_time_days: { min: 1, max: 90 },
};

function boundsOf(name: Name) {
  return BOUNDS[name] ?? { min: 1, max: 1440 };
}

interface LimitProps {
  name: Name;
  value: string | number;
  change(value: string | number): void;
}

function LimitInput({ name, value, change }: LimitProps) {
  if (name === "first_kind")
    return (
      <Select
        name={name}
        aria-label={words.limit[name]}
        value={value}
        onChange={(event) => change(event.target.value)}
      >
        <option value="sms">{words.kind.sms}</option>
        <option value="wecom">{words.kind.wecom}</option>
      </Select>
    );
  const isTime = typeof value === "string";
  return (
    <Input
      name={name}
      aria-label={words.limit[name]}
      type={isTime ? "time" : "number"}
      {...(isTime ? {} : boundsOf(name))}
      required
      value={value}
      onChange={(event) => change(isTime ? event.target.value : Number(event.target.value))}
    />
  );
}

function Template({ template }: { template: MessageTemplate }) {
  const [written, setWritten] = useState(template.words);
  const [code, setCode] = useState(template.gateway_template);
  const kept = useKept();
  const save = useMutation({
    mutationFn: () => tellingApi.setTemplate(template.code, code, written),
    onSuccess: kept,
  });
  const isChanged = written !== template.words || code !== template.gateway_template;
  return (
    <Form
      refused={save.error}
      className="template"
      data-template={template.code}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save.mutate();
      }}
    >
      <strong>{word(words.template, template.code)}</strong>{" "}
      <span className="quiet">
        {[
          words.version(template.version),
          words.names(template.names.map((name) => `{${name}}`).join(" ")),
        ].join(text.dot)}
      </span>
      <Area
        name="words"
        rows={2}
        maxLength={500}
        aria-label={word(words.template, template.code)}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      <div className="filters">
        <Input
          name="gateway_template"
          aria-label={words.gatewayTemplate}
          title={words.gatewayTemplate}
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <button type="submit" className="button small" disabled={!isChanged || save.isPending}>
          {common.save}
        </button>
      </div>
      <Refusal />
    </Form>
  );
}
