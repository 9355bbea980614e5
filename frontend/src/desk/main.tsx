/** The desk's entry. */
import "../look/tokens.css";
import "../look/controls.css";
import "../seat/seat.css";
import "./desk.css";
import "./header.css";
import "./windows/windows.css";
import "./list.css";
import "./panel.css";
import "./outcome.css";
import "./form.css";
import "./daily.css";
import "./closing.css";
import "./joint.css";
import "./manual.css";
import "../map/chrome.css";
import "./map.css";
import "./placing.css";
import "./telling.css";
import { Gate } from "../seat/Gate";
import { start } from "../seat/start";
import { Desk } from "./Desk";
import { Shell } from "./Shell";

void start(<Gate waiting={<Shell />}>{(me) => <Desk me={me} />}</Gate>);
