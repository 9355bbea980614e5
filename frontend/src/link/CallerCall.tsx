/** The caller's number, on request: an audit row each time; dialled from here, hidden again at a tap. */
import { useState } from "react";
import { text } from "../text";
import { words } from "../text/link";
import { api } from "../wire/api";
import { asProblem } from "../wire/problem";

export function CallerCall({ ticket, say }: { ticket: number; say(words: string): void }) {
  const [phone, setPhone] = useState<string | null>(null);
  async function reveal(): Promise<void> {
    try {
      const found = await api.caller(ticket, words.callerReason);
      if (found.phone) setPhone(found.phone);
      else say(words.callerNone);
    } catch (error) {
      const problem = asProblem(error);
      say(problem.isOffline ? words.offline : (problem.body.detail ?? text.act.failed));
    }
  }
  if (!phone)
    return (
      <button type="button" className="tall" data-command="call" onClick={() => void reveal()}>
        {text.phone.call}
      </button>
    );
  return (
    <>
      <a className="tall filled" href={`tel:${phone}`} data-command="dial">
        {text.phone.dial(phone)}
      </a>
      <button type="button" className="plain" onClick={() => setPhone(null)}>
        {words.hide}
      </button>
    </>
  );
}
