/** The sign-in page's entry. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../look/tokens.css";
import "../look/controls.css";
import "./signin.css";
import { Failure } from "../look/Failure";
import { tellLanguage } from "../look/language";
import { startTheme } from "../look/theme";
import { loadWords, text } from "../text";
import { SignIn } from "./SignIn";

startTheme();
tellLanguage();
void loadWords().then(() => {
  document.title = `${text.signin.submit} · ${text.product}`;
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <Failure>
        <SignIn />
      </Failure>
    </StrictMode>,
  );
});
