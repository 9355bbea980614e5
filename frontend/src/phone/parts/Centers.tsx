/** One number to call the center, and one for what somebody has to say against it. Both work without network. */
import { text } from "../../text";
import { usePhone } from "../context";
import { centersOf } from "../rules/centers";

/** 打给中心; nothing where the directory names no number. */
export function CallCenter({ className = "tall" }: { className?: string }) {
  const { me, view } = usePhone();
  const { own } = centersOf(me, view.directory);
  if (!own) return null;
  return (
    <a className={className} href={`tel:${own.phone}`} data-command="call_center">
      {text.phone.callCenter(own.name)}
    </a>
  );
}

/** 投诉建议: heard by the district, past the center that gives out the work. */
export function Complain() {
  const { me, view } = usePhone();
  const { own, above } = centersOf(me, view.directory);
  const heard = above ?? own;
  if (!heard) return null;
  return (
    <section className="part" data-part="complain">
      <h2 className="part-title">{text.phone.complain}</h2>
      <p>{text.phone.complainHint}</p>
      <a className="tall" href={`tel:${heard.phone}`} data-command="complain">
        {text.phone.callCenter(heard.name)}
      </a>
    </section>
  );
}
