/** The words of what stands around every page: connection, header, sign-in, lock, faults, English. Part of `text`. */
import type { Words } from "..";
import type { zhShell } from "../zh/shell";

export const enShell: Words<typeof zhShell> = {
  connection: {
    connecting: "Connecting",
    live: (time) => `Live ${time}`,
    catchingUp: (n) => `Catching up (${n})`,
    offline: (time) => `Offline since ${time}`,
    offlineWhy: "Shown as before the break; completes itself once back",
  },
  header: {
    signOut: "Sign out",
    theme: "Light or dark",
    newTicket: "New ticket",
    dead: "Not delivered",
    townFilter: "Town",
    allTowns: "All towns",
    keys: "Keys",
    language: "Switch language",
    admin: "Administration",
    channelAlarm: (n) => `Coordinates: ${n} alarm${n === 1 ? "" : "s"}`,
    lock: "Lock screen",
  },
  faces: {
    loading: "Loading",
    listFailed: "This list could not be fetched",
    listForbidden: "You may not see this list",
    meFailed: "The service cannot be reached",
    meFailedHint: "Check the network; the page goes on by itself.",
    retry: "Try again",
    forbidden: "This account may not use the desk",
    forbiddenHint: "Field work is on the phone page.",
    toPhone: "Open the phone page",
    noDesk: "This is an administrator's account and handles no tickets",
    noDeskHint:
      "Boundaries, places and API keys are in the administration; for tickets sign in with an account that has a post.",
    noAdmin: "There is no page for this administrator's account yet",
    noAdminHint: "Accounts and audit have no pages yet; for tickets sign in with an account that has a post.",
    toAdmin: "Open the administration",
    broken: "Something on this page broke",
    brokenHint: "Reload; no ticket is lost, all are on the server.",
    reload: "Reload",
    missing: "This part did not arrive",
    missingHint:
      "The system was upgraded just now, or the network is down. Send what you have typed, then reload.",
    stillAway: "The service cannot be reached yet; try again once the network is back.",
  },
  signin: {
    username: "Account",
    password: "Password",
    submit: "Sign in",
    sending: "Signing in",
    failed: "Wrong account or password",
    locked: "Too many wrong tries; try again in five minutes",
    offline: "The service cannot be reached; check the network",
    show: "Show password",
    lead: "receive · place · dispatch · handle · reply",
  },
  lock: {
    title: "Screen locked",
    why: "Ten minutes without a touch: content hidden, alerts stay",
    unlock: "Unlock",
    wrong: "Wrong password",
    other: "Sign in as someone else",
    waiting: (n) => `${n} to sign`,
  },
};
