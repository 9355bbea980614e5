/** 大屏: screens on a wall. Paired by the code that a television shows, ended here. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Face } from "../../look/Failure";
import { text } from "../../text";
import { words as admin } from "../../text/admin";
import { words as wall } from "../../text/wall";
import { type WallScreen, wallApi } from "../../wire/wall";
import { Asked, Refusal } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { History } from "../parts/History";
import { moment, sinceWhen } from "../parts/moments";
import { type Choice, ChoiceSelect, type Chosen, sayChoice } from "./Choices";
import { PairWall } from "./PairWall";
import { RenameWall } from "./RenameWall";

const words = wall.page;

export function Walls() {
  const found = useQuery({ queryKey: ["walls"], queryFn: wallApi.screens, refetchInterval: 30_000 });
  const [isPairing, setPairing] = useState(false);
  return (
    <main className="page" data-page="walls">
      <div className="page-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet">
            {words.lead} <code>{`${location.origin}/wall`}</code>
          </p>
        </div>
        <button type="button" className="button primary" data-pair-wall onClick={() => setPairing(true)}>
          {words.pair}
        </button>
      </div>
      <Asked found={found}>{({ walls }) => <Table walls={walls} />}</Asked>
      <History
        about="wall"
        say={sayChosen}
        labels={{ name: words.name, shows: words.shows, theme: words.theme }}
      />
      {isPairing ? <PairWall units={found.data?.units ?? []} onClose={() => setPairing(false)} /> : null}
    </main>
  );
}

/** What was chosen for a screen, by its name. */
function sayChosen(field: string, value: unknown): string | undefined {
  return field === "shows" || field === "theme" ? sayChoice(field, String(value)) : undefined;
}

function Table({ walls }: { walls: readonly WallScreen[] }) {
  const [ending, setEnding] = useState<WallScreen | null>(null);
  const [renaming, setRenaming] = useState<WallScreen | null>(null);
  if (walls.length === 0) return <Face title={words.none} hint={words.noneHint} />;
  return (
    <>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th>{words.name}</th>
              <th>{words.unit}</th>
              <th>{words.shows}</th>
              <th>{words.theme}</th>
              <th>{words.pairedAt}</th>
              <th>{words.seen}</th>
              <th>{admin.state}</th>
              <th aria-label={admin.act} />
            </tr>
          </thead>
          <tbody>
            {walls.map((screen) => (
              <Line
                key={screen.id}
                screen={screen}
                onRename={() => setRenaming(screen)}
                onEnd={() => setEnding(screen)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {renaming ? <RenameWall screen={renaming} onClose={() => setRenaming(null)} /> : null}
      {ending ? <End screen={ending} onClose={() => setEnding(null)} /> : null}
    </>
  );
}

interface LineProps {
  screen: WallScreen;
  onRename: () => void;
  onEnd: () => void;
}

function Line({ screen, onRename, onEnd }: LineProps) {
  return (
    <tr className={screen.ended_at ? "spent" : undefined} data-wall={screen.id}>
      <td>
        <strong>{screen.name}</strong>
      </td>
      <td>{screen.unit_name}</td>
      <td>
        <Setting screen={screen} choice="shows" label={words.showsOf(screen.name)} />
      </td>
      <td>
        <Setting screen={screen} choice="theme" label={words.themeOf(screen.name)} />
      </td>
      <td>
        {moment(screen.created_at)}
        <span className="under">{screen.created_by}</span>
      </td>
      <td>{screen.last_seen_at ? sinceWhen(screen.last_seen_at) : admin.never}</td>
      <td>
        {screen.ended_at ? words.ended : words.inUse}
        {screen.ended_at ? (
          <span className="under">
            {[moment(screen.ended_at), screen.ended_by].filter(Boolean).join(text.dot)}
          </span>
        ) : null}
      </td>
      <td className="ends">
        {screen.ended_at ? null : (
          <>
            <button type="button" className="button small" data-rename-wall={screen.id} onClick={onRename}>
              {words.rename}
            </button>{" "}
            <button type="button" className="button small danger" data-end-wall={screen.id} onClick={onEnd}>
              {words.end}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}

/** What stands beside the figures, or dark or light: changed here, and on the screen two seconds later. */
function Setting({ screen, choice, label }: { screen: WallScreen; choice: Choice; label: string }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (chosen: Partial<Chosen>) => wallApi.change(screen.id, chosen),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["walls"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes", "wall"] });
    },
  });
  if (screen.ended_at) return <>{sayChoice(choice, screen[choice])}</>;
  return (
    <>
      <ChoiceSelect
        choice={choice}
        label={label}
        value={(change.isPending && change.variables[choice]) || screen[choice]}
        onChange={(value) => change.mutate({ [choice]: value })}
      />
      <Refusal error={change.error} />
    </>
  );
}

function End({ screen, onClose }: { screen: WallScreen; onClose: () => void }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => wallApi.end(screen.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["walls"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.endTitle(screen.name)}
      confirm={words.end}
      isDanger
      isSending={end.isPending}
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{words.endWhat}</p>
    </Dialog>
  );
}
