/** A dated entry as a form (a power, a matter of a list): its own inputs, from when until when, why; saved once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useToasts } from "../../seat/toasts";
import { text } from "../../text";
import { words } from "../../text/owning";
import { Refusal } from "../parts/Asked";
import { Form } from "../parts/Form";
import { type Dated, DayFields } from "./DayFields";
import { useShown } from "./useShown";

interface Props<Entry extends Dated> {
  name: string;
  blank: Entry;
  /** What the entry says itself is there; days and reason are asked for here. */
  isWhole: (entry: Entry) => boolean;
  save: (entry: Entry) => Promise<unknown>;
  onDone: () => void;
  children: (entry: Entry, set: (change: Partial<Entry>) => void) => ReactNode;
}

export function DatedForm<Entry extends Dated>(props: Props<Entry>) {
  const { name, blank, isWhole, save, onDone, children } = props;
  const queries = useQueryClient();
  const toasts = useToasts();
  const shown = useShown<HTMLFormElement>();
  const [entry, setEntry] = useState(blank);
  const set = (change: Partial<Entry>) => setEntry((held) => ({ ...held, ...change }));
  const saving = useMutation({
    mutationFn: () => save(entry),
    onSuccess: () => {
      toasts.say(words.powers.saved);
      void queries.invalidateQueries({ queryKey: ["rules"] });
      onDone();
    },
  });
  const isReady = isWhole(entry) && entry.valid_from !== "" && entry.reason.trim() !== "";
  return (
    <Form
      refused={saving.error}
      ref={shown}
      className="rule-form"
      data-dated-form={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !saving.isPending) saving.mutate();
      }}
    >
      {children(entry, set)}
      <DayFields form={entry} set={(change) => set(change as Partial<Entry>)} />
      <div className="wide">
        <Refusal />
        <button type="submit" className="button primary" aria-disabled={!isReady || saving.isPending}>
          {saving.isPending ? text.act.sending : words.powers.save}
        </button>{" "}
        <button type="button" className="button" onClick={onDone}>
          {text.act.cancel}
        </button>
      </div>
    </Form>
  );
}
