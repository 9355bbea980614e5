/** How a page gets its line: over the one socket that all windows of a person share; where browsers lack shared workers, its own. */
import type { FromPage, ToPage } from "./line";
import LineWorker from "./line.worker?sharedworker";
import { ownWire, type Wire } from "./wire";

class SharedWire implements Wire {
  onopen: (() => void) | null = null;
  onmessage: ((text: string) => void) | null = null;
  onclose: ((code: number) => void) | null = null;
  private readonly port: MessagePort;

  constructor(worker: SharedWorker) {
    this.port = worker.port;
    this.port.onmessage = (event) => this.hear(event.data as ToPage);
    this.port.start();
    this.say({ kind: "open" });
    // A window that is closed says so; nobody else can tell the worker.
    window.addEventListener("pagehide", this.leave);
  }

  send(text: string): void {
    this.say({ kind: "say", text });
  }

  close(): void {
    window.removeEventListener("pagehide", this.leave);
    this.leave();
    this.port.close();
  }

  private readonly leave = (): void => this.say({ kind: "leave" });

  private say(message: FromPage): void {
    this.port.postMessage(message);
  }

  private hear(message: ToPage): void {
    if (message.kind === "opened") this.onopen?.();
    else if (message.kind === "heard") this.onmessage?.(message.text);
    else this.onclose?.(message.code);
  }
}

/** One worker for each person, so that whoever sits down next never hears the former one's line. */
export function sharedWire(person: number): Wire {
  if (typeof SharedWorker === "undefined") return ownWire();
  try {
    return new SharedWire(new LineWorker({ name: `dispatch line ${person}` }));
  } catch {
    // Forbidden by the browser's settings: a socket of its own does the same for this window.
    return ownWire();
  }
}
