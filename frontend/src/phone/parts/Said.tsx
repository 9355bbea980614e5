/** 现场情况: said by one tap or by voice on the ticket's own page. It is the answer's draft: 办好了 goes on with it. */
import { text } from "../../text";
import { usePhone } from "../context";
import { keyOf, useDraft, type VoiceDraft } from "../keep/drafts";
import type { TicketView } from "../screens/ticket";
import type { Acting } from "./acting";
import { Phrases } from "./Phrases";
import { TalkButton } from "./TalkButton";
import { Voices } from "./Voices";

interface Props {
  ticket: TicketView;
  acting: Acting;
  voice: VoiceDraft;
}

/** Where the words of an answer, or of a co-handler's reply, go. */
const FIELDS: Readonly<Record<string, string>> = { answer: "done", co_reply: "text" };

/** Whether what is written for a command stands on the ticket's own page. */
export function isSaidHere(command: string): boolean {
  return command in FIELDS;
}

export function Said({ ticket, acting, voice }: Props) {
  const { finish, head } = ticket.buttons;
  const field = finish ? FIELDS[finish.command] : undefined;
  const voices = <Voices ticket={ticket} acting={acting} draft={voice} />;
  if (!finish || !field || head) return voices;
  return (
    <section className="part" data-part="said">
      <h2 className="visually-hidden">{text.phone.onSite}</h2>
      <Words ticket={ticket} command={finish.command} field={field} voice={voice} />
      {voices}
    </section>
  );
}

interface WordsProps {
  ticket: TicketView;
  command: string;
  field: string;
  voice: VoiceDraft;
}

function Words({ ticket, command, field, voice }: WordsProps) {
  const { session, me, go } = usePhone();
  const { id } = ticket.row;
  const draft = useDraft(session.database, me.person.id, id, command);
  const { decline } = ticket.buttons;
  /** What is no answer but a reason not to give one goes where such reasons go. */
  async function say(value: string, phrase: string): Promise<void> {
    if (decline?.command === "decline" && text.phone.declinePhrases.includes(phrase)) {
      await session.database.put("drafts", keyOf(me.person.id, id, "decline"), { reason: phrase });
      return go({ page: "decline" });
    }
    draft.change({ ...draft.values, [field]: value });
  }
  const written = draft.values[field];
  return (
    <>
      <Phrases
        phrases={text.phone.phrases}
        value={written}
        change={(value, phrase) => void say(value, phrase)}
      >
        <TalkButton keep={voice.keep} />
      </Phrases>
      {written ? (
        <button
          type="button"
          className="tall draft said-words"
          onClick={() => go({ page: command })}
          data-draft={command}
        >
          {String(written)}
        </button>
      ) : null}
    </>
  );
}
