/** Going back: the former set is published anew, as a new version, by the same way. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { BoundaryList, Version } from "../../wire/administration";
import { useAdmin } from "../context";
import { ReasonDialog } from "../parts/ReasonDialog";

interface Props {
  version: Version;
  list: BoundaryList;
  onDone: () => void;
}

export function RollBack({ version, onDone }: Props) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: (note: string) => adminApi.rollBack(version.id, note),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["boundaries"] });
      go({ version: made.id, tab: null });
      onDone();
    },
  });
  return (
    <ReasonDialog
      name="note"
      title={words.boundaries.rollBackTitle(version.id)}
      confirm={words.boundaries.rollBack}
      what={words.boundaries.rollBackWhat}
      sending={back}
      onClose={onDone}
    />
  );
}
