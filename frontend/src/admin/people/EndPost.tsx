/** 结束岗位: first what is open in this name, and to whom it goes; then it ends, and nothing names the person any more. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text, word } from "../../text";
import { words } from "../../text/telling";
import { type PersonEntry, peopleApi } from "../../wire/telling";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Input, Select } from "../parts/Fields";

export interface HeldPost {
  person: PersonEntry;
  post: PersonEntry["posts"][number];
  name: string;
}

export function EndPost({ held, onClose }: { held: HeldPost; onClose: () => void }) {
  const { person, post, name } = held;
  const queries = useQueryClient();
  const [successor, setSuccessor] = useState("");
  const [reason, setReason] = useState("");
  const leaves = useQuery({
    queryKey: ["leaving", person.id, post.unit],
    queryFn: () => peopleApi.leaving(person.id, post.unit),
  });
  const end = useMutation({
    mutationFn: () =>
      peopleApi.leave(person.id, {
        role: post.role,
        unit: post.unit,
        at: null,
        successor: successor ? Number(successor) : null,
        reason: reason.trim(),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["people"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.endPostTitle(person.name, name)}
      confirm={words.endPost}
      isDanger
      isReady={leaves.data !== undefined}
      isSending={end.isPending}
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <Asked found={leaves}>
        {({ tickets, colleagues }) =>
          tickets.length === 0 ? (
            <p>{words.leavesNothing}</p>
          ) : (
            <>
              <p>{words.leaves(tickets.length)}</p>
              <Select
                name="successor"
                aria-label={words.leaves(tickets.length)}
                value={successor}
                onChange={(event) => setSuccessor(event.target.value)}
              >
                <option value="">{words.toUnit}</option>
                {colleagues.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name} {each.post}
                  </option>
                ))}
              </Select>
              <ul className="letters" data-leaves={tickets.length}>
                {tickets.slice(0, 20).map((each) => (
                  <li key={each.id} className="letter">
                    {each.number} <span className="quiet">{word(text.state, each.state)}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Asked>
      <label className="field">
        <span className="field-label">{words.reason}</span>
        <Input
          name="reason"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
