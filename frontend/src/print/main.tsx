/** The entry of the page that prints papers. */
import "../look/tokens.css";
import "../look/controls.css";
import "../seat/seat.css";
import "./print.css";
import { Gate } from "../seat/Gate";
import { start } from "../seat/start";
import { Print } from "./Print";

void start(<Gate>{() => <Print />}</Gate>);
