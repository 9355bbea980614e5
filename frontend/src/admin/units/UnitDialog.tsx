/** A unit as a form: its kind says what else is asked; where it is stays once it is there. */
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { words as common } from "../../text/admin";
import { words as keeping } from "../../text/keeping";
import {
  keepingApi,
  type UnitEntry,
  type UnitForm,
  type UnitKind,
  type UnitRegister,
} from "../../wire/keeping";
import { Dialog } from "../parts/Dialog";
import { OneOf, TextLine } from "../parts/Fields";
import { ASKS, PARENT_KIND } from "./tree";

const words = keeping.unit;
const KINDS = Object.keys(ASKS) as UnitKind[];
const EMPTY: UnitForm = {
  ...{ kind: "station", name: "", parent: null, town: null, village: null },
  ...{ police_grid: null, station: null, phone: "", reason: "" },
} as const;

interface Props {
  unit: UnitEntry | null;
  register: UnitRegister;
  onClose: () => void;
}

/** What to ask again once the register has changed. */
export function useUnitsChanged(queries: QueryClient, onClose: () => void) {
  return () => {
    void queries.invalidateQueries({ queryKey: ["units"] });
    void queries.invalidateQueries({ queryKey: ["posts"] });
    void queries.invalidateQueries({ queryKey: ["kept-changes"] });
    onClose();
  };
}

function formOf(unit: UnitEntry): UnitForm {
  const { kind, name, parent, town, village, police_grid, station, phone } = unit;
  return { kind, name, parent, town, village, police_grid, station, phone, reason: "" };
}

export function UnitDialog({ unit, register, onClose }: Props) {
  const [form, setForm] = useState<UnitForm>(unit ? formOf(unit) : EMPTY);
  const set = (change: Partial<UnitForm>) => setForm((held) => ({ ...held, ...change }));
  const changed = useUnitsChanged(useQueryClient(), onClose);
  const save = useMutation<unknown, Error>({
    mutationFn: () => {
      const given = { ...form, phone: form.phone?.trim() || null, reason: form.reason?.trim() ?? "" };
      return unit ? keepingApi.changeUnit(unit.id, given) : keepingApi.addUnit(given);
    },
    onSuccess: changed,
  });
  const isReady = form.name.trim() !== "" && (unit === null || (form.reason ?? "").trim() !== "");
  return (
    <Dialog
      title={unit ? words.editTitle(unit.name) : words.add}
      confirm={unit ? common.save : words.add}
      isReady={isReady}
      isSending={save.isPending}
      refused={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {unit ? (
        <p className="quiet">{words.fixed}</p>
      ) : (
        <OneOf
          name="kind"
          label={words.kind}
          value={form.kind}
          choices={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(kind) =>
            setForm({ ...EMPTY, name: form.name, phone: form.phone, town: form.town, kind: kind as UnitKind })
          }
        />
      )}
      <TextLine name="name" label={words.name} value={form.name} onChange={(name) => set({ name })} />
      <Place form={form} register={register} isNew={unit === null} set={set} />
      <TextLine
        name="phone"
        label={words.phone}
        value={form.phone ?? ""}
        onChange={(phone) => set({ phone })}
      />
      {unit ? (
        <TextLine
          name="reason"
          label={common.reason}
          value={form.reason ?? ""}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
    </Dialog>
  );
}

interface PlaceProps {
  form: UnitForm;
  register: UnitRegister;
  isNew: boolean;
  set: (change: Partial<UnitForm>) => void;
}

/** Where it is and whom it belongs to: what its kind asks, cut down to the town that was chosen. */
function Place({ form, register, isNew, set }: PlaceProps) {
  const asks = ASKS[form.kind];
  const ofTown = <T extends { town: string | null }>(each: T) => !form.town || each.town === form.town;
  const above = PARENT_KIND[form.kind];
  const parents = register.units.filter(
    (each) => each.active && each.kind === above && (above === "department" || ofTown(each)),
  );
  const stations = register.units.filter((each) => each.active && each.kind === "station" && ofTown(each));
  return (
    <>
      {isNew && asks.includes("town") ? (
        <OneOf
          name="town"
          label={words.town}
          none={words.choose}
          value={form.town ?? ""}
          choices={register.towns.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(town) => set({ town: town || null, village: null, station: null, police_grid: null })}
        />
      ) : null}
      {isNew && asks.includes("village") ? (
        <OneOf
          name="village"
          label={words.village}
          none={words.choose}
          value={form.village ?? ""}
          choices={register.villages.filter(ofTown).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(village) => set({ village: village || null })}
        />
      ) : null}
      {asks.includes("station") ? (
        <OneOf
          name="station"
          label={words.station}
          none={words.choose}
          value={String(form.station ?? "")}
          choices={stations.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(station) => set({ station: station ? Number(station) : null })}
        />
      ) : null}
      {asks.includes("police_grid") ? (
        <OneOf
          name="police_grid"
          label={words.police_grid}
          none={words.choose}
          value={form.police_grid ?? ""}
          choices={register.police_grids
            .filter(ofTown)
            .map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(police_grid) => set({ police_grid: police_grid || null })}
        />
      ) : null}
      {asks.includes("parent") ? (
        <OneOf
          name="parent"
          label={words.parent}
          none={form.kind === "agency" ? words.choose : words.noParent}
          value={String(form.parent ?? "")}
          choices={parents.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(parent) => set({ parent: parent ? Number(parent) : null })}
        />
      ) : null}
    </>
  );
}
