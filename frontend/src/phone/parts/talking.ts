/** 按住说: held, it records until let go; tapped, until tapped again (gloves, keyboards, screen readers). */
import { useCallback, useEffect, useRef, useState } from "react";
import { type NoVoice, type Recorded, type Recording, startRecording } from "./recorder";

/** Let go sooner, it was a tap. */
const TAP_MS = 400;

type Phase = "still" | "asking" | "held" | "going";

export interface Talking {
  phase: Phase;
  seconds: number;
  problem: NoVoice | "full" | null;
  /** The microphone was allowed after the finger had left: it has to be pressed again. */
  isReady: boolean;
  press(): void;
  release(): void;
  /** What a keyboard does. */
  toggle(): void;
}

/** `keep` puts what was said away, and rejects where it cannot. */
export function useTalking(keep: (recorded: Recorded) => Promise<void>): Talking {
  const [phase, setPhase] = useState<Phase>("still");
  const [problem, setProblem] = useState<Talking["problem"]>(null);
  const [isReady, setReady] = useState(false);
  const recording = useRef<Recording | null>(null);
  const held = useRef({ isDown: false, since: 0, isTap: false });
  const seconds = useSeconds(phase);
  const begin = useCallback(
    async (needsHold: boolean): Promise<void> => {
      setProblem(null);
      setReady(false);
      setPhase("asking");
      const begun = await startRecording();
      if (typeof begun === "string") {
        setPhase("still");
        return setProblem(begun);
      }
      const isLeft = needsHold && !held.current.isDown && !held.current.isTap;
      recording.current = begun;
      setPhase(held.current.isDown ? "held" : "going");
      if (isLeft) begun.stop();
      const said = await begun.done;
      recording.current = null;
      setPhase("still");
      if (isLeft) return setReady(true);
      if (typeof said === "string") return setProblem(said);
      await keep(said).catch(() => setProblem("full"));
    },
    [keep],
  );
  useStopped(recording);
  const press = () => {
    held.current = { isDown: true, since: performance.now(), isTap: false };
    if (recording.current) recording.current.stop();
    else if (phase === "still") void begin(true);
  };
  const release = () => {
    if (!held.current.isDown) return;
    held.current.isDown = false;
    held.current.isTap = performance.now() - held.current.since <= TAP_MS;
    if (!held.current.isTap) recording.current?.stop();
    else if (recording.current) setPhase("going");
  };
  const toggle = () => (recording.current ? recording.current.stop() : void begin(false));
  return { phase, seconds, problem, isReady, press, release, toggle };
}

/** What was said so far is kept when the page goes: into the background, or to another page. */
function useStopped(recording: { current: Recording | null }): void {
  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && recording.current?.stop();
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      recording.current?.stop();
    };
  }, [recording]);
}

function useSeconds(phase: Phase): number {
  const [seconds, setSeconds] = useState(0);
  const isRecording = phase === "held" || phase === "going";
  useEffect(() => {
    setSeconds(0);
    if (!isRecording) return;
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1_000)), 250);
    return () => clearInterval(timer);
  }, [isRecording]);
  return seconds;
}
