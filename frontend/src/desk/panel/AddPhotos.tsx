/**
 * Photos that reached the desk another way, as by WeChat from a worker: chosen, dropped, or pasted with Ctrl V. They are
 * of a gallery, without place or time of their own; where a rule asks for those, the answer asks for a reason.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { prepared } from "../../look/camera";
import { newOperation } from "../../seat/operation";
import { text } from "../../text";
import { api } from "../../wire/api";
import { asProblem, Problem } from "../../wire/problem";
import type { TicketDetail } from "../../wire/types";

export const PHOTO_KINDS = ["before", "after", "document"] as const;
type Kind = (typeof PHOTO_KINDS)[number];

const OPEN: ReadonlySet<string> = new Set(["signed", "assigned", "in_progress", "answered", "reviewed"]);

/** Whoever may note a contact on a ticket under way works on it; the service judges all the same. */
export function canAddPhotos({ row, allowed }: TicketDetail): boolean {
  return OPEN.has(row.state) && allowed.some(({ command }) => command === "contact");
}

async function add(ticket: number, file: File, kind: Kind): Promise<void> {
  const stamp = { at: Date.now(), fix: null, fromGallery: true };
  const photo = await prepared(file, stamp).catch(() => {
    throw new Problem(422, { title: "", detail: text.closing.photoBad(file.name) });
  });
  const form = new FormData();
  form.set("file", photo, "photo.jpg");
  form.set("operation", newOperation());
  form.set("from_gallery", "true");
  form.set("kind", kind);
  await api.addEvidence(ticket, form);
}

function useAdd(ticket: number, kind: Kind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await add(ticket, file, kind);
      return files.length;
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["ticket", ticket] });
      void queries.invalidateQueries({ queryKey: ["closing", ticket] });
    },
  });
}

function imagesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
}

/**
 * A picture on the clipboard is a photo for this ticket, wherever the cursor stands. Words are pasted as ever, also those
 * that a word processor copies together with their picture.
 */
function usePaste(take: (files: File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = imagesOf(event.clipboardData);
      const isElsewhere = event.target instanceof Element && event.target.closest("dialog") !== null;
      if (files.length === 0 || isElsewhere || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

export function AddPhotos({ ticket }: { ticket: number }) {
  const [kind, setKind] = useState<Kind>("after");
  const adding = useAdd(ticket, kind);
  const take = (files: File[]) => {
    if (files.length > 0 && !adding.isPending) adding.mutate(files);
  };
  usePaste(take);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(imagesOf(event.dataTransfer));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the input below takes the same files.
    <div
      className="add-photos"
      data-add-photos
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <Kinds kind={kind} onChoose={setKind} />
      <label className="button small">
        <input
          className="visually-hidden"
          type="file"
          name="photos"
          accept="image/*"
          multiple
          disabled={adding.isPending}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        {adding.isPending ? text.act.sending : text.closing.addPhotos}
      </label>
      <Told error={adding.error} count={adding.data} />
    </div>
  );
}

function Kinds({ kind, onChoose }: { kind: Kind; onChoose: (kind: Kind) => void }) {
  return (
    <fieldset className="photo-kinds">
      <legend className="visually-hidden">{text.closing.photoShows}</legend>
      {PHOTO_KINDS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="photo-kind"
            value={each}
            checked={kind === each}
            onChange={() => onChoose(each)}
          />{" "}
          {text.closing[each]}
        </label>
      ))}
    </fieldset>
  );
}

function Told({ error, count }: { error: Error | null; count: number | undefined }) {
  if (error) {
    const problem = asProblem(error);
    const said = problem.isOffline ? text.act.offline : (problem.body.detail ?? text.act.failed);
    return (
      <p className="problem" role="alert">
        {said}
      </p>
    );
  }
  return (
    <p className="quiet" role="status">
      {count ? text.closing.photosAdded(count) : text.closing.pastePhotos}
    </p>
  );
}
