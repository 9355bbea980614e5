/** A part of the page that comes when it is first shown; what the network does not bring leaves the rest standing. */
import { Component, type ReactNode, Suspense, useState } from "react";
import { text } from "../text";
import { Face } from "./Failure";
import { isMissingPart, renewByHand } from "./upgrade";

interface Props {
  /** What stands there meanwhile; a face unless said. */
  waiting?: ReactNode;
  /** A button alone, where there is no room for a face. */
  isSmall?: boolean;
  children: ReactNode;
}

export function Late({ waiting, isSmall = false, children }: Props) {
  return (
    <Catch missing={isSmall ? <Again /> : <MissingFace />}>
      <Suspense fallback={waiting === undefined ? <Face title={text.faces.loading} /> : waiting}>
        {children}
      </Suspense>
    </Catch>
  );
}

/** Catches only what did not arrive; what broke is the page's. */
class Catch extends Component<{ missing: ReactNode; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!isMissingPart(error)) throw error;
    return this.props.missing;
  }
}

function MissingFace() {
  return (
    <Face title={text.faces.missing} hint={text.faces.missingHint}>
      <Again />
    </Face>
  );
}

function Again() {
  const [isAway, setAway] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        title={text.faces.missing}
        data-renew
        onClick={() => void renewByHand().then((isDone) => setAway(!isDone))}
      >
        {text.faces.reload}
      </button>
      {isAway ? <p role="alert">{text.faces.stillAway}</p> : null}
    </>
  );
}
