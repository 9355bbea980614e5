/** Role and unit of a post. */
import { words } from "../../text/telling";
import type { PostForm, Posts } from "../../wire/telling";

export type Post = Pick<PostForm, "role" | "unit">;

interface Props {
  choices: Posts;
  post: Post;
  change(post: Post): void;
}

export function PostFields({ choices, post, change }: Props) {
  return (
    <>
      <label className="field">
        <span className="field-label">{words.role}</span>
        <select
          className="input"
          name="role"
          value={post.role}
          onChange={(event) => change({ ...post, role: event.target.value as Post["role"] })}
        >
          {choices.roles.map((each) => (
            <option key={each.role} value={each.role}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{words.unit}</span>
        <select
          className="input"
          name="unit"
          value={post.unit}
          onChange={(event) => change({ ...post, unit: Number(event.target.value) })}
        >
          {choices.units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** What a form about a post begins with. */
export function firstPost(choices: Posts): Post {
  return { role: "town_operator", unit: choices.units[0]?.id ?? 1 };
}
