/** A line to the service as live/socket needs it, and the plain one: a socket of the page's own. */

/** What live/socket needs of a socket. */
export interface Wire {
  onopen: (() => void) | null;
  onmessage: ((text: string) => void) | null;
  onclose: ((code: number) => void) | null;
  send(text: string): void;
  close(): void;
}

class OwnWire implements Wire {
  onopen: (() => void) | null = null;
  onmessage: ((text: string) => void) | null = null;
  onclose: ((code: number) => void) | null = null;
  private readonly socket: WebSocket;

  constructor() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new WebSocket(`${scheme}//${location.host}/api/stream`);
    this.socket.onopen = () => this.onopen?.();
    this.socket.onmessage = (event) => this.onmessage?.(String(event.data));
    this.socket.onclose = (event) => this.onclose?.(event.code);
  }

  send(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  close(): void {
    if (this.socket.readyState <= WebSocket.OPEN) this.socket.close(1000);
  }
}

export function ownWire(): Wire {
  return new OwnWire();
}
