/**
 * Who looks at this, where and when: over every page with personal data, on screen and on paper, and under what is
 * copied from it. It makes a photograph or a print traceable; it keeps nobody from taking one.
 */
import { useEffect, useId, useState } from "react";
import { createPortal } from "react-dom";
import { fullTime } from "../state/format";
import { text } from "../text";
import type { Me } from "../wire/types";
import { isTicketNumber, masked } from "./masking";
import "./watermark.css";

const MINUTE_MS = 60_000;

interface Props {
  name: string;
  unit: string;
  /** The service's clock minus this machine's, where a page knows it. */
  offset?: number;
}

/** Renewed as the minute turns. */
function useMinute(offset: number): string {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const left = MINUTE_MS - ((now + offset) % MINUTE_MS);
    const timer = setTimeout(() => setNow(Date.now()), left + 20);
    return () => clearTimeout(timer);
  }, [now, offset]);
  return fullTime(now + offset);
}

/** What a copied piece becomes: masked, and signed; a ticket's bare number stays one. */
export function signed(words: string, line: string): string {
  return isTicketNumber(words) ? words : `${masked(words)}\n${text.copied(line)}`;
}

/** What a person copies out of a field is what they typed; everything else is what the page shows. */
function useSignedCopy(line: string): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const isTyped = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const words = isTyped ? "" : (getSelection()?.toString() ?? "");
      if (words.trim() === "" || !event.clipboardData || event.defaultPrevented) return;
      event.clipboardData.setData("text/plain", signed(words, line));
      event.preventDefault();
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
    };
  }, [line]);
}

export function Watermark({ name, unit, offset = 0 }: Props) {
  const at = useMinute(offset);
  const pattern = useId();
  useSignedCopy(`${name} ${unit} ${at}`);
  return createPortal(
    <svg className="watermark" aria-hidden="true" focusable="false" data-watermark={`${name} ${unit} ${at}`}>
      <defs>
        <pattern
          id={pattern}
          width="340"
          height="190"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-21)"
        >
          <text x="12" y="60">
            {name} {at}
          </text>
          <text x="12" y="80">
            {unit}
          </text>
          <text x="182" y="155">
            {name} {at}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>,
    document.body,
  );
}

/** The watermark of whoever has signed in. */
export function OwnWatermark({ me, offset }: { me: Me; offset?: number }) {
  return <Watermark name={me.person.name} unit={me.memberships[0]?.unit_name ?? ""} offset={offset} />;
}
