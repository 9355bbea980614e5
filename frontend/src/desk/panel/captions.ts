/** What stands below a photo: when it was taken or came, whether from a gallery, and how far off. Pure. */
import { metresOff, type Place } from "../../state/apart";
import { shortTime } from "../../state/format";
import { text } from "../../text";
import type { Evidence } from "../../wire/types";

type Photo = Pick<Evidence, "taken_at" | "received_at" | "from_gallery" | "lon" | "lat">;

function farOff({ lon, lat }: Photo, place: Partial<Place>): string {
  const metres = lon === null || lat === null ? null : metresOff({ lon, lat }, place);
  return metres === null ? "" : text.ticket.far(text.distance(metres));
}

export function captionOf(photo: Photo, place: Partial<Place>, now: number): string {
  const words = [
    photo.taken_at
      ? text.ticket.taken(shortTime(photo.taken_at, now))
      : text.ticket.receivedAt(shortTime(photo.received_at, now)),
    photo.from_gallery ? text.ticket.fromGallery : "",
    farOff(photo, place),
  ];
  return words.filter(Boolean).join(text.dot);
}
