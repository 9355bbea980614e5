/** 申诉: what units object to in a period, and the rulings; raised here, or beside a ticket behind a figure. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isDistrict } from "../../state/roles";
import { text } from "../../text";
import { words } from "../../text/scores";
import { type Objection, type PeriodDetail, scoresApi } from "../../wire/scores";
import { useAdmin } from "../context";
import { Dialog } from "../parts/Dialog";
import { Select, TextArea } from "../parts/Fields";
import { moment } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { type Picked, TicketPicker } from "./TicketPicker";

type Asked = { of: Objection; upheld: boolean };

export function Objections({ period, onObject }: { period: PeriodDetail; onObject: () => void }) {
  const [ruling, setRuling] = useState<Asked | null>(null);
  const names = new Map(period.formulas.map(({ code, name }) => [code, name]));
  return (
    <section className="part" data-objections>
      <h3>
        {words.objections}{" "}
        {period.may_object ? (
          <button type="button" className="button small" data-object onClick={onObject}>
            {words.object}
          </button>
        ) : null}
      </h3>
      {period.may_object ? <p className="quiet">{words.objectHint}</p> : null}
      {period.objections.length === 0 ? <p className="quiet">{words.objectionsNone}</p> : null}
      {period.objections.length > 0 ? (
        <div className="table-box">
          <table className="table">
            <thead>
              <tr>
                <th>{words.unit}</th>
                <th>{words.ticket}</th>
                <th>{words.rate}</th>
                <th>{words.because}</th>
                <th>{words.ruling}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {period.objections.map((each) => (
                <Line
                  key={each.id}
                  each={each}
                  rate={names.get(each.rate) ?? each.rate}
                  isOpen={period.locked_at === null}
                  onRule={(upheld) => setRuling({ of: each, upheld })}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {ruling ? <Ruling {...ruling} onClose={() => setRuling(null)} /> : null}
    </section>
  );
}

interface LineProps {
  each: Objection;
  rate: string;
  isOpen: boolean;
  onRule: (upheld: boolean) => void;
}

function Line({ each, rate, isOpen, onRule }: LineProps) {
  const { me } = useAdmin();
  const mayRule = each.state === "open" && isOpen && isDistrict(me.memberships);
  return (
    <tr data-objection={each.state}>
      <td>{each.unit_name}</td>
      <td>
        <a className="link code" href={`/?ticket=${each.ticket}`}>
          {each.number ?? words.ticket}
        </a>
      </td>
      <td>{rate}</td>
      <td>
        {each.reason}
        <span className="under">{[each.raised_by, moment(each.raised_at)].join(text.dot)}</span>
      </td>
      <td>
        {[words.objectionState[each.state], each.ruling].filter(Boolean).join(text.colon)}
        {each.ruled_at ? (
          <span className="under">{[each.ruled_by, moment(each.ruled_at)].join(text.dot)}</span>
        ) : null}
      </td>
      <td className="ends">
        {mayRule ? (
          <>
            <button type="button" className="button small" data-uphold onClick={() => onRule(true)}>
              {words.uphold}
            </button>{" "}
            <button type="button" className="button small" data-refuse onClick={() => onRule(false)}>
              {words.refuse}
            </button>
          </>
        ) : null}
      </td>
    </tr>
  );
}

function Ruling({ of, upheld, onClose }: Asked & { onClose: () => void }) {
  const queries = useQueryClient();
  const rule = useMutation({
    mutationFn: (said: string) => scoresApi.rule(of.id, upheld, said),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      onClose();
    },
  });
  const title = upheld ? words.uphold : words.refuse;
  return (
    <ReasonDialog
      name="ruling"
      title={title}
      confirm={title}
      what={of.reason}
      sending={rule}
      onClose={onClose}
    />
  );
}

interface ObjectingProps {
  period: PeriodDetail;
  /** What the person was looking at, if they came from a figure. */
  ticket?: Picked;
  rate?: string;
  onClose: () => void;
}

export function Objecting({ period, ticket, rate: asked, onClose }: ObjectingProps) {
  const queries = useQueryClient();
  const [picked, setPicked] = useState<Picked[]>(ticket ? [ticket] : []);
  const [rate, setRate] = useState(asked ?? "solved");
  const [reason, setReason] = useState("");
  const object = useMutation({
    mutationFn: () =>
      scoresApi.objectTo(period.id, { ticket: picked[0]?.id ?? 0, rate, reason: reason.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["periods"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.object}
      confirm={words.object}
      isReady={picked.length === 1 && reason.trim() !== ""}
      isSending={object.isPending}
      refused={object.error}
      onConfirm={() => object.mutate()}
      onClose={onClose}
    >
      <p className="quiet">{words.objectWhat}</p>
      <TicketPicker label={words.objectTicket} name="ticket" most={1} picked={picked} onChange={setPicked} />
      <label className="field">
        <span className="field-label">{words.rate}</span>
        <Select name="rate" value={rate} onChange={(event) => setRate(event.target.value)}>
          {period.formulas
            .filter(({ code }) => code !== "composite")
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </Select>
      </label>
      <TextArea name="reason" label={words.because} value={reason} maxLength={1000} onChange={setReason} />
    </Dialog>
  );
}
