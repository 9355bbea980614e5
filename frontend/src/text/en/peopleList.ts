/** Words about people from a file and slips for the first sign-in, English. */
import type { Words } from "..";
import type { zhPeopleList } from "../zh/peopleList";

export const enPeopleList: Words<typeof zhPeopleList> = {
  take: "From a file",
  takeTitle: "People and posts from a file",
  takeAccounts: "Open an account for whoever has none, by their mobile number",
  slips: "Sign-in slips",
  slipsTitle: "Make sign-in slips",
  slipsLead:
    "For whoever has an account and has not chosen a password yet, one each: username and one-time password, printed, cut apart and handed out. It opens nothing but choosing one's own; a new slip makes the former worthless.",
  slipsNone: "Nobody waits for a slip: all have chosen their own password",
  unit: "Unit",
  anyUnit: (n) => `All units (${n} people)`,
  unitOf: (name, n) => `${name} (${n} people)`,
  make: "Make and print",
  making: (done, all) => `Making ${done} of ${all} …`,
  made: (n) =>
    `${n} made. The passwords are in this print alone and kept nowhere; what was not printed well is made again.`,
  printAgain: "Print again",
  close: "Done",
  address: "Address",
  scan: "Scan to open the sign-in page",
  username: "Username",
  password: "One-time password",
  lastDay: "Good until",
  until: (day) => `${day} (that day included)`,
  how: [
    "Scan the code or open the address, and sign in with the name and password above",
    "Choose a password of your own (10 characters at least, of three kinds)",
    "Then this slip is worthless: tear it up; past its day, ask whoever gave it for another",
  ],
  footer: (who, when) => `printed by ${who} ${when}`,
};
