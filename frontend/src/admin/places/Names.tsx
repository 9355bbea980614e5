/** A place's other names: those in force, those that wait for a second person, and a form to propose one. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isComposing } from "../../look/composing";
import { useToasts } from "../../seat/toasts";
import { text, word } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { NameKind, OtherName, PlaceWithHistory } from "../../wire/administration";
import { useAdmin } from "../context";
import { Refusal } from "../parts/Asked";
import { Input, Select } from "../parts/Fields";
import { Form } from "../parts/Form";
import { sinceWhen } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";

export function Names({ place }: { place: PlaceWithHistory }) {
  const { may } = useAdmin();
  const listed = [...place.aliases].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <section className="part">
      <h3>{words.places.names}</h3>
      {listed.length === 0 ? <p className="quiet">{words.places.noNames}</p> : null}
      {listed.length > 0 ? (
        <table className="table plain">
          <tbody>
            {listed.map((name) => (
              <Line key={name.id} name={name} />
            ))}
          </tbody>
        </table>
      ) : null}
      {may.propose && place.valid_until === null ? <Propose place={place} /> : null}
    </section>
  );
}

const ORDER = { proposed: 0, approved: 1, refused: 2, retired: 3 } as const;

function Line({ name }: { name: OtherName }) {
  const { may, go } = useAdmin();
  const [isRetiring, setRetiring] = useState(false);
  return (
    <tr
      className={name.state === "approved" || name.state === "proposed" ? undefined : "spent"}
      data-name={name.name}
    >
      <td>
        <strong>{name.name}</strong>
        <span className="under">
          {[
            word(text.nameKind, name.kind),
            words.places.nameStates[name.state],
            name.proposed_by,
            sinceWhen(name.proposed_at),
            name.reason,
          ]
            .filter(Boolean)
            .join(text.dot)}
        </span>
      </td>
      <td className="ends">
        {name.state === "proposed" && may.decide ? (
          <button type="button" className="link" onClick={() => go({ tab: "proposals" })}>
            {words.places.toQueue}
          </button>
        ) : null}
        {name.state === "approved" && may.decide ? (
          <button
            type="button"
            className="link"
            data-retire-name={name.name}
            onClick={() => setRetiring(true)}
          >
            {words.places.retire}
          </button>
        ) : null}
        {isRetiring ? <RetireName name={name} onDone={() => setRetiring(false)} /> : null}
      </td>
    </tr>
  );
}

function RetireName({ name, onDone }: { name: OtherName; onDone: () => void }) {
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: (reason: string) => adminApi.retireName(name.id, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["places"] });
      onDone();
    },
  });
  return (
    <ReasonDialog
      title={words.places.retireName(name.name)}
      confirm={words.places.retire}
      what={words.places.retireNameWhat}
      sending={retire}
      onClose={onDone}
    />
  );
}

const KINDS: readonly NameKind[] = ["natural", "short", "nickname", "old", "homophone", "official"];

function Propose({ place }: { place: PlaceWithHistory }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<NameKind>("natural");
  const [reason, setReason] = useState("");
  const isReady = name.trim() !== "" && reason.trim() !== "";
  const propose = useMutation({
    mutationFn: () => adminApi.proposeName(place.id, { name: name.trim(), kind, reason: reason.trim() }),
    onSuccess: () => {
      toasts.say(words.places.proposed(name.trim()));
      setName("");
      setReason("");
      void queries.invalidateQueries({ queryKey: ["places"] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && !propose.isPending) propose.mutate();
  }
  return (
    <Form
      refused={propose.error}
      className="propose"
      data-propose
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Enter" && isComposing(event) && event.preventDefault()}
    >
      <Input
        name="name"
        aria-label={words.places.newName}
        placeholder={words.places.newName}
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        name="kind"
        aria-label={words.places.kind}
        value={kind}
        onChange={(event) => setKind(event.target.value as NameKind)}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {word(text.nameKind, each)}
          </option>
        ))}
      </Select>
      <Input
        name="reason"
        aria-label={words.places.why}
        placeholder={words.places.why}
        maxLength={200}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button" aria-disabled={!isReady || propose.isPending}>
        {words.places.propose}
      </button>
      <p className="quiet">{words.places.proposeHint}</p>
      <Refusal />
    </Form>
  );
}
