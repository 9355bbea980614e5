/** The entry of the page that a link in a message opens: one ticket, no password, nothing to install. */
import "../look/older";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../look/tokens.css";
import "../look/controls.css";
import "../phone/styles/frame.css";
import "../phone/styles/ticket.css";
import "../phone/styles/waiting.css";
import "../phone/styles/buttons.css";
import "../phone/styles/form.css";
import "../phone/styles/saying.css";
import "./link.css";
import { Failure } from "../look/Failure";
import { tellLanguage } from "../look/language";
import { startTheme } from "../look/theme";
import { loadWords } from "../text";
import { words } from "../text/link";
import { LinkPage } from "./LinkPage";
import { meanAsBefore } from "./meant";

/** The token stands in the address for a moment only: not in the history, nor in a picture of the screen. */
function takeToken(): string | null {
  const token = /^\/t\/([^/]{1,100})$/.exec(location.pathname)?.[1] ?? null;
  if (token) history.replaceState(null, "", "/t");
  return token;
}

const token = takeToken();
startTheme();
if (!token) meanAsBefore();
tellLanguage();
document.title = words.title;
void loadWords().then(() =>
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <Failure>
        <LinkPage token={token} />
      </Failure>
    </StrictMode>,
  ),
);
