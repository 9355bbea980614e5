/** Recorded words: one button that plays and stops. Fetched when they are first listened to, which the service notes. */
import { useEffect, useRef, useState } from "react";
import { text } from "../text";

interface Props {
  /** Where the recording is: an address of the service, or the recording itself. */
  source: string | Blob;
  seconds: number;
  /** Whose words, and when. */
  by?: string;
}

type Phase = "still" | "fetching" | "playing" | "failed";

async function fetched(source: string | Blob): Promise<Blob> {
  if (typeof source !== "string") return source;
  const answer = await fetch(source, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.blob();
}

export function Voice({ source, seconds, by = "" }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  const [phase, setPhase] = useState<Phase>("still");
  const [url, setUrl] = useState<string>();
  useEffect(() => () => URL.revokeObjectURL(url ?? ""), [url]);
  async function toggle(): Promise<void> {
    const player = audio.current;
    if (!player) return;
    if (phase === "playing") return player.pause();
    setPhase("fetching");
    try {
      if (!url) {
        player.src = URL.createObjectURL(await fetched(source));
        setUrl(player.src);
      }
      player.currentTime = 0;
      await player.play();
    } catch {
      setPhase("failed");
    }
  }
  return (
    <span className="voice" data-voice={phase}>
      <button
        type="button"
        className="voice-play"
        onClick={() => void toggle()}
        aria-pressed={phase === "playing"}
      >
        <span className={phase === "playing" ? "voice-stop" : "voice-go"} aria-hidden="true" />
        {phase === "playing" ? text.voice.stop : text.voice.play(seconds)}
      </button>
      {by ? <span className="quiet">{by}</span> : null}
      {phase === "failed" ? <span className="problem">{text.voice.failed}</span> : null}
      {/* biome-ignore lint/a11y/useMediaCaption: what a worker said has no captions; nobody wrote it down. */}
      <audio
        ref={audio}
        onPlaying={() => setPhase("playing")}
        onPause={() => setPhase("still")}
        onEnded={() => setPhase("still")}
        onError={() => setPhase("failed")}
      />
    </span>
  );
}
