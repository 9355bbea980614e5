/** 未识别的分类: what hotlines wrote that is no category here, mapped to one by one act, or made one. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/categories";
import { type CategoryRegister, categoriesApi } from "../../wire/categories";
import { Dialog } from "../parts/Dialog";
import { count } from "../parts/figures";
import { moment } from "../parts/moments";
import { CategoryDialog } from "./CategoryDialog";
import { Choose } from "./Choose";
import { categoriesChanged } from "./changed";

type Act = { what: "map" | "add"; name: string };

export function Unknown({ register }: { register: CategoryRegister }) {
  const [act, setAct] = useState<Act | null>(null);
  const { unknown, withheld } = register;
  const close = () => setAct(null);
  if (unknown.length === 0 && withheld === 0) return null;
  return (
    <section className="part" aria-labelledby="unknown-categories" data-unknown={unknown.length}>
      <h3 id="unknown-categories">
        {words.unknown} <span className="of">{count(unknown.length)}</span>
      </h3>
      <p className="quiet">{words.unknownLead}</p>
      {unknown.length > 0 ? (
        <div className="table-box scroll short">
          <table className="table">
            <thead>
              <tr>
                <th>{words.unknownName}</th>
                <th className="figure">{words.unknownTickets}</th>
                <th>{words.unknownLast}</th>
                <th aria-label={words.unknownMap} />
              </tr>
            </thead>
            <tbody>
              {unknown.map((each) => (
                <tr key={each.name} data-unknown-name={each.name}>
                  <td>
                    <strong>{each.name}</strong>
                  </td>
                  <td className="figure">{count(each.tickets)}</td>
                  <td className="nowrap">{moment(each.last_at)}</td>
                  <td className="ends">
                    <button
                      type="button"
                      className="link"
                      data-map
                      onClick={() => setAct({ what: "map", name: each.name })}
                    >
                      {words.unknownMap}
                    </button>{" "}
                    <button
                      type="button"
                      className="link"
                      data-make
                      onClick={() => setAct({ what: "add", name: each.name })}
                    >
                      {words.unknownAdd}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {withheld > 0 ? <p className="quiet">{words.withheld(withheld)}</p> : null}
      {act?.what === "map" ? <MapName name={act.name} register={register} onClose={close} /> : null}
      {act?.what === "add" ? <CategoryDialog category={null} written={act.name} onClose={close} /> : null}
    </section>
  );
}

interface MapProps {
  name: string;
  register: CategoryRegister;
  onClose: () => void;
}

function MapName({ name, register, onClose }: MapProps) {
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const map = useMutation({
    mutationFn: () => categoriesApi.call(code, name),
    onSuccess: () => {
      categoriesChanged(queries);
      onClose();
    },
  });
  return (
    <Dialog
      title={words.mapTitle(name)}
      confirm={words.mapDo}
      isReady={code !== ""}
      isSending={map.isPending}
      refused={map.error}
      onConfirm={() => map.mutate()}
      onClose={onClose}
    >
      <p>{words.mapWhat}</p>
      <Choose
        name="category"
        label={words.mapTo}
        value={code}
        categories={register.categories}
        onChange={setCode}
      />
    </Dialog>
  );
}
