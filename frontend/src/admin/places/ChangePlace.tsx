/** Changing a place: only what differs is sent, on the version that was seen. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { PlaceWithHistory } from "../../wire/administration";
import { PlaceForm, type PlaceValues } from "./PlaceForm";

export function ChangePlace({ place, onDone }: { place: PlaceWithHistory; onDone: () => void }) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState({
    name: place.name,
    lon: place.lon.toFixed(6),
    lat: place.lat.toFixed(6),
    radius_m: String(place.radius_m),
  });
  const change = useMutation({
    mutationFn: (values: PlaceValues) => adminApi.changePlace(place.id, changesOf(place, values)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["places"] });
      onDone();
    },
  });
  return (
    <PlaceForm
      title={words.places.editTitle(place.name)}
      draft={draft}
      onChange={setDraft}
      confirm={words.places.save}
      isSending={change.isPending}
      error={change.error}
      onSend={change.mutate}
      onCancel={onDone}
    />
  );
}

/** A point moves as a pair; one that reads the same to the sixth digit was not moved. */
function changesOf(place: PlaceWithHistory, { name, lon, lat, radius_m }: PlaceValues) {
  const isMoved = lon.toFixed(6) !== place.lon.toFixed(6) || lat.toFixed(6) !== place.lat.toFixed(6);
  return {
    version: place.version,
    ...(name === place.name ? {} : { name }),
    ...(isMoved ? { lon, lat } : {}),
    ...(radius_m === undefined || radius_m === place.radius_m ? {} : { radius_m }),
  };
}
