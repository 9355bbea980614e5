/** Which of the links that this phone opened the page is about: its name goes with every question. Opens nothing alone. */
import { sendAlways } from "../wire/api";

const KEY = "link";

export function mean(name: string): void {
  sessionStorage.setItem(KEY, name);
  sendAlways({ "X-Dispatch-Link": name });
}

/** After the page was loaded anew, the link it was about before. */
export function meanAsBefore(): void {
  const name = sessionStorage.getItem(KEY);
  if (name) sendAlways({ "X-Dispatch-Link": name });
}

/** The address of a picture, which can send no header of its own. */
export function pictureOf(url: string): string {
  return `${url}?link=${encodeURIComponent(sessionStorage.getItem(KEY) ?? "")}`;
}
