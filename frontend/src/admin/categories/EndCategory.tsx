/** 停用: what rules would name nothing any more comes first; then it ends, today or on a day, with a successor or none. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/categories";
import { type CategoryEntry, type CategoryRegister, categoriesApi } from "../../wire/categories";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { TextLine } from "../parts/Fields";
import { ReasonDialog } from "../parts/ReasonDialog";
import { Choose } from "./Choose";
import { categoriesChanged } from "./changed";
import { Day } from "./Labelled";
import { counted } from "./themes";

interface Props {
  category: CategoryEntry;
  onClose: () => void;
}

export function EndCategory({ category, register, onClose }: Props & { register: CategoryRegister }) {
  const queries = useQueryClient();
  const [day, setDay] = useState<string | null>(null);
  const [successor, setSuccessor] = useState("");
  const [reason, setReason] = useState("");
  const uses = useQuery({
    queryKey: ["categories", "uses", category.code],
    queryFn: () => categoriesApi.uses(category.code),
  });
  const end = useMutation({
    mutationFn: () => categoriesApi.end(category.code, day, successor || null, reason.trim()),
    onSuccess: () => {
      categoriesChanged(queries);
      onClose();
    },
  });
  return (
    <Dialog
      title={words.endTitle(category.path)}
      confirm={words.end}
      isDanger
      isReady={reason.trim() !== ""}
      isSending={end.isPending}
      refused={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      <p>{words.endWhat}</p>
      <Asked found={uses}>
        {({ left }) =>
          counted(left) ? (
            <p className="notice" data-left>
              {words.left(counted(left))}
            </p>
          ) : null
        }
      </Asked>
      <Choose
        name="successor"
        label={words.successor}
        none={words.noSuccessor}
        value={successor}
        categories={register.categories.filter(({ code }) => code !== category.code)}
        onChange={setSuccessor}
      />
      {successor ? <p className="quiet">{words.successorHint}</p> : null}
      <Day name="day" label={words.endDay} hint={words.endToday} value={day} onChange={setDay} />
      <TextLine name="reason" label={words.reason} maxLength={200} value={reason} onChange={setReason} />
    </Dialog>
  );
}

export function StayCategory({ category, onClose }: Props) {
  const queries = useQueryClient();
  const stay = useMutation({
    mutationFn: (reason: string) => categoriesApi.stay(category.code, reason),
    onSuccess: () => {
      categoriesChanged(queries);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={words.stay}
      confirm={words.stay}
      what={category.path}
      sending={stay}
      onClose={onClose}
    />
  );
}
