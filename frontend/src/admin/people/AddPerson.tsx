/** 新增人员: name, phone, post, the first role, and an account where one is wanted. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/telling";
import { type Posts, peopleApi } from "../../wire/telling";
import { Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
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
      onConfirm={() => add.mutate()}
      onClose={onClose}
    >
      <Words label={words.name} name="name" value={name} change={setName} />
      <Words label={words.phone} name="phone" value={phone} change={setPhone} />
      <Words label={words.post} name="post" value={post} change={setPost} />
      <PostFields choices={choices} post={first} change={setFirst} />
      <Words label={words.username} name="username" value={username} change={setUsername} />
      <p className="quiet">{words.usernameWhat}</p>
      <Refusal error={add.error} />
    </Dialog>
  );
}

interface WordsProps {
  label: string;
  name: string;
  value: string;
  change(value: string): void;
}

function Words({ label, name, value, change }: WordsProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        name={name}
        maxLength={40}
        autoComplete="off"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
