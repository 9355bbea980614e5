/** The words of a ticket made by hand, English. Part of `text`. */
import type { Words } from "..";
import type { zhManual } from "../zh/manual";

export const enManual: Words<typeof zhManual> = {
  manual: {
    title: "New ticket",
    type: "Type",
    urgency: "Urgency",
    name: "Title",
    content: "Request",
    address: "Address",
    callerName: "Caller's name",
    callerPhone: "Caller's phone",
    category: "Category",
    categoryNone: "Leave to the rules",
    submit: "Create",
    locate: "Try to locate",
    located: (where, sure) => `${where}, certainty ${sure}`,
    notLocated: "No place recognised; it will be listed to place",
    made: (number) => `Created ${number}`,
    lead: "Matters from the window, visitors or patrols",
    orMap: "or click on the map",
    choose: "Choose one as the place, or leave it to the system",
    contentHint: "In the caller's own words",
    callerHint: "Kept encrypted",
    confidentialHint: "handlers see no name and no number",
  },
};
