/** What the address bar keeps: the open ticket and the open page of it. Pure. The phone's back button walks these. */

export interface Address {
  ticket: number | null;
  /** A command's form, or `call`, `navigate`, `more`, `queue`, `account`, `patrol`, `mine`. */
  page: string | null;
}

export const HOME: Address = { ticket: null, page: null };

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const ticket = query.get("ticket");
  const page = query.get("page");
  return {
    ticket: ticket !== null && /^\d{1,15}$/.test(ticket) ? Number(ticket) : null,
    page: page !== null && /^[a-z_]{1,30}$/.test(page) ? page : null,
  };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.ticket !== null) query.set("ticket", String(address.ticket));
  if (address.page) query.set("page", address.page);
  const words = query.toString();
  return words ? `?${words}` : "";
}

/** Where "back" leads when the page was opened right here and history knows nothing before it. */
export function parentOf(address: Address): Address {
  return address.page ? { ...address, page: null } : HOME;
}
