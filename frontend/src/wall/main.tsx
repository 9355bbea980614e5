/** The entry of the wall: dark until a picture says otherwise, no session, one picture. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../look/tokens.css";
import "./wall.css";
import { Failure } from "../look/Failure";
import { tellLanguage } from "../look/language";
import { loadWords } from "../text";
import { words } from "../text/wall";
import { Wall } from "./Wall";

tellLanguage();
document.title = words.title;
void loadWords().then(() =>
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <Failure>
        <Wall />
      </Failure>
    </StrictMode>,
  ),
);
