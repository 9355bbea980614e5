/** Words said instead of written, on a link's page. Fetched after the page stands; without it everything is written. */
import { type ComponentType, lazy, Suspense, useEffect } from "react";
import type { VoiceDraft } from "../phone/keep/drafts";
import type { Recorded } from "../phone/parts/recorder";
import { voicesOf } from "../state/evidence";
import { text } from "../text";
import type { Giving } from "./giving";
import { pictureOf } from "./meant";
import type { Outbox } from "./outbox";
import type { LinkView } from "./ticket";

export interface Speaking {
  view: LinkView;
  draft: VoiceDraft;
  now: number;
  send(recorded: Recorded): Promise<boolean>;
}

interface Given {
  view: LinkView;
  draft: VoiceDraft;
  giving: Giving;
  outbox: Outbox;
  offset: number;
}

export function useSpeaking({ view, draft, giving, outbox, offset }: Given): Speaking {
  useEarly();
  const send = ({ voice, seconds }: Recorded) =>
    giving.keep(outbox.add({ ...giving.common(text.voice.play(seconds)), kind: "voice", voice, seconds }));
  return { view, draft, now: Date.now() + offset, send };
}

/** Whether there are recorded words: on the phone, or with the center already. */
export function isSpoken({ view, draft }: Speaking): boolean {
  const isWaiting = view.acts.some(({ kind }) => kind === "voice");
  return draft.recorded !== null || isWaiting || voicesOf(view.detail.evidence).length > 0;
}

/** A part that a thin network may not bring: then it is missing, and the page stands. */
function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  const missing: ComponentType<P> = () => null;
  let wait: Promise<{ default: ComponentType<P> }> | undefined;
  const fetch = () => {
    wait ??= load().then(
      (found) => ({ default: found }),
      () => ({ default: missing }),
    );
    return wait;
  };
  return { Part: lazy(fetch), fetch };
}

const voices = later(() => import("../phone/parts/Voices").then(({ VoiceList }) => VoiceList));
const talk = later(() => import("../phone/parts/TalkButton").then(({ TalkButton }) => TalkButton));

/** With the first touch, so that it is there when the network is gone; the first view does without. */
function useEarly(): void {
  useEffect(() => {
    const early = () => void Promise.all([voices.fetch(), talk.fetch()]);
    window.addEventListener("pointerdown", early, { once: true });
    return () => window.removeEventListener("pointerdown", early);
  }, []);
}

export function LinkVoices({ speaking }: { speaking: Speaking }) {
  const { view, draft, now, send } = speaking;
  if (!isSpoken(speaking)) return null;
  return (
    <Suspense fallback={null}>
      <voices.Part
        {...{ draft, now, send }}
        evidence={view.detail.evidence}
        acts={view.acts}
        sourceOf={pictureOf}
      />
    </Suspense>
  );
}

export function LinkTalk({ speaking }: { speaking: Speaking }) {
  return (
    <Suspense fallback={null}>
      <talk.Part keep={speaking.draft.keep} />
    </Suspense>
  );
}
