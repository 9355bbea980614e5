/** The verbs of the open ticket: put an act into the outbox, arrive, add a photo. */
import { useMemo, useRef, useState } from "react";
import { text } from "../../text";
import { labelOf } from "../../text/labels";
import type { Allowed, FieldValue, TicketRow } from "../../wire/types";
import { usePhone } from "../context";
import { actOf } from "../keep/making";
import type { CommandAct, NewAct, PhotoKind } from "../rules/acts";
import { arrivalFields, farOff } from "../rules/arrival";
import type { Fix, NoFix } from "../rules/photo";
import { prepared } from "./camera";
import { position } from "./position";
import type { Recorded } from "./recorder";

/** A photo in hand should be kept soon: the page may be killed while it waits for a fix. */
const PHOTO_WAIT_MS = 3_000;

interface Far {
  metres: number;
  say(reason: string | null): Promise<void>;
}

export interface Acting {
  /** Whether the act is kept. While one is being kept a second tap does nothing. */
  give(command: Allowed, fields: Record<string, FieldValue>): Promise<boolean>;
  arrive(command: Allowed): Promise<void>;
  /** They say that they are there, and the phone that it is far off: waits for a reason, or for none. */
  far: Far | null;
  addPhotos(files: readonly File[], fromGallery: boolean): Promise<void>;
  /** Whether what was said is on its way. */
  addVoice(recorded: Recorded): Promise<boolean>;
  /** What the next photos show. */
  shows: PhotoKind;
  setShows(kind: PhotoKind): void;
  busy: "position" | "photo" | null;
  problem: string;
}

/** Keeps an arrival at once; where the phone is far off, what waits for a reason instead. */
async function keptOrFar(
  arrived: Omit<CommandAct, "id" | "fields">,
  found: Fix | NoFix,
  place: Parameters<typeof farOff>[1],
  keep: (act: NewAct) => Promise<boolean>,
  settled: () => void,
): Promise<Far | null> {
  const fields = arrivalFields(found);
  const metres = farOff(found, place);
  if (metres === null) {
    await keep({ ...arrived, fields });
    return null;
  }
  const say = async (reason: string | null): Promise<void> => {
    settled();
    await keep({ ...arrived, fields: reason === null ? fields : { ...fields, reason } });
  };
  return { metres, say };
}

/** `row` is the ticket as last seen: its state goes with every act. `firstShows`: what photos show unless said. */
export function useActing(
  row: Pick<TicketRow, "id" | "title" | "state"> & Partial<TicketRow>,
  firstShows: PhotoKind = "after",
): Acting {
  const { session, me } = usePhone();
  const [busy, setBusy] = useState<Acting["busy"]>(null);
  const [problem, setProblem] = useState("");
  const [far, setFar] = useState<Far | null>(null);
  const [shows, setShows] = useState<PhotoKind>(firstShows);
  const isGiving = useRef(false);
  const { id, title, state, lon, lat, radius_m } = row;
  return useMemo(() => {
    const common = (label: string) => actOf({ id, title, state }, me.person.id, label, session.now());
    const keep = async (act: NewAct): Promise<boolean> => {
      const isKept = await session.act(act).then(
        () => true,
        () => false,
      );
      setProblem(isKept ? "" : text.phone.phoneFull);
      return isKept;
    };
    return {
      async give(command, fields) {
        if (isGiving.current) return false;
        isGiving.current = true;
        const act = common(labelOf(command));
        const isKept = await keep({ ...act, kind: "command", command: command.command, fields });
        isGiving.current = false;
        return isKept;
      },
      async arrive(command) {
        // The time is that of the tap, not of the fix.
        const act = common(labelOf(command));
        setBusy("position");
        const found = await position();
        setBusy(null);
        const arrived = { ...act, kind: "command" as const, command: command.command };
        setFar(await keptOrFar(arrived, found, { lon, lat, radius_m }, keep, () => setFar(null)));
      },
      far,
      async addPhotos(files, fromGallery) {
        setProblem("");
        setBusy("photo");
        const found = fromGallery ? null : await position(PHOTO_WAIT_MS);
        const fix = typeof found === "string" ? null : found;
        for (const file of files) {
          const act = common(text.phone.photo);
          const photo = await prepared(file, { at: Date.parse(act.done_at), fix, fromGallery }).catch(
            () => null,
          );
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
  }, [session, me, id, title, state, lon, lat, radius_m, far, shows, busy, problem]);
}
