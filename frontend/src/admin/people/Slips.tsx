/** 登录条: for whoever has not chosen a password yet, made some at a time, printed at once, kept nowhere. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
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
  if (found.data && found.data.length > 0) return <Make people={found.data} onClose={onClose} />;
  return (
    <Dialog title={words.slipsTitle} confirm={words.close} isTold onConfirm={onClose} onClose={onClose}>
      <p className="quiet">{words.slipsLead}</p>
      <Asked found={found}>{() => <p data-no-slips>{words.slipsNone}</p>}</Asked>
    </Dialog>
  );
}

interface MakeProps {
  people: readonly SlipPerson[];
  onClose: () => void;
}

function Make({ people, onClose }: MakeProps) {
  const queries = useQueryClient();
  const [unit, setUnit] = useState("");
  const [made, setMade] = useState<readonly Slip[]>([]);
  const [isPrinting, setPrinting] = useState(false);
  const chosen = unit ? people.filter((each) => String(each.unit) === unit) : people;
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
      <Dialog
        title={words.slipsTitle}
        confirm={isDone ? words.printAgain : words.make(count(chosen.length))}
        isSending={make.isPending}
        {...(isDone ? { leave: words.close } : {})}
        refused={make.error}
        onConfirm={() => (isDone ? setPrinting(true) : make.mutate())}
        onClose={onClose}
      >
        <p className="quiet">{words.slipsLead}</p>
        {isDone ? (
          <p data-slips-made={made.length}>{words.made(count(made.length))}</p>
        ) : (
          <OneOf
            name="unit"
            label={words.unit}
            none={words.anyUnit(count(people.length))}
            value={unit}
            onChange={setUnit}
            choices={byUnit(people).map(({ id, name, people: held }) => ({
              value: String(id),
              label: words.unitOf(name, held.length),
            }))}
          />
        )}
        {make.isPending ? (
          <p role="status">{words.making(count(made.length), count(chosen.length))}</p>
        ) : null}
      </Dialog>
      {isPrinting ? <SlipSheet slips={made} onDone={() => setPrinting(false)} /> : null}
    </>
  );
}
