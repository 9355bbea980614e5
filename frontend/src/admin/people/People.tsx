/** 人员与岗位: persons, accounts, posts; whoever leaves hands on what is open in their name. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import { words as list } from "../../text/peopleList";
import { words } from "../../text/telling";
import { keepingApi } from "../../wire/keeping";
import { type PersonEntry, type Posts, peopleApi } from "../../wire/telling";
import { Asked } from "../parts/Asked";
import { moment } from "../parts/moments";
import { SearchBox } from "../parts/SearchBox";
import { TakeList } from "../parts/TakeList";
import { AccountButtons } from "./AccountButtons";
import { AddPerson } from "./AddPerson";
import { AddPost } from "./AddPost";
import { EndPost, type HeldPost } from "./EndPost";
import { OnePersonsHistory, PeopleHistory, roleIn } from "./PeopleHistory";
import { isMisplaced } from "./posts";
import { ShownPassword } from "./ShownPassword";
import { Slips } from "./Slips";

export function People() {
  const [typed, setTyped] = useState("");
  const [unit, setUnit] = useState<number | null>(null);
  const posts = useQuery({ queryKey: ["posts"], queryFn: peopleApi.posts });
  const found = useQuery({
    queryKey: ["people", typed, unit],
    queryFn: () => peopleApi.people(typed, unit),
    placeholderData: (before) => before,
  });
  const [doing, setDoing] = useState<"add" | "take" | "slips" | null>(null);
  const close = () => setDoing(null);
  const [password, setPassword] = useState<string | null>(null);
  return (
    <main className="page" data-page="people">
      <div className="page-head">
        <div>
          <h2>{words.people}</h2>
          <p className="quiet">{words.peopleLead}</p>
        </div>
        <div className="form-end">
          <a className="button" href={keepingApi.sheet("people")} download>
            {keeping.sheet}
          </a>
          <button type="button" className="button" data-slips-open onClick={() => setDoing("slips")}>
            {list.slips}
          </button>
          <button type="button" className="button" data-take-list onClick={() => setDoing("take")}>
            {list.take}
          </button>
          <button type="button" className="button primary" data-add-person onClick={() => setDoing("add")}>
            {words.add}
          </button>
        </div>
      </div>
      <div className="filters">
        <SearchBox label={words.search} value={typed} onChange={setTyped} />
        <select
          className="input"
          aria-label={words.unit}
          value={unit ?? ""}
          onChange={(event) => setUnit(event.target.value ? Number(event.target.value) : null)}
        >
          <option value="">{words.anyUnit}</option>
          {(posts.data?.units ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <PeopleHistory choices={posts.data} />
      {posts.data && found.data ? <Misplaced people={found.data} choices={posts.data} /> : null}
      <Asked found={posts}>
        {(choices) => (
          <Asked found={found}>
            {(people) => <Table people={people} choices={choices} onPassword={setPassword} />}
          </Asked>
        )}
      </Asked>
      {doing === "add" && posts.data ? (
        <AddPerson choices={posts.data} onPassword={setPassword} onClose={close} />
      ) : null}
      {doing === "slips" ? <Slips onClose={close} /> : null}
      {doing === "take" ? (
        <TakeList
          list="people"
          query="people"
          title={list.takeTitle}
          choice={{ name: "accounts", label: list.takeAccounts }}
          onClose={close}
        />
      ) : null}
      {password ? <ShownPassword password={password} onClose={() => setPassword(null)} /> : null}
    </main>
  );
}

/** Whoever holds such a post stands first in the list. */
function Misplaced({ people, choices }: { people: readonly PersonEntry[]; choices: Posts }) {
  const count = people.flatMap(({ posts }) => posts.filter((post) => isMisplaced(choices, post))).length;
  if (count === 0) return null;
  return (
    <p className="notice bad" role="status" data-misplaced={count}>
      {words.misplacedMany(count)}
    </p>
  );
}

interface TableProps {
  people: readonly PersonEntry[];
  choices: Posts;
  onPassword(password: string): void;
}

function Table({ people, choices, onPassword }: TableProps) {
  const [ending, setEnding] = useState<HeldPost | null>(null);
  const [giving, setGiving] = useState<PersonEntry | null>(null);
  const [looked, setLooked] = useState<PersonEntry | null>(null);
  if (people.length === 0) return <Face title={words.peopleNone} />;
  return (
    <>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{words.name}</th>
              <th>{words.phone}</th>
              <th>{words.posts}</th>
              <th>{words.account}</th>
              <th className="figure">{words.openWork}</th>
              <th aria-label={common.act} />
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Line
                key={person.id}
                {...{ person, choices, onPassword }}
                onEnd={setEnding}
                onGive={() => setGiving(person)}
                onLook={() => setLooked(person)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {ending ? <EndPost held={ending} onClose={() => setEnding(null)} /> : null}
      {looked ? (
        <OnePersonsHistory person={looked} choices={choices} onClose={() => setLooked(null)} />
      ) : null}
      {giving ? <AddPost person={giving} choices={choices} onClose={() => setGiving(null)} /> : null}
    </>
  );
}

interface LineProps {
  person: PersonEntry;
  choices: Posts;
  onPassword(password: string): void;
  onEnd(held: HeldPost): void;
  onGive(): void;
  onLook(): void;
}

function Line({ person, choices, onPassword, onEnd, onGive, onLook }: LineProps) {
  const roleName = (role: string) => roleIn(choices, role);
  return (
    <tr data-person={person.id}>
      <td>
        <button
          type="button"
          className="link strong"
          title={keeping.history}
          data-look-person
          onClick={onLook}
        >
          {person.name}
        </button>
        <span className="under" translate="no">
          {person.post}
        </span>
      </td>
      <td className="code">{person.phone}</td>
      <td>
        {person.posts.map((post) => (
          <div key={`${post.role}/${post.unit}`} className="post">
            {roleName(post.role)}
            {text.dot}
            {post.unit_name}
            {post.until ? <span className="quiet"> {words.postUntil(moment(post.until))}</span> : null}{" "}
            {isMisplaced(choices, post) ? <strong className="chip">{words.misplaced}</strong> : null}{" "}
            <button
              type="button"
              className="link"
              data-end-post={post.role}
              onClick={() => onEnd({ person, post, name: `${roleName(post.role)} ${post.unit_name}` })}
            >
              {words.endPost}
            </button>
          </div>
        ))}
        <button type="button" className="link" data-add-post onClick={onGive}>
          {words.addPost}
        </button>
      </td>
      <td>
        {person.username ?? <span className="quiet">{words.noAccount}</span>}
        {person.disabled ? <span className="under">{words.disabled}</span> : null}
        {person.must_change ? <span className="under">{words.oneTime}</span> : null}
      </td>
      <td className="figure">{person.open}</td>
      <td className="ends">
        <AccountButtons person={person} onPassword={onPassword} />
      </td>
    </tr>
  );
}
