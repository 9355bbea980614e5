/** The parts of a section as tabs; which one is shown stands in the address. Arrows move among them. */
import type { KeyboardEvent } from "react";
import { useAdmin } from "../context";

interface Tab {
  name: string;
  label: string;
  /** A figure beside the label. */
  count?: number | null;
}

interface Props {
  tabs: readonly Tab[];
  shown: string;
  label: string;
}

export function Tabs({ tabs, shown, label }: Props) {
  const { go } = useAdmin();
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex((tab) => tab.name === shown);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    go({ tab: next.name }, true);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.name === shown}
          tabIndex={tab.name === shown ? 0 : -1}
          data-tab={tab.name}
          onClick={() => go({ tab: tab.name })}
        >
          {tab.label}
          {tab.count ? <span className="tab-count">{tab.count}</span> : null}
        </button>
      ))}
    </div>
  );
}
