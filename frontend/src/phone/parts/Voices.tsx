/** Recorded words of a ticket: said and not yet sent, on their way, with the center. */
import { Voice } from "../../look/Voice";
import { dayTime } from "../../state/format";
import { text } from "../../text";
import { usePhone } from "../context";
import type { VoiceDraft } from "../keep/drafts";
import { voicesOf } from "../rules/evidence";
import type { TicketView } from "../screens/ticket";
import type { Acting } from "./acting";

interface Props {
  ticket: TicketView;
  acting: Acting;
  draft: VoiceDraft;
}

export function Voices({ ticket, acting, draft }: Props) {
  const { now } = usePhone();
  const waiting = ticket.acts.filter((act) => act.kind === "voice");
  const sent = voicesOf(ticket.detail.evidence);
  if (!draft.recorded && waiting.length === 0 && sent.length === 0) return null;
  return (
    <section className="part voices" data-part="voices" data-voices={waiting.length + sent.length}>
      {draft.recorded ? <Kept draft={draft} recorded={draft.recorded} acting={acting} /> : null}
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
            source={each.url}
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
  recorded: NonNullable<VoiceDraft["recorded"]>;
  acting: Acting;
}

function Kept({ draft, recorded, acting }: KeptProps) {
  async function send(): Promise<void> {
    if (await acting.addVoice(recorded)) await draft.drop();
  }
  return (
    <div className="voice-kept" data-voice-draft={recorded.seconds}>
      <p>
        <Voice source={recorded.voice} seconds={recorded.seconds} />
      </p>
      <p className="quiet">{text.voice.kept}</p>
      <p className="voice-choices">
        <button type="button" className="plain" onClick={() => void send()} data-command="send_voice">
          {text.voice.send}
        </button>
        <button type="button" className="plain" onClick={() => void draft.drop()} data-command="drop_voice">
          {text.voice.drop}
        </button>
      </p>
    </div>
  );
}
