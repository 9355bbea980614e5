/** A person's account: a new one-time password, or shut and opened. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/telling";
import { type PersonEntry, peopleApi } from "../../wire/telling";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { TextLine } from "../parts/Fields";

interface Props {
  person: PersonEntry;
  onPassword(password: string): void;
}

export function AccountButtons({ person, onPassword }: Props) {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [username, setUsername] = useState("");
  const renew = () => queries.invalidateQueries({ queryKey: ["people"] });
  const reset = useMutation({
    mutationFn: () => peopleApi.password(person.id, person.username ? null : username.trim()),
    onSuccess: ({ password }) => {
      setAsking(false);
      onPassword(password);
      void renew();
    },
  });
  const disable = useMutation({
    mutationFn: () => peopleApi.disable(person.id, !person.disabled),
    onSettled: renew,
  });
  const label = person.username ? words.newPassword : words.makeAccount;
  return (
    <>
      <button type="button" className="button small" data-password onClick={() => setAsking(true)}>
        {label}
      </button>{" "}
      {person.username ? (
        <button
          type="button"
          className="button small danger"
          data-disable
          disabled={disable.isPending}
          onClick={() => disable.mutate()}
        >
          {person.disabled ? words.enable : words.disable}
        </button>
      ) : null}
      <Refusal error={disable.error} />
      {isAsking ? (
        <Dialog
          title={`${label} ${person.name}`}
          confirm={label}
          isReady={person.username !== null || username.trim().length >= 3}
          isSending={reset.isPending}
          refused={reset.error}
          onConfirm={() => reset.mutate()}
          onClose={() => setAsking(false)}
        >
          <p className="quiet">{words.shownWhat}</p>
          {person.username ? null : (
            <TextLine
              name="username"
              label={words.username}
              value={username}
              maxLength={40}
              onChange={setUsername}
            />
          )}
        </Dialog>
      ) : null}
    </>
  );
}
