/** The alarm's sound, played so that a person can say that it is heard. */
const TONES = [880, 660, 880];
const TONE_SECONDS = 0.18;

export function playAlarm(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.25;
  volume.connect(context.destination);
  TONES.forEach((frequency, place) => {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(context.currentTime + place * TONE_SECONDS);
    tone.stop(context.currentTime + (place + 1) * TONE_SECONDS);
    if (place === TONES.length - 1) tone.onended = () => void context.close();
  });
}
