/** Records words with the phone's microphone: WebM with Opus, on Safari MPEG-4 with AAC; a minute at most. */

const LONGEST_S = 60;
const SHORTEST_MS = 700;
/** Speech needs no more: a minute takes 180 kB. */
const BITS = 24_000;
const FORMS = ["audio/webm;codecs=opus", "audio/mp4"];

export interface Recorded {
  voice: Blob;
  seconds: number;
}

export type NoVoice = "insecure" | "missing" | "denied" | "unsupported" | "short";

/** A recording under way. `done` gives what was said, however it came to an end: a call may take the microphone. */
export interface Recording {
  stop(): void;
  done: Promise<Recorded | NoVoice>;
}

export async function startRecording(): Promise<Recording | NoVoice> {
  if (!window.isSecureContext) return "insecure";
  if (!navigator.mediaDevices?.getUserMedia) return "unsupported";
  const form = formOf();
  if (form === null) return "unsupported";
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return record(stream, form);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    return name === "NotAllowedError" || name === "SecurityError" ? "denied" : "missing";
  }
}

function formOf(): string | null {
  if (!("MediaRecorder" in window)) return null;
  return FORMS.find((form) => MediaRecorder.isTypeSupported(form)) ?? null;
}

function record(stream: MediaStream, mimeType: string): Recording {
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
  const pieces: Blob[] = [];
  const began = performance.now();
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const timer = setTimeout(stop, LONGEST_S * 1_000);
  const done = new Promise<Recorded | NoVoice>((resolve) => {
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
      const lasted = performance.now() - began;
      const seconds = Math.min(LONGEST_S, Math.max(1, Math.round(lasted / 1_000)));
      const voice = new Blob(pieces, { type: mimeType });
      resolve(lasted < SHORTEST_MS || voice.size === 0 ? "short" : { voice, seconds });
    };
  });
  for (const track of stream.getTracks()) track.onended = stop;
  recorder.start();
  return { stop, done };
}
