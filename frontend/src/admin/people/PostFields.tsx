/** Role and unit of a post: units of the kinds that the role is for. */
import { words } from "../../text/telling";
import type { PostForm, Posts } from "../../wire/telling";
import { OneOf } from "../parts/Fields";
import { fitting } from "./posts";

export type Post = Pick<PostForm, "role" | "unit">;

interface Props {
  choices: Posts;
  post: Post;
  change(post: Post): void;
}

export function PostFields({ choices, post, change }: Props) {
  function choose(role: Post["role"]): void {
    const units = fitting(choices, role);
    const stays = units.some(({ id }) => id === post.unit);
    change({ role, unit: stays ? post.unit : (units[0]?.id ?? post.unit) });
  }
  return (
    <>
      <OneOf
        name="role"
        label={words.role}
        value={post.role}
        choices={choices.roles.map(({ role, name }) => ({ value: role, label: name }))}
        onChange={(role) => choose(role as Post["role"])}
      />
      <OneOf
        name="unit"
        label={words.unit}
        value={String(post.unit)}
        choices={fitting(choices, post.role).map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(unit) => change({ ...post, unit: Number(unit) })}
      />
    </>
  );
}

/** What a form about a post begins with. */
export function firstPost(choices: Posts): Post {
  return { role: "town_operator", unit: fitting(choices, "town_operator")[0]?.id ?? 1 };
}
