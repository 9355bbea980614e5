/** Where one stands in the administration, kept in the address bar: section, version, tab, place. Pure. */

/** The sections under the headings that the navigation shows them by, in its order. */
export const GROUPS = {
  ground: ["boundaries", "places", "quality"],
  rules: ["categories", "rules", "timetable", "owning", "closing", "joint", "desksetting"],
  people: ["units", "people", "cellpeople", "duty", "telling"],
  hotline: ["intake", "upward", "orders"],
  figures: ["lookback", "scores", "grievances"],
  access: ["sources", "keys", "walls", "audit"],
} as const;
export type Group = keyof typeof GROUPS;

export const SECTIONS = Object.values(GROUPS).flat();
export type Section = (typeof SECTIONS)[number];

export interface Address {
  at: Section;
  /** A part of the section; each section knows its own. */
  tab: string | null;
  version: number | null;
  place: number | null;
  /** The intake profile in hand. */
  profile: string | null;
}

const LONGEST_NAME = 100;

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const at = query.get("at");
  const tab = query.get("tab");
  return {
    at: SECTIONS.find((section) => section === at) ?? "boundaries",
    tab: tab !== null && /^[a-z]{1,20}$/.test(tab) ? tab : null,
    version: wholeNumber(query.get("version")),
    place: wholeNumber(query.get("place")),
    profile: query.get("profile")?.slice(0, LONGEST_NAME) || null,
  };
}

export function writeAddress({ at, tab, version, place, profile }: Address): string {
  const query = new URLSearchParams({ at });
  if (tab) query.set("tab", tab);
  if (version !== null) query.set("version", String(version));
  if (place !== null) query.set("place", String(place));
  if (profile) query.set("profile", profile);
  return `?${query}`;
}
