/** The verbs of the open ticket: put an act into the outbox, arrive, add a photo. */
import { useMemo, useRef, useState } from "react";
import { prepared } from "../../look/camera";
import type { Fix, NoFix } from "../../state/photo";
import { text } from "../../text";
import { labelOf } from "../../text/labels";
import type { Allowed, FieldValue, TicketRow } from "../../wire/types";
import { usePhone } from "../context";
import { type Made, takeInHand } from "../keep/inHand";
import { actOf } from "../keep/making";
import type { CommandAct, NewAct, PhotoKind } from "../rules/acts";
import { arrivalFields, farOff } from "../rules/arrival";
import { position } from "./position";
import type { Recorded } from "./recorder";
import { type Far, useFar, useStaying } from "./staying";

/** A photo in hand should be kept soon: the page may be killed while it waits for a fix. */
const PHOTO_WAIT_MS = 3_000;

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

/**
 * Keeps an arrival at once. Where the phone is far off a reason is asked for, which nobody has to give: until then the
 * arrival waits on the phone, and whoever goes on or away without one has arrived all the same.
 */
function arrivalOf(
  arrived: Omit<CommandAct, "id" | "fields">,
  found: Fix | NoFix,
  place: Parameters<typeof farOff>[1],
  isHere: boolean,
): NewAct {
  const fields = arrivalFields(found);
  const asked = farOff(found, place);
  return asked === null || !isHere ? { ...arrived, fields } : { ...arrived, fields, asked };
}

interface Making {
  busy: "position" | "photo" | null;
  /** Takes in hand what needs time before it is kept. */
  making(what: "position" | "photo", made: Made): Promise<void>;
}

function useMaking(ticket: number): Making {
  const [busy, setBusy] = useState<Making["busy"]>(null);
  return useMemo(
    () => ({
      busy,
      async making(what, made) {
        setBusy(what);
        await takeInHand(ticket, made);
        setBusy((now) => (now === what ? null : now));
      },
    }),
    [ticket, busy],
  );
}

/** `row` is the ticket as last seen: its state goes with every act. `firstShows`: what photos show unless said. */
export function useActing(
  row: Pick<TicketRow, "id" | "title" | "state"> & Partial<TicketRow>,
  firstShows: PhotoKind = "after",
): Acting {
  const { session, me } = usePhone();
  const { busy, making } = useMaking(row.id);
  const [problem, setProblem] = useState("");
  const staying = useStaying(row.id, setProblem);
  const far = useFar(row.id, staying);
  const [shows, setShows] = useState<PhotoKind>(firstShows);
  const isGiving = useRef(false);
  const { id, title, state, lon, lat, radius_m } = row;
  return useMemo(() => {
    const common = (label: string) => actOf({ id, title, state }, me.person.id, label, session.now());
    const kept = (act: NewAct): Promise<string> =>
      session.act(act).then(
        () => "",
        () => text.phone.phoneFull,
      );
    const keep = async (act: NewAct): Promise<boolean> => {
      const why = await kept(act);
      setProblem(why);
      return why === "";
    };
    const arriveAt = async (act: ReturnType<typeof common>, command: string): Made => {
      const arrived = { ...act, kind: "command" as const, command };
      const found = await position();
      return keep(arrivalOf(arrived, found, { lon, lat, radius_m }, staying.isHere()));
    };
    const photograph = async (file: File, fix: Fix | null, fromGallery: boolean): Promise<string> => {
      const act = common(text.phone.photo);
      const stamp = { at: Date.parse(act.done_at), fix, fromGallery };
      const photo = await prepared(file, stamp).catch(() => null);
      if (!photo) return text.phone.photoBad;
      const place = { lon: fix?.lon ?? null, lat: fix?.lat ?? null };
      return kept({ ...act, kind: "photo", photo, from_gallery: fromGallery, shows, ...place });
    };
    /** Of several, one that is missing is said whatever became of those after it. */
    const photographAll = async (files: readonly File[], fromGallery: boolean): Made => {
      setProblem("");
      const found = fromGallery ? null : await position(PHOTO_WAIT_MS);
      const fix = typeof found === "string" ? null : found;
      let missing = "";
      for (const file of files) missing = (await photograph(file, fix, fromGallery)) || missing;
      setProblem(missing);
      return missing === "";
    };
    return {
      async give(command, fields) {
        if (isGiving.current) return false;
        isGiving.current = true;
        const act = common(labelOf(command));
        const isKept =
          (await staying.allMade()) &&
          (await keep({ ...act, kind: "command", command: command.command, fields }));
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
  }, [session, me, staying, id, title, state, lon, lat, radius_m, far, shows, busy, making, problem]);
}
