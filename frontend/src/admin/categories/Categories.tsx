/** 事项分类: names nobody knows first, then the tree; added, put right, ended with a day, from a file; with its history. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/categories";
import { words as keeping } from "../../text/keeping";
import { type CategoryRegister, categoriesApi } from "../../wire/categories";
import { Asked } from "../parts/Asked";
import { History } from "../parts/History";
import "./categories.css";
import { CategoryDialog } from "./CategoryDialog";
import { labels, saying } from "./saying";
import { TakeCategories } from "./TakeCategories";
import { Tree } from "./Tree";
import { Unknown } from "./Unknown";

export function Categories() {
  const found = useQuery({ queryKey: ["categories"], queryFn: categoriesApi.all });
  const [isAdding, setAdding] = useState(false);
  const [isTaking, setTaking] = useState(false);
  return (
    <main className="page" data-page="categories">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
        <div className="form-end">
          <a className="button" href={categoriesApi.sheet} download>
            {keeping.sheet}
          </a>
          <button type="button" className="button" data-take-categories onClick={() => setTaking(true)}>
            {keeping.take}
          </button>
          <button type="button" className="button primary" data-add-category onClick={() => setAdding(true)}>
            {words.add}
          </button>
        </div>
      </div>
      <Asked found={found}>{(register) => <Register register={register} />}</Asked>
      {isAdding ? <CategoryDialog category={null} onClose={() => setAdding(false)} /> : null}
      {isTaking ? <TakeCategories onClose={() => setTaking(false)} /> : null}
    </main>
  );
}

function Register({ register }: { register: CategoryRegister }) {
  const paths = new Map(register.categories.map(({ code, path }) => [code, path]));
  return (
    <>
      <Unknown register={register} />
      <Tree register={register} />
      <History
        about="category"
        nameOf={(subject) => {
          const code = subject.slice(subject.indexOf(":") + 1);
          return paths.get(code) ?? code;
        }}
        say={saying}
        labels={labels}
      />
    </>
  );
}
