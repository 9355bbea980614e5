/** Taking a place out of use; its record stays. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { PlaceWithHistory } from "../../wire/administration";
import { Check } from "../parts/Fields";
import { ReasonDialog } from "../parts/ReasonDialog";

export function RetirePlace({ place, onDone }: { place: PlaceWithHistory; onDone: () => void }) {
  const queries = useQueryClient();
  const [withParts, setWithParts] = useState(false);
  const retire = useMutation({
    mutationFn: (reason: string) => adminApi.retirePlace(place.id, reason, withParts),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["places"] });
      onDone();
    },
  });
  return (
    <ReasonDialog
      title={words.places.retireTitle(place.name)}
      confirm={words.places.retire}
      what={words.places.retireWhat}
      isDanger
      sending={retire}
      onClose={onDone}
    >
      <Check name="with_parts" checked={withParts} onChange={(event) => setWithParts(event.target.checked)}>
        {words.places.withParts}
      </Check>
    </ReasonDialog>
  );
}
