/** 登录条: for whoever has not chosen a password yet, made some at a time, printed at once, kept nowhere. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/peopleList";
import { peopleApi, type Slip, type SlipPerson } from "../../wire/telling";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { OneOf } from "../parts/Fields";
import { count } from "../parts/figures";
import { SlipSheet } from "./SlipSheet";
import { byUnit, parts } from "./slipParts";

export function Slips({ onClose }: { onClose: () => void }) {
  const found = useQuery({ queryKey: ["slips"], queryFn: () => peopleApi.slipsFor(null), gcTime: 0 });
  const queries = useQueryClient();
  const [unit, setUnit] = useState("");
  const [made, setMade] = useState<readonly Slip[]>([]);
  const [isPrinting, setPrinting] = useState(false);
  const chosen = (found.data ?? []).filter((each) => !unit || String(each.unit) === unit);
  const make = useMutation({
    mutationFn: async () => {
      for (const some of parts(chosen.map(({ id }) => id))) {
        const slips = await peopleApi.makeSlips(some);
        setMade((before) => [...before, ...slips]);
      }
    },
    onSuccess: () => setPrinting(true),
    onSettled: () => queries.invalidateQueries({ queryKey: ["people"] }),
  });
  const isDone = made.length > 0 && !make.isPending;
  return (
    <>
      {/* The buttons stand from the beginning as they will: nothing becomes another under the pointer. */}
      <Dialog
        title={words.slipsTitle}
        confirm={isDone ? words.printAgain : words.make}
        isReady={isDone || chosen.length > 0}
        isSending={make.isPending}
        {...(isDone ? { leave: words.close } : {})}
        refused={make.error}
        onConfirm={() => (isDone ? setPrinting(true) : make.mutate())}
        onClose={onClose}
      >
        <p className="quiet">{words.slipsLead}</p>
        {isDone ? (
          <p data-slips-made={made.length}>{words.made(count(made.length))}</p>
        ) : found.error ? (
          <Asked found={found}>{() => null}</Asked>
        ) : (
          <OfUnit people={found.data} unit={unit} onChange={setUnit} />
        )}
        {make.isPending ? (
          <p role="status">{words.making(count(made.length), count(chosen.length))}</p>
        ) : null}
      </Dialog>
      {isPrinting ? <SlipSheet slips={made} onDone={() => setPrinting(false)} /> : null}
    </>
  );
}

interface OfUnitProps {
  /** None yet: they are still asked for. */
  people: readonly SlipPerson[] | undefined;
  unit: string;
  onChange: (unit: string) => void;
}

function OfUnit({ people, unit, onChange }: OfUnitProps) {
  if (people?.length === 0) return <p data-no-slips>{words.slipsNone}</p>;
  return (
    <OneOf
      name="unit"
      label={words.unit}
      none={people ? words.anyUnit(count(people.length)) : text.faces.loading}
      value={unit}
      onChange={onChange}
      choices={byUnit(people ?? []).map(({ id, name, people: held }) => ({
        value: String(id),
        label: words.unitOf(name, held.length),
      }))}
    />
  );
}
