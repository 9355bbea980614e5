/** The phone page's entry. */
import "../look/older";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../look/tokens.css";
import "../look/controls.css";
import "./styles/frame.css";
import "./styles/list.css";
import "./styles/ticket.css";
import "./styles/waiting.css";
import "./styles/buttons.css";
import "./styles/form.css";
import "./styles/saying.css";
import { Face, Failure } from "../look/Failure";
import { tellLanguage } from "../look/language";
import { onTheme, startTheme } from "../look/theme";
import { takeEnglish, text } from "../text";
import { en } from "../text/en";
import { App } from "./App";
import { openDatabase } from "./keep/database";
import { PhoneSession } from "./keep/session";
import { tintFrame, watchOffers } from "./parts/installing";

const root = createRoot(document.getElementById("root") as HTMLElement);

/** Starts the page without network. Only where the connection is encrypted (or local) do browsers allow it. */
function registerWorker(): void {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register("/phone-worker.js", { scope: "/m" }).catch(() => undefined);
}

async function start(): Promise<void> {
  let session: PhoneSession;
  try {
    session = new PhoneSession(await openDatabase());
  } catch {
    // Private windows of some browsers keep nothing: acts done without network would be lost in silence.
    root.render(<Face title={text.phone.storageFailed} hint={text.phone.storageFailedHint} />);
    return;
  }
  root.render(
    <StrictMode>
      <Failure>
        <App session={session} />
      </Failure>
    </StrictMode>,
  );
  void session.start();
}

watchOffers();
onTheme(tintFrame);
startTheme();
tellLanguage();
// The phone opens without network, in either language: both come with the page.
takeEnglish(en);
document.title = text.phone.title;
registerWorker();
void start();
