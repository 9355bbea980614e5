/** The entry of the administration. */
import "../look/tokens.css";
import "../look/controls.css";
import "../seat/seat.css";
import "../map/chrome.css";
import "./admin.css";
import "./parts.css";
import "./shown.css";
import "./changes.css";
import "./tables.css";
import "./places/places.css";
import "./quality/quality.css";
import "./boundaries/boundaries.css";
import "./closing/closing.css";
import "./telling.css";
import { Gate } from "../seat/Gate";
import { start } from "../seat/start";
import { Admin } from "./Admin";

void start(<Gate>{(me) => <Admin me={me} />}</Gate>);
