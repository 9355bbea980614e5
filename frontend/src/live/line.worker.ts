/** The shared worker: the one socket, and a port to each window. All it knows is in live/line. */
import { type FromPage, Line, type LineAction } from "./line";

interface SharedScope {
  name: string;
  location: Location;
  onconnect: ((event: MessageEvent) => void) | null;
}

const scope = self as unknown as SharedScope;
const line = new Line<MessagePort>();
let socket: WebSocket | null = null;

function address(): string {
  const { protocol, host } = scope.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/api/stream`;
}

function dial(): void {
  const dialled = new WebSocket(address());
  socket = dialled;
  dialled.onopen = () => socket === dialled && perform(line.opened());
  dialled.onmessage = (event) => socket === dialled && perform(line.heard(String(event.data), Date.now()));
  dialled.onclose = (event) => {
    if (socket !== dialled) return;
    socket = null;
    perform(line.closed(event.code));
  };
}

function hangUp(): void {
  const held = socket;
  socket = null;
  held?.close(1000);
}

function perform(actions: readonly LineAction<MessagePort>[]): void {
  for (const action of actions) {
    if (action.kind === "tell") action.page.postMessage(action.message);
    else if (action.kind === "dial") dial();
    else if (action.kind === "hang_up") hangUp();
    else if (socket?.readyState === WebSocket.OPEN) socket.send(action.text);
  }
}

scope.onconnect = ({ ports: [port] }) => {
  if (!port) return;
  port.onmessage = (event) => perform(line.page(port, event.data as FromPage, Date.now()));
  port.start();
};
