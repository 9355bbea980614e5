/** 读给我听, where the browser can speak without asking a foreign service. */
import { useEffect, useState } from "react";
import { language, text } from "../../text";

export function ReadAloud({ words }: { words: string }) {
  const [isReading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!("speechSynthesis" in window)) return null;
  function toggle(): void {
    window.speechSynthesis.cancel();
    if (isReading) return setReading(false);
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.lang = language === "en" ? "en" : "zh-CN";
    spoken.rate = 0.9;
    spoken.onend = () => setReading(false);
    spoken.onerror = () => setReading(false);
    setReading(true);
    window.speechSynthesis.speak(spoken);
  }
  return (
    <button
      type="button"
      className="plain"
      onClick={toggle}
      data-command="read_aloud"
      aria-pressed={isReading}
    >
      {isReading ? text.phone.stopReading : text.phone.readAloud}
    </button>
  );
}
