/** The clock's shape: ● in time, ▲ due soon, ◆ overdue; ? where the place is still to be found. */
import type { Severity } from "../state/clocks";
import { text } from "../text";

const CLASS: Record<Severity, string> = { on_time: "on-time", soon: "soon", overdue: "overdue" };

export function severityClass(severity: Severity): string {
  return CLASS[severity];
}

function Outline({ severity }: { severity: Severity }) {
  if (severity === "soon") return <path d="M8 1.5 15 14H1z" />;
  if (severity === "overdue") return <path d="M8 .6 15.4 8 8 15.4.6 8z" />;
  return <circle cx="8" cy="8" r="6.2" />;
}

export function Shape({ severity }: { severity: Severity }) {
  return (
    <svg className={`shape ${CLASS[severity]}`} viewBox="0 0 16 16" role="img">
      <title>{text.severity[severity]}</title>
      <Outline severity={severity} />
    </svg>
  );
}
