/** 新增人员: name, phone, post, the first role, and an account where one is wanted. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/telling";
import { type Posts, peopleApi } from "../../wire/telling";
import { Dialog } from "../parts/Dialog";
import { TextLine } from "../parts/Fields";
import { firstPost, PostFields } from "./PostFields";

interface Props {
  choices: Posts;
  onPassword(password: string): void;
  onClose: () => void;
}

export function AddPerson({ choices, onPassword, onClose }: Props) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [post, setPost] = useState("");
  const [username, setUsername] = useState("");
  const [first, setFirst] = useState(() => firstPost(choices));
  const add = useMutation({
    mutationFn: () => peopleApi.add({ name, phone, post, username: username.trim() || null, ...first }),
    onSuccess: ({ password }) => {
      void queries.invalidateQueries({ queryKey: ["people"] });
      onClose();
      if (password) onPassword(password);
    },
  });
  return (
    <Dialog
      title={words.add}
      confirm={words.add}
      isReady={name.trim() !== ""}
      isSending={add.isPending}
      refused={add.error}
      onConfirm={() => add.mutate()}
      onClose={onClose}
    >
      <TextLine name="name" label={words.name} maxLength={40} value={name} onChange={setName} />
      <TextLine name="phone" label={words.phone} maxLength={40} value={phone} onChange={setPhone} />
      <TextLine name="post" label={words.post} maxLength={40} value={post} onChange={setPost} />
      <PostFields choices={choices} post={first} change={setFirst} />
      <TextLine
        name="username"
        label={words.username}
        maxLength={40}
        value={username}
        onChange={setUsername}
      />
      <p className="quiet">{words.usernameWhat}</p>
    </Dialog>
  );
}
