/** The words of the keys of the desk, English. Part of `text`. */
import type { Words } from "..";
import type { zhKeys } from "../zh/keys";

export const enKeys: Words<typeof zhKeys> = {
  keys: {
    title: "Keys",
    close: "Close",
    pinyin: "The Enter that confirms pinyin never submits.",
    groups: [
      {
        title: "Choosing",
        rows: [
          ["↑ ↓ or − +", "Choose a ticket"],
          ["← →", "Change the list"],
          ["Enter", "Read the panel"],
          ["]", "Widen, narrow the panel"],
          ["/ or F3", "Search: number, last four of a phone, name, place"],
          ["Ctrl K", "Find tickets, commands, lists, pages"],
          ["Esc", "Cancel, close"],
        ],
      },
      {
        title: "Signing and assigning",
        rows: [
          ["S", "Sign and next"],
          ["Shift S", "Sign all (to sign)"],
          ["Z", "Undo the last signing"],
          ["A", "Assign (with signing where needed)"],
          ["T", "Handle it ourselves / take a return back"],
          ["R", "Return"],
          ["Y", "Ask the hotline (extension, rest, …)"],
          ["X", "Set category"],
        ],
      },
      {
        title: "Calling and chasing",
        rows: [
          ["C, 1–5", "Show number, then log the call"],
          ["K / N", "Log a contact / note"],
          ["G / U", "Chase"],
          ["V", "Whom to ring up"],
          ["W", "What did not reach the hotline"],
          ["Ctrl Shift C", "Copy a summary (caller masked)"],
          ["I", "New ticket by hand"],
          ["Ctrl V", "Paste a chat into a new ticket"],
        ],
      },
      {
        title: "Reviewing and replying",
        rows: [
          ["P / B", "Pass review, sign off / send back"],
          ["Tab", "Next gap of a reply"],
          ["E", "Answer"],
          ["F2", "Next step (the blue button)"],
          [".", "More, then a figure"],
        ],
      },
      {
        title: "Place and map",
        rows: [
          ["1–9", "Choose a candidate place"],
          ["L", "Confirm or correct the place"],
          ["F", "Find a place (while to be placed)"],
          ["*", "Choose on the map by keys"],
          ["Q / O / H", "Ask the caller / outside / hand up (while to be placed)"],
          ["M", "See it on the map"],
          ["Home", "Back to our area"],
        ],
      },
      {
        title: "Shift and district",
        rows: [
          ["J", "Hand-over, day's report"],
          ["J, W / X", "Download the day's report: Word / Excel"],
          ["J, S H N F2", "Ring, heard, notes, give over"],
          ["D / F", "Decide the owner, rule on a return / force"],
          ["← → space", "Heat map: another step, play"],
          ["?", "Keys"],
        ],
      },
    ],
  },
};
