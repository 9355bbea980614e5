/** A place that is in no list yet. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../../text";
import { words } from "../../text/admin";
import { adminApi } from "../../wire/admin";
import type { PlaceKind } from "../../wire/administration";
import { useAdmin } from "../context";
import { Select } from "../parts/Fields";
import { PlaceForm, type PlaceValues } from "./PlaceForm";

const KINDS: readonly PlaceKind[] = ["poi", "estate", "group", "building", "house", "road", "intersection"];

export function NewPlaceForm({ onDone }: { onDone: () => void }) {
  const { go } = useAdmin();
  const queries = useQueryClient();
  const [kind, setKind] = useState<PlaceKind>("poi");
  const [draft, setDraft] = useState({ name: "", lon: "", lat: "", radius_m: "" });
  const add = useMutation({
    mutationFn: (values: PlaceValues) => adminApi.addPlace({ kind, ...values }),
    onSuccess: (place) => {
      void queries.invalidateQueries({ queryKey: ["places"] });
      go({ place: place.id }, true);
      onDone();
    },
  });
  return (
    <PlaceForm
      title={words.places.add}
      draft={draft}
      onChange={setDraft}
      confirm={words.places.addNow}
      isSending={add.isPending}
      error={add.error}
      onSend={add.mutate}
      onCancel={onDone}
    >
      <label className="field">
        <span className="field-label">{words.places.kind}</span>
        <Select name="kind" value={kind} onChange={(event) => setKind(event.target.value as PlaceKind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {text.placeKind[each]}
            </option>
          ))}
        </Select>
      </label>
    </PlaceForm>
  );
}
