/** What those who do the work say against it, English; same keys as zh-grievances.ts. */
import type { Words } from "..";
import type { zhGrievances } from "../zh/grievances";

export const enGrievances: Words<typeof zhGrievances> = {
  title: "Complain or propose",
  lead: "Orders, limits or scores that are not fair, or this program: tell the district's supervisors. Your center does not see it.",
  open: "Write it down",
  what: "What is wrong",
  hint: "What happened, why it is not fair, what should change",
  named: {
    label: "With your name",
    yes: "With my name",
    no: "Without my name",
    yesHint: "The supervisors see your name and unit and can ask you.",
    noHint: "The supervisors see neither name nor unit; the record has them, which only the auditor reads.",
  },
  answerHere: " The answer will be shown below.",
  answerSignedIn:
    " The answer is read on the phone page, under Me, once you sign in; without an account, give your name so that they can reach you.",
  send: "Send to the supervisors",
  kept: "Kept on the phone; it goes to the supervisors as soon as there is a network.",
  sent: "The supervisors have it. Their answer will be shown below.",
  sentFromLink: "The supervisors have it.",
  ownLater: "No network: what you wrote and the answers will be here once you are back.",
  own: "What I wrote",
  waits: "waits for an answer",
  answered: (who) => `${who} answers:`,
  answering: {
    title: "Complaints of staff",
    lead: "Written on their phones by those who do the work; only the district's supervisors see it. The answer is shown on the phone.",
    tabs: { waiting: "To answer", answered: "Answered" },
    none: "Nothing waits for an answer",
    noneAnswered: "Nothing has been answered yet",
    said: "Who wrote it",
    unnamed: "Without a name",
    words: "What they say",
    answer: "Answer",
    give: "Answer",
    send: "Send the answer",
    once: "Answered once: it cannot be changed once it is sent.",
  },
};
