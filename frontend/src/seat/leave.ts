/** The ways out of a page: by the person's own will, or because the session is over. */
import { signInHere } from "../signin/landing";
import { api } from "../wire/api";
import { forgetForms } from "./keep";
import { tellWindows } from "./windows";

/** Ends the session by the person's own will; the next one begins afresh. */
export async function leave(): Promise<void> {
  await api.signOut().catch(() => undefined);
  forgetForms();
  tellWindows("left");
  location.assign("/signin");
}

/** The session is over: whoever signs in comes back to where this page stands. */
export function toSignIn(): void {
  location.assign(signInHere(location));
}
