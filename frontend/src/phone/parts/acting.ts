/** The verbs of the open ticket: put an act into the outbox, arrive, add a photo. */
import { useMemo, useState } from "react";
import { text } from "../../text";
import type { Allowed, FieldValue, TicketRow } from "../../wire/types";
import { usePhone } from "../context";
import { newOperation } from "../keep/operation";
import { arrivalFields } from "../rules/arrival";
import { prepared } from "./camera";
import { position } from "./position";

export interface Acting {
  give(command: Allowed, fields: Record<string, FieldValue>): Promise<void>;
  arrive(command: Allowed): Promise<void>;
  addPhotos(files: readonly File[], fromGallery: boolean): Promise<void>;
  busy: "position" | "photo" | null;
  problem: string;
}

/** `row` is the ticket as last seen: its state goes with every act. */
export function useActing(row: TicketRow): Acting {
  const { session, me } = usePhone();
  const [busy, setBusy] = useState<Acting["busy"]>(null);
  const [problem, setProblem] = useState("");
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
    const give = (command: Allowed, fields: Record<string, FieldValue>) =>
      session.act({ ...common(command.label), kind: "command", command: command.command, fields });
    const kept = (work: Promise<void>) => work.catch(() => setProblem(text.phone.photoFull));
    return {
      give: (command, fields) => kept(give(command, fields)),
      async arrive(command) {
        // The time is that of the tap, not of the fix.
        const act = common(command.label);
        setBusy("position");
        const fields = arrivalFields(await position());
        setBusy(null);
        await kept(session.act({ ...act, kind: "command", command: command.command, fields }));
      },
      async addPhotos(files, fromGallery) {
        setProblem("");
        setBusy("photo");
        const found = fromGallery ? null : await position();
        const fix = typeof found === "string" ? null : found;
        for (const file of files) {
          const act = common(text.phone.photo);
          const at = Date.parse(act.done_at);
          const photo = await prepared(file, { at, fix, fromGallery }).catch(() => null);
          if (!photo) setProblem(text.phone.photoBad);
          else {
            const place = { lon: fix?.lon ?? null, lat: fix?.lat ?? null };
            await kept(session.act({ ...act, kind: "photo", photo, from_gallery: fromGallery, ...place }));
          }
        }
        setBusy(null);
      },
      busy,
      problem,
    };
  }, [session, me, row.id, row.title, row.state, busy, problem]);
}
