/** A photo that is still on the phone. */
import { useEffect, useState } from "react";
import { text } from "../../text";
import type { PhotoAct } from "../rules/acts";

export function WaitingPhoto({ act }: { act: PhotoAct }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(act.photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [act.photo]);
  return (
    <li className="photo" data-photo="waiting">
      {url ? <img src={url} alt={text.phone.photo} /> : null}
      <span className="photo-mark">{act.refused ? text.phone.act.refused : text.phone.waitingMark}</span>
    </li>
  );
}
