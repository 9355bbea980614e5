import { describe, expect, it } from "vitest";
import type { Directory } from "../../wire/types";
import { centersOf } from "./centers";

const unit = (id: number, kind: string, center: number, phone: string | null) =>
  ({ id, kind, name: `${kind} ${id}`, center, phone, town: null, village: null }) as const;
const directory = {
  units: [
    unit(1, "district_center", 1, "0517-1"),
    unit(2, "town_center", 2, "0517-2"),
    unit(3, "station", 2, null),
  ],
} as unknown as Directory;
const worksFor = (id: number) => ({
  memberships: [{ role: "grid_worker" as const, unit: id, unit_name: "" }],
});

describe("whom to call", () => {
  it("is the center of one's unit, and the district's about it", () => {
    const { own, above } = centersOf(worksFor(3), directory);
    expect([own?.phone, above?.phone]).toEqual(["0517-2", "0517-1"]);
  });

  it("has nobody above the district, and nobody at all before the directory was kept", () => {
    expect(centersOf(worksFor(1), directory)).toEqual({
      own: { name: "district_center 1", phone: "0517-1" },
      above: null,
    });
    expect(centersOf(worksFor(3), undefined)).toEqual({ own: null, above: null });
  });
});
