/** The verbs of the open ticket: put an act into the outbox, arrive, add a photo. */
import { useMemo, useRef, useState } from "react";
import { text } from "../../text";
import type { Allowed, FieldValue, TicketRow } from "../../wire/types";
import { usePhone } from "../context";
import { newOperation } from "../keep/operation";
import type { NewAct, PhotoKind } from "../rules/acts";
import { arrivalFields } from "../rules/arrival";
import { prepared } from "./camera";
import { position } from "./position";
import type { Recorded } from "./recorder";

/** A photo in hand should be kept soon: the page may be killed while it waits for a fix. */
const PHOTO_WAIT_MS = 3_000;

export interface Acting {
  /** Whether the act is kept. While one is being kept a second tap does nothing. */
  give(command: Allowed, fields: Record<string, FieldValue>): Promise<boolean>;
  arrive(command: Allowed): Promise<void>;
  addPhotos(files: readonly File[], fromGallery: boolean): Promise<void>;
  /** Whether what was said is on its way. */
  addVoice(recorded: Recorded): Promise<boolean>;
  /** What the next photos show. */
  shows: PhotoKind;
  setShows(kind: PhotoKind): void;
  busy: "position" | "photo" | null;
  problem: string;
}

/** `row` is the ticket as last seen: its state goes with every act. `firstShows`: what photos show unless said. */
export function useActing(
  row: Pick<TicketRow, "id" | "title" | "state">,
  firstShows: PhotoKind = "after",
): Acting {
  const { session, me } = usePhone();
  const [busy, setBusy] = useState<Acting["busy"]>(null);
  const [problem, setProblem] = useState("");
  const [shows, setShows] = useState<PhotoKind>(firstShows);
  const isGiving = useRef(false);
  return useMemo(() => {
    const common = (label: string) => ({
      operation: newOperation(),
      person: me.person.id,
      ticket: row.id,
      title: row.title,
      label,
      state_seen: row.state,
      done_at: new Date(session.now()).toISOString(),
      refused: null,
    });
    const keep = async (act: NewAct): Promise<boolean> => {
      const isKept = await session.act(act).then(
        () => true,
        () => false,
      );
      if (!isKept) setProblem(text.phone.phoneFull);
      return isKept;
    };
    return {
      async give(command, fields) {
        if (isGiving.current) return false;
        isGiving.current = true;
        const act = common(command.label);
        const isKept = await keep({ ...act, kind: "command", command: command.command, fields });
        isGiving.current = false;
        return isKept;
      },
      async arrive(command) {
        // The time is that of the tap, not of the fix.
        const act = common(command.label);
        setBusy("position");
        const fields = arrivalFields(await position());
        setBusy(null);
        await keep({ ...act, kind: "command", command: command.command, fields });
      },
      async addPhotos(files, fromGallery) {
        setProblem("");
        setBusy("photo");
        const found = fromGallery ? null : await position(PHOTO_WAIT_MS);
        const fix = typeof found === "string" ? null : found;
        for (const file of files) {
          const act = common(text.phone.photo);
          const at = Date.parse(act.done_at);
          const photo = await prepared(file, { at, fix, fromGallery }).catch(() => null);
          if (!photo) setProblem(text.phone.photoBad);
          else {
            const place = { lon: fix?.lon ?? null, lat: fix?.lat ?? null };
            await keep({ ...act, kind: "photo", photo, from_gallery: fromGallery, shows, ...place });
          }
        }
        setBusy(null);
      },
      addVoice: ({ voice, seconds }) =>
        keep({ ...common(text.voice.play(seconds)), kind: "voice", voice, seconds }),
      shows,
      setShows,
      busy,
      problem,
    };
  }, [session, me, row.id, row.title, row.state, shows, busy, problem]);
}
