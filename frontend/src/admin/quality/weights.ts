/** The weights as a form: flat, as they are typed, and back to what the service keeps. Pure. */
import { words } from "../../text/admin";

export type Weights = Readonly<Record<string, unknown>>;
/** By its name, that of one of several within another's: `prose`, `name.old`. */
export type WeightDraft = Readonly<Record<string, string>>;

const USUAL = [-50, 50] as const;
/** What a probability is taken times: it stays one. */
const FACTORS: Readonly<Record<string, readonly [number, number]>> = { elsewhere: [0, 1] };

export const isFactor = (name: string): boolean => name in FACTORS;

export function flat(weights: Weights): WeightDraft {
  const found: Record<string, string> = {};
  for (const [name, weight] of Object.entries(weights)) {
    if (typeof weight !== "object" || weight === null) found[name] = String(weight);
    else for (const [key, value] of Object.entries(weight)) found[`${name}.${key}`] = String(value);
  }
  return found;
}

/** Why a weight cannot be sent. */
export function weightFault(name: string, typed: string): string | null {
  const [least, most] = FACTORS[name] ?? USUAL;
  const value = typed.trim() === "" ? Number.NaN : Number(typed);
  if (Number.isNaN(value)) return words.settings.needNumber;
  return value >= least && value <= most ? null : words.settings.between(least, most);
}

/** What is sent; null while one of them cannot be. */
export function weightsOf(draft: WeightDraft): Weights | null {
  const found: Record<string, number | Record<string, number>> = {};
  for (const [path, typed] of Object.entries(draft)) {
    if (weightFault(path, typed)) return null;
    const [name = "", key] = path.split(".");
    if (key === undefined) found[name] = Number(typed);
    else found[name] = { ...(found[name] as Record<string, number> | undefined), [key]: Number(typed) };
  }
  return found;
}

export function isSameWeights(draft: WeightDraft, weights: Weights): boolean {
  const now = flat(weights);
  return Object.entries(draft).every(([name, typed]) => Number(typed) === Number(now[name]));
}
