/** Figures as the administration writes them: grouped, areas in a unit one can picture, every share with its n/N. Pure. */
import { language } from "../../text";
import { words } from "../../text/admin";

const whole = new Intl.NumberFormat(language === "en" ? "en" : "zh-CN", { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(language === "en" ? "en" : "zh-CN", { maximumFractionDigits: 1 });

export function count(value: number): string {
  return whole.format(value);
}

export function oneDigit(value: number): string {
  return tenth.format(value);
}

/** `0.2 平方米`, `1,240 平方米`, `3.2 平方公里`. */
export function area(m2: number): string {
  if (m2 >= 1_000_000) return words.squareKilometres(tenth.format(m2 / 1_000_000));
  if (m2 >= 10) return words.squareMetres(whole.format(m2));
  return words.squareMetres(m2 < 0.05 && m2 > 0 ? "< 0.1" : tenth.format(m2));
}

/** `3 厘米`, `1.2 米`, `640 米`, `2.4 公里`. */
export function metres(m: number): string {
  if (m >= 1000) return words.kilometres(tenth.format(m / 1000));
  if (m >= 10) return words.metres(whole.format(m));
  if (m >= 0.995) return words.metres(tenth.format(m));
  return words.centimetres(whole.format(m * 100));
}

/** `98.5 %`; a dash where there is nothing to divide by. Never rounds up to a whole that is not reached. */
export function percentOf(part: number, all: number): string {
  if (all <= 0) return "–";
  const share = (part / all) * 100;
  const shown = part < all && share > 99.9 ? 99.9 : Math.round(share * 10) / 10;
  return `${tenth.format(shown)} %`;
}

export function megabytes(bytes: number): string {
  return bytes >= 1_000_000
    ? `${tenth.format(bytes / 1_000_000)} MB`
    : `${whole.format(Math.ceil(bytes / 1000))} kB`;
}
