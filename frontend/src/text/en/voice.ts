/** Words about recorded words, English; the keys of zh/voice.ts. Part of `text`. */
import type { Text } from "..";

export const enVoice: Text["voice"] = {
  play: (seconds) => `Voice ${seconds} s`,
  stop: "Stop",
  failed: "Cannot be played; press again",
  hold: "Hold to talk",
  asking: "Please allow the microphone",
  recording: (seconds) => `Let go when done · ${seconds} s`,
  going: (seconds) => `Tap when done · ${seconds} s`,
  ready: "Ready: hold again and talk",
  kept: "Recorded; goes to the center with your answer",
  send: "Send now",
  drop: "Delete",
  waiting: "to be sent",
  problem: {
    insecure: "No recording without an encrypted connection; please type or call.",
    missing: "This phone has no microphone that works; please type or call.",
    denied: "The microphone was not allowed. Allow it in the browser's settings, or type.",
    unsupported: "This browser cannot record; please type or call.",
    short: "Too short, nothing kept; hold, talk, then let go.",
    full: "The phone is full: these words were not kept. Delete something and record again.",
  },
};
