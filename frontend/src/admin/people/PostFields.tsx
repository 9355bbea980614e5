/** Role and unit of a post. */
import { words } from "../../text/telling";
import type { PostForm, Posts } from "../../wire/telling";
import { OneOf } from "../parts/Fields";

export type Post = Pick<PostForm, "role" | "unit">;

interface Props {
  choices: Posts;
  post: Post;
  change(post: Post): void;
}

export function PostFields({ choices, post, change }: Props) {
  return (
    <>
      <OneOf
        name="role"
        label={words.role}
        value={post.role}
        choices={choices.roles.map(({ role, name }) => ({ value: role, label: name }))}
        onChange={(role) => change({ ...post, role: role as Post["role"] })}
      />
      <OneOf
        name="unit"
        label={words.unit}
        value={String(post.unit)}
        choices={choices.units.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(unit) => change({ ...post, unit: Number(unit) })}
      />
    </>
  );
}

/** What a form about a post begins with. */
export function firstPost(choices: Posts): Post {
  return { role: "town_operator", unit: choices.units[0]?.id ?? 1 };
}
