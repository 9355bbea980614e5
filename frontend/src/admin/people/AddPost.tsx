/** 加岗位: another role for a unit, until a day where one is said. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/telling";
import { type PersonEntry, type Posts, peopleApi } from "../../wire/telling";
import { Dialog } from "../parts/Dialog";
import { When } from "../parts/Fields";
import { fromInput } from "../parts/moments";
import { firstPost, PostFields } from "./PostFields";

interface Props {
  person: PersonEntry;
  choices: Posts;
  onClose: () => void;
}

export function AddPost({ person, choices, onClose }: Props) {
  const queries = useQueryClient();
  const [post, setPost] = useState(() => firstPost(choices));
  const [until, setUntil] = useState("");
  const give = useMutation({
    mutationFn: () =>
      peopleApi.give(person.id, { ...post, since: null, until: until ? fromInput(until) : null }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["people"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={`${words.addPost} ${person.name}`}
      confirm={words.addPost}
      isSending={give.isPending}
      refused={give.error}
      onConfirm={() => give.mutate()}
      onClose={onClose}
    >
      <PostFields choices={choices} post={post} change={setPost} />
      <When name="until" label={words.until} value={until} onChange={setUntil} />
    </Dialog>
  );
}
