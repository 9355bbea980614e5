/** A version for tests. */
import type { Version } from "../../wire/administration";

export function sampleVersion(change: Partial<Version> = {}): Version {
  return {
    id: 2,
    state: "draft",
    note: "2026 年秋季调整",
    illustrative: false,
    based_on: 1,
    revision: 1,
    created_at: "2026-11-25T08:00:00Z",
    created_by: "夏少华",
    publish_at: null,
    published_at: null,
    published_by: null,
    retired_at: null,
    held_back: null,
    checked: null,
    counts: { town: 14, village: 261, cell: 1320, police_grid: 190 },
    rezoning: null,
    ...change,
  };
}
