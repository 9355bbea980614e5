/** A place of the gazetteer, looked up by its name. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAtRest } from "../../seat/rest";
import { text } from "../../text";
import { words } from "../../text/owning";
import { adminApi } from "../../wire/admin";
import { Input, Select } from "../parts/Fields";

const TYPING_MS = 250;

export function PlaceChoice({
  chosen,
  onChoose,
}: {
  chosen: number | null;
  onChoose: (place: number | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const q = useAtRest(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ["places", "choice", q],
    queryFn: ({ signal }) => adminApi.places({ q, kind: "", town: "", cursor: "" }, signal),
    enabled: q !== "",
  });
  return (
    <div className="field">
      <span className="field-label">{words.owning.place}</span>
      <Input
        aria-label={words.owning.findPlace}
        placeholder={words.owning.findPlace}
        value={typed}
        onChange={(event) => {
          onChoose(null);
          setTyped(event.target.value);
        }}
      />
      <Select
        name="place"
        aria-label={words.owning.place}
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.target.value ? Number(event.target.value) : null)}
      >
        <option value="">{words.rules.choose}</option>
        {(found.data?.places ?? []).map((place) => (
          <option key={place.id} value={place.id}>
            {[place.name, place.parent_name].filter(Boolean).join(text.dot)}
          </option>
        ))}
      </Select>
    </div>
  );
}
