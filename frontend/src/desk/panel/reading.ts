/** Enter leads into the panel, where the page keys scroll: at once, or when it stands, for its code may be on its way. */

let isWanted = false;

export function readPanel(): void {
  const body = document.querySelector<HTMLElement>("[data-panel-body]");
  isWanted = body === null;
  body?.focus();
}

/** What a key is held for, while a ticket's buttons are on their way. */
export function aboutTicket(id: number): string {
  return `ticket ${id}`;
}

/** For a panel's body that has just come. */
export function beRead(body: HTMLElement | null): void {
  if (!body || !isWanted) return;
  isWanted = false;
  body.focus();
}
