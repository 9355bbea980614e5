/** Photos of the ticket: those the service has and those still on the phone. And the two ways to add one. */
import type { ChangeEvent, ReactNode } from "react";
import { Picture } from "../../look/Picture";
import { picturesOf } from "../../state/evidence";
import { text } from "../../text";
import type { Evidence } from "../../wire/types";
import { type Act, PHOTO_KINDS } from "../rules/acts";
import type { Acting } from "./acting";
import { openingCamera } from "./camera";
import { WaitingPhoto } from "./WaitingPhoto";

interface InputProps {
  acting: Acting;
  fromGallery: boolean;
  className: string;
  children: ReactNode;
}

export function PhotoInput({ acting, fromGallery, className, children }: InputProps) {
  function chosen(event: ChangeEvent<HTMLInputElement>): void {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    if (files.length > 0) void acting.addPhotos(files, fromGallery);
  }
  return (
    <label className={className} data-command={fromGallery ? "gallery" : "photo"}>
      <input
        className="visually-hidden"
        type="file"
        accept="image/*"
        disabled={acting.busy === "photo"}
        onClick={openingCamera}
        onChange={chosen}
        {...(fromGallery ? { multiple: true } : { capture: "environment" as const })}
      />
      {children}
    </label>
  );
}

/** What the next photos show: some matters ask for what it looked like before, too. */
function Shows({ acting }: { acting: Acting }) {
  return (
    <div className="choices three" role="radiogroup" aria-labelledby="photo-shows">
      <h2 className="part-title whole" id="photo-shows">
        {text.phone.photoShows.label}
      </h2>
      {PHOTO_KINDS.map((kind) => (
        // A button is the radio that gloves can press.
        <button
          key={kind}
          type="button"
          role="radio"
          aria-checked={acting.shows === kind}
          className={acting.shows === kind ? "tall chosen" : "tall"}
          onClick={() => acting.setShows(kind)}
          data-shows={kind}
        >
          {text.phone.photoShows[kind]}
        </button>
      ))}
    </div>
  );
}

interface PhotosProps {
  evidence: readonly Evidence[];
  acts: readonly Act[];
  acting: Acting;
  canAdd: boolean;
}

export function Photos({ evidence, acts, acting, canAdd }: PhotosProps) {
  const waiting = acts.filter((act) => act.kind === "photo");
  const pictures = picturesOf(evidence);
  const count = pictures.length + waiting.length;
  if (count === 0 && !canAdd) return null;
  return (
    <section className="part" data-part="photos" data-photos={count}>
      {count > 0 ? (
        <ul className="photos">
          {pictures.map((each) => (
            <li key={each.id} className="photo" data-photo="sent">
              <Picture url={each.url} alt={text.phone.evidence} width={each.width} height={each.height} />
              {each.kind || each.from_gallery ? (
                <span className="photo-mark">
                  {[
                    each.kind && each.kind !== "voice" ? text.phone.photoShows[each.kind] : "",
                    each.from_gallery ? text.phone.fromGallery : "",
                  ]
                    .filter(Boolean)
                    .join(text.dot)}
                </span>
              ) : null}
            </li>
          ))}
          {waiting.map((act) => (
            <WaitingPhoto key={act.operation} act={act} />
          ))}
        </ul>
      ) : null}
      {acting.busy === "photo" ? <p className="quiet">{text.phone.photoPreparing}</p> : null}
      {canAdd ? <Shows acting={acting} /> : null}
      {canAdd ? (
        <PhotoInput acting={acting} fromGallery className="plain">
          {text.phone.gallery}
        </PhotoInput>
      ) : null}
    </section>
  );
}
