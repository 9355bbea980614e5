/** The last face: something in the page itself broke. Around every page. */
import { Component, type ReactNode } from "react";
import { text } from "../text";

export class Failure extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Face title={text.faces.broken} hint={text.faces.brokenHint}>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {text.faces.reload}
        </button>
      </Face>
    );
  }
}

export function Face({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="face" role="status">
      <p className="face-title">{title}</p>
      {hint ? <p className="face-hint">{hint}</p> : null}
      {children}
    </div>
  );
}
