/** A photo: small where it stands; pressed, it fills the screen. Its own address hands out a file, so it opens here. */
import { useEffect, useRef, useState } from "react";
import { text } from "../text";

interface Props {
  url: string;
  alt: string;
  width: number;
  height: number;
}

export function Picture({ url, alt, width, height }: Props) {
  const [isLarge, setLarge] = useState(false);
  return (
    <>
      <button type="button" className="picture" onClick={() => setLarge(true)}>
        <img src={url} alt={alt} width={width} height={height} loading="lazy" />
      </button>
      {isLarge ? <Large url={url} alt={alt} onClose={() => setLarge(false)} /> : null}
    </>
  );
}

function Large({ url, alt, onClose }: { url: string; alt: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // Its keys are its own: the Esc that closes it is not the desk's.
    <dialog
      ref={dialog}
      className="picture-large"
      aria-label={alt}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form method="dialog">
        <button type="submit" aria-label={text.ticket.close}>
          <img src={url} alt={alt} />
        </button>
      </form>
    </dialog>
  );
}
