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
  /**
   * Whether the act is kept: behind the photos and the arrival still being made ready, which it may rest on. While one
   * is being kept a second tap does nothing.
   */
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
  busy: Making["busy"];
  problem: string;
}

/** Whether what was made is kept. */
type Made = Promise<boolean>;

/** Keeps an arrival at once; where the phone is far off, asks for a reason first, and nothing waits for that. */
async function keptOrAsked(
  arrived: Omit<CommandAct, "id" | "fields">,
  found: Fix | NoFix,
  place: Parameters<typeof farOff>[1],
  keep: (act: NewAct) => Promise<boolean>,
  ask: (far: Far | null) => void,
): Made {
  const fields = arrivalFields(found);
  const metres = farOff(found, place);
  if (metres === null) return keep({ ...arrived, fields });
  const say = async (reason: string | null): Promise<void> => {
    ask(null);
    await keep({ ...arrived, fields: reason === null ? fields : { ...fields, reason } });
  };
  ask({ metres, say });
  return true;
}

interface Making {
  busy: "position" | "photo" | null;
  /** Takes in hand what needs time before it is kept. */
  making(what: "position" | "photo", made: Made): Promise<void>;
  /** Waits for all that is in hand: whether all of it is kept. */
  made(): Made;
}

function useMaking(): Making {
  const [busy, setBusy] = useState<Making["busy"]>(null);
  const inHand = useRef(new Set<Made>());
  return useMemo(
    () => ({
      busy,
      async making(what, made) {
        setBusy(what);
        inHand.current.add(made);
        await made.finally(() => inHand.current.delete(made));
        setBusy((now) => (now === what ? null : now));
      },
      made: async () => (await Promise.all(inHand.current)).every(Boolean),
    }),
    [busy],
  );
}

/** `row` is the ticket as last seen: its state goes with every act. `firstShows`: what photos show unless said. */
export function useActing(
  row: Pick<TicketRow, "id" | "title" | "state"> & Partial<TicketRow>,
  firstShows: PhotoKind = "after",
): Acting {
  const { session, me } = usePhone();
  const { busy, making, made } = useMaking();
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
    const arriveAt = async (act: ReturnType<typeof common>, command: string): Made => {
      const arrived = { ...act, kind: "command" as const, command };
      return keptOrAsked(arrived, await position(), { lon, lat, radius_m }, keep, setFar);
    };
    const photograph = async (file: File, fix: Fix | null, fromGallery: boolean): Made => {
      const act = common(text.phone.photo);
      const stamp = { at: Date.parse(act.done_at), fix, fromGallery };
      const photo = await prepared(file, stamp).catch(() => null);
      if (!photo) {
        setProblem(text.phone.photoBad);
        return false;
      }
      const place = { lon: fix?.lon ?? null, lat: fix?.lat ?? null };
      return keep({ ...act, kind: "photo", photo, from_gallery: fromGallery, shows, ...place });
    };
    const photographAll = async (files: readonly File[], fromGallery: boolean): Made => {
      setProblem("");
      const found = fromGallery ? null : await position(PHOTO_WAIT_MS);
      const fix = typeof found === "string" ? null : found;
      let areKept = true;
      for (const file of files) areKept = (await photograph(file, fix, fromGallery)) && areKept;
      return areKept;
    };
    return {
      async give(command, fields) {
        if (isGiving.current) return false;
        isGiving.current = true;
        const act = common(labelOf(command));
        const isKept =
          (await made()) && (await keep({ ...act, kind: "command", command: command.command, fields }));
        isGiving.current = false;
        return isKept;
      },
      // The time is that of the tap, not of the fix.
      arrive: (command) => making("position", arriveAt(common(labelOf(command)), command.command)),
      far,
      addPhotos: (files, fromGallery) => making("photo", photographAll(files, fromGallery)),
      addVoice: ({ voice, seconds }) =>
        keep({ ...common(text.voice.play(seconds)), kind: "voice", voice, seconds }),
      shows,
      setShows,
      busy,
      problem,
    };
  }, [session, me, id, title, state, lon, lat, radius_m, far, shows, busy, making, made, problem]);
}
