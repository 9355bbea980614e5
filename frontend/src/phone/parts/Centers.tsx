/** One number to call the center, and one for what somebody has to say against it. Both work without network. */
import { text } from "../../text";
import { words } from "../../text/grievances";
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

/** 投诉建议: written to the district's supervisors, past the center that gives out the work. */
export function Complain() {
  const { go } = usePhone();
  return (
    <section className="part" data-part="complain">
      <h2 className="part-title">{words.title}</h2>
      <p>{words.lead}</p>
      <button
        type="button"
        className="tall"
        onClick={() => go({ page: "grievance" })}
        data-command="grievance"
      >
        {words.open}
      </button>
    </section>
  );
}

/** Who would rather say it calls the district; nothing where the directory names no number. */
export function WhomToCall() {
  const { me, view } = usePhone();
  const { own, above } = centersOf(me, view.directory);
  const heard = above ?? own;
  if (!heard) return null;
  return (
    <a className="tall" href={`tel:${heard.phone}`} data-command="complain">
      {text.phone.callCenter(heard.name)}
    </a>
  );
}
