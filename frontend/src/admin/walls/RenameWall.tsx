/** A screen that hangs elsewhere is called so. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as wall } from "../../text/wall";
import { type WallScreen, wallApi } from "../../wire/wall";
import { Dialog } from "../parts/Dialog";
import { TextLine } from "../parts/Fields";

const words = wall.page;
const LONGEST_NAME = 40;

export function RenameWall({ screen, onClose }: { screen: WallScreen; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(screen.name);
  const rename = useMutation({
    mutationFn: () => wallApi.change(screen.id, { name: name.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["walls"] });
      void queries.invalidateQueries({ queryKey: ["kept-changes", "wall"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.renameTitle(screen.name)}
      confirm={words.rename}
      isReady={name.trim() !== "" && name.trim() !== screen.name}
      isSending={rename.isPending}
      refused={rename.error}
      onConfirm={() => rename.mutate()}
      onClose={onClose}
    >
      <TextLine name="name" label={words.name} value={name} maxLength={LONGEST_NAME} onChange={setName} />
    </Dialog>
  );
}
