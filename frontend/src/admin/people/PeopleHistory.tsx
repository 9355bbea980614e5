/** 变更记录 of people: all of them folded above the list, and one person's in a dialog. */
import { useQuery } from "@tanstack/react-query";
import { words as keeping } from "../../text/keeping";
import { words } from "../../text/telling";
import { type PersonEntry, type Posts, peopleApi } from "../../wire/telling";
import { Asked } from "../parts/Asked";
import { ChangeTable } from "../parts/ChangeTable";
import type { Say } from "../parts/changed";
import { Dialog } from "../parts/Dialog";
import { History } from "../parts/History";

const LABELS = { name: words.name };

/** What a role is called. */
export function roleIn(choices: Posts | undefined, role: string): string {
  return choices?.roles.find((each) => each.role === role)?.name ?? role;
}

const sayOf =
  (choices: Posts | undefined): Say =>
  (field, value) =>
    field === "role" && value ? roleIn(choices, String(value)) : undefined;

export function PeopleHistory({ choices }: { choices: Posts | undefined }) {
  return <History about="person" load={() => peopleApi.changes(null)} labels={LABELS} say={sayOf(choices)} />;
}

interface OneProps {
  person: PersonEntry;
  choices: Posts;
  onClose: () => void;
}

export function OnePersonsHistory({ person, choices, onClose }: OneProps) {
  const found = useQuery({
    queryKey: ["kept-changes", `person:${person.id}`],
    queryFn: () => peopleApi.changes(person.id),
  });
  return (
    <Dialog
      title={keeping.historyOf(person.name)}
      confirm={keeping.close}
      isWide
      isTold
      onConfirm={onClose}
      onClose={onClose}
    >
      <Asked found={found}>
        {(changes) =>
          changes.length === 0 ? (
            <p className="quiet">{keeping.historyNone}</p>
          ) : (
            <ChangeTable changes={changes} nameOf={() => ""} labels={LABELS} say={sayOf(choices)} />
          )
        }
      </Asked>
    </Dialog>
  );
}
