/** The page's voice: whether the browser lets it sound, and short tones. Browsers are mute until a key or a click. */

const TONES = [880, 660, 880];
const TONE_SECONDS = 0.18;
/** From one alarm of several to the next. */
const PAUSE_SECONDS = 0.5;
const VOLUME = 0.25;

let held: AudioContext | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function voice(): AudioContext | null {
  if (held === null && typeof AudioContext !== "undefined") {
    held = new AudioContext();
    held.onstatechange = tell;
    // Whatever the person does first is leave to sound.
    for (const sign of ["pointerdown", "keydown"])
      window.addEventListener(sign, openSound, { passive: true });
  }
  return held;
}

/** Whether an alarm would be heard now. */
export function isHeard(): boolean {
  return voice()?.state === "running";
}

export function openSound(): void {
  const context = voice();
  if (context && context.state !== "running") void context.resume().then(tell);
}

export function onSound(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Three tones, so many times. */
export function sound(times: number): void {
  const context = voice();
  if (!context) return;
  openSound();
  const volume = context.createGain();
  volume.gain.value = VOLUME;
  volume.connect(context.destination);
  const one = TONES.length * TONE_SECONDS + PAUSE_SECONDS;
  for (let time = 0; time < times; time++) {
    TONES.forEach((frequency, place) => {
      const tone = context.createOscillator();
      const begins = context.currentTime + time * one + place * TONE_SECONDS;
      tone.frequency.value = frequency;
      tone.connect(volume);
      tone.start(begins);
      tone.stop(begins + TONE_SECONDS);
    });
  }
}
