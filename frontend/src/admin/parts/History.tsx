/** 变更记录 of what a district keeps: who, when, what from what to what, why. Asked when it is opened. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/keeping";
import { type KeptChange, keepingApi } from "../../wire/keeping";
import { Asked } from "./Asked";
import { ChangeTable, type Naming } from "./ChangeTable";

interface Props extends Naming {
  /** A kind of thing (`unit`) or one (`unit:12`). */
  about: string;
  /** What it is the history of, where a page has several. */
  of?: string;
  /** Asks where only few may look; without it whoever keeps the page's data. */
  load?: () => Promise<KeptChange[]>;
}

export function History({ about, of, load, ...naming }: Props) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["kept-changes", about],
    queryFn: () => (load ? load() : keepingApi.changes(about)),
    enabled: isOpen,
  });
  return (
    <details className="part" data-history={about} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{of ? words.historyOf(of) : words.history}</summary>
      {isOpen ? (
        <Asked found={found}>
          {(changes) =>
            changes.length === 0 ? (
              <p className="quiet">{words.historyNone}</p>
            ) : (
              <ChangeTable changes={changes} {...naming} />
            )
          }
        </Asked>
      ) : null}
    </details>
  );
}
