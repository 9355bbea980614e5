/** Recorded words of a ticket: said and not yet sent, on their way, with the center. */
import { Voice } from "../../look/Voice";
import { voicesOf } from "../../state/evidence";
import { dayTime } from "../../state/format";
import { text } from "../../text";
import type { Evidence } from "../../wire/types";
import { usePhone } from "../context";
import type { VoiceDraft } from "../keep/drafts";
import type { Act } from "../rules/acts";
import type { TicketView } from "../screens/ticket";
import type { Acting } from "./acting";
import type { Recorded } from "./recorder";

interface Props {
  ticket: TicketView;
  acting: Acting;
  draft: VoiceDraft;
}

export function Voices({ ticket, acting, draft }: Props) {
  const { now } = usePhone();
  const { acts, detail } = ticket;
  return <VoiceList {...{ acts, now, draft }} evidence={detail.evidence} send={acting.addVoice} />;
}

interface ListProps {
  acts: readonly Act[];
  evidence: readonly Evidence[];
  draft: VoiceDraft;
  now: number;
  /** Whether what was said is on its way. */
  send(recorded: Recorded): Promise<boolean>;
  /** Where the browser fetches what was sent. */
  sourceOf?(url: string): string;
}

export function VoiceList({ acts, evidence, draft, now, send, sourceOf = (url) => url }: ListProps) {
  const waiting = acts.filter((act) => act.kind === "voice");
  const sent = voicesOf(evidence);
  if (!draft.recorded && waiting.length === 0 && sent.length === 0) return null;
  return (
    <section className="part voices" data-part="voices" data-voices={waiting.length + sent.length}>
      {draft.recorded ? <Kept draft={draft} recorded={draft.recorded} send={send} /> : null}
      {waiting.map((act) => (
        <p key={act.operation} data-voice-act="waiting">
          <Voice
            source={act.voice}
            seconds={act.seconds}
            by={act.refused ? text.phone.act.refused : text.voice.waiting}
          />
        </p>
      ))}
      {sent.map((each) => (
        <p key={each.id} data-voice-act="sent">
          <Voice
            source={sourceOf(each.url)}
            seconds={each.seconds ?? 0}
            by={[each.person_name, dayTime(each.taken_at ?? each.received_at, now)].join(text.dot)}
          />
        </p>
      ))}
    </section>
  );
}

interface KeptProps {
  draft: VoiceDraft;
  recorded: Recorded;
  send(recorded: Recorded): Promise<boolean>;
}

function Kept({ draft, recorded, send }: KeptProps) {
  async function sendNow(): Promise<void> {
    if (await send(recorded)) await draft.drop();
  }
  return (
    <div className="voice-kept" data-voice-draft={recorded.seconds}>
      <p>
        <Voice source={recorded.voice} seconds={recorded.seconds} />
      </p>
      <p className="quiet">{text.voice.kept}</p>
      <p className="voice-choices">
        <button type="button" className="plain" onClick={() => void sendNow()} data-command="send_voice">
          {text.voice.send}
        </button>
        <button type="button" className="plain" onClick={() => void draft.drop()} data-command="drop_voice">
          {text.voice.drop}
        </button>
      </p>
    </div>
  );
}
