/** Pairing a screen: the code it shows, where it hangs, whose figures it shows. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as wall } from "../../text/wall";
import { type WallScreens, wallApi } from "../../wire/wall";
import { Dialog } from "../parts/Dialog";
import { Input, Select } from "../parts/Fields";
import { ChoiceSelect, type Chosen } from "./Choices";

const words = wall.page;

interface Props {
  units: WallScreens["units"];
  onClose: () => void;
}

export function PairWall({ units, onClose }: Props) {
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [chosen, setUnit] = useState<number | null>(null);
  const [{ shows, theme }, setChosen] = useState<Chosen>({ shows: "now", theme: "dark" });
  const unit = chosen ?? units[0]?.id ?? null;
  const pair = useMutation({
    mutationFn: () => wallApi.pair({ code: code.trim(), name: name.trim(), unit: unit ?? 0, shows, theme }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["walls"] });
      onClose();
    },
  });
  return (
    <Dialog
      title={words.pair}
      confirm={words.pair}
      isReady={code.trim() !== "" && name.trim() !== "" && unit !== null}
      isSending={pair.isPending}
      refused={pair.error}
      onConfirm={() => pair.mutate()}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{words.code}</span>
        <Input
          className="input code"
          name="code"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.name}</span>
        <Input
          name="name"
          autoComplete="off"
          maxLength={40}
          placeholder={words.nameHint}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{words.unit}</span>
        <Select name="unit" value={unit ?? ""} onChange={(event) => setUnit(Number(event.target.value))}>
          {units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </label>
      <div className="field">
        <span className="field-label">{words.shows}</span>
        <ChoiceSelect
          choice="shows"
          label={words.shows}
          value={shows}
          onChange={(next) => setChosen({ shows: next, theme })}
        />
      </div>
      <div className="field">
        <span className="field-label">{words.theme}</span>
        <ChoiceSelect
          choice="theme"
          label={words.theme}
          value={theme}
          onChange={(next) => setChosen({ shows, theme: next })}
        />
        <span className="quiet">{words.themeHint}</span>
      </div>
    </Dialog>
  );
}
