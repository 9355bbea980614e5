/** 停用: what the unit still holds comes first, with the way out of each; then it ends, now or on a day. 撤销停用 beside. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import { keepingApi, type UnitEntry } from "../../wire/keeping";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { TextLine, When } from "../parts/Fields";
import { fromInput } from "../parts/moments";
import { ReasonDialog } from "../parts/ReasonDialog";
import { useUnitsChanged } from "./UnitDialog";

const words = keeping.unit;

export function EndUnit({ unit, onClose }: { unit: UnitEntry; onClose: () => void }) {
  const queries = useQueryClient();
  const changed = useUnitsChanged(queries, onClose);
  const [at, setAt] = useState("");
  const [reason, setReason] = useState("");
  const holds = useQuery({
    queryKey: ["units", "holds", unit.id],
    queryFn: () => keepingApi.holds(unit.id),
    staleTime: 0,
  });
  const end = useMutation({
    mutationFn: () => keepingApi.endUnit(unit.id, at ? fromInput(at) : null, reason.trim()),
    onSuccess: changed,
  });
  const isFree = holds.data?.length === 0;
  return (
    <Dialog
      title={words.endTitle(unit.name)}
      confirm={words.end}
      isDanger
      isReady={reason.trim() !== "" && (isFree || at !== "")}
      isSending={end.isPending}
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <Asked found={holds}>
        {(held) =>
          held.length === 0 ? (
            <p>{words.endFree}</p>
          ) : (
            <div data-holds={held.length}>
              <p>{words.endHeld}</p>
              <ul className="remarks">
                {held.map((each) => (
                  <li key={each.what} data-hold={each.what}>
                    <strong>{words.hold(each.count, each.says)}</strong>{" "}
                    <span className="quiet">{each.way}</span>
                  </li>
                ))}
              </ul>
              <p className="quiet">{words.endLater}</p>
            </div>
          )
        }
      </Asked>
      <When name="at" label={words.at} empty={isFree ? words.atNow : undefined} value={at} onChange={setAt} />
      <TextLine name="reason" label={common.reason} maxLength={200} value={reason} onChange={setReason} />
    </Dialog>
  );
}

export function StayUnit({ unit, onClose }: { unit: UnitEntry; onClose: () => void }) {
  const changed = useUnitsChanged(useQueryClient(), onClose);
  const stay = useMutation({
    mutationFn: (reason: string) => keepingApi.stay(unit.id, reason),
    onSuccess: changed,
  });
  return (
    <ReasonDialog title={words.stay} confirm={words.stay} what={unit.name} sending={stay} onClose={onClose} />
  );
}
