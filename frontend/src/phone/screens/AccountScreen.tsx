/** 我: who is signed in, language, light or dark, the way out. */
import { useState } from "react";
import { toggleTheme } from "../../look/theme";
import { LANGUAGE_NAMES, otherLanguage, switchLanguage, text, word } from "../../text";
import { asProblem } from "../../wire/problem";
import { usePhone } from "../context";
import { Banner, Bar } from "../parts/Bar";
import { CallCenter, Complain } from "../parts/Centers";
import { useInstalling } from "../parts/installing";

export function AccountScreen() {
  const { me } = usePhone();
  const install = useInstalling();
  return (
    <div className="phone" data-screen="account">
      <Bar title={text.phone.account} />
      <Banner />
      <main className="scroll account">
        <h1 className="title">{me.person.name}</h1>
        <ul className="account-roles">
          {me.memberships.map((each) => (
            <li key={`${each.role}/${each.unit}`}>
              {word(text.role, each.role)}
              {text.dot}
              {each.unit_name}
            </li>
          ))}
        </ul>
        <CallCenter />
        <Complain />
        <p className="quiet">{text.phone.rights}</p>
        {install ? (
          <button type="button" className="tall" onClick={install} data-command="install">
            {text.phone.install}
          </button>
        ) : null}
        <button type="button" className="tall" onClick={toggleTheme} data-command="theme">
          {text.phone.theme}
        </button>
        <button type="button" className="tall" onClick={switchLanguage} lang={otherLanguage()}>
          {LANGUAGE_NAMES[otherLanguage()]}
        </button>
        <SignOut />
      </main>
    </div>
  );
}

/** Asked once more: outdoors nobody gets in again without network and password. */
function SignOut() {
  const { view, session } = usePhone();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState("");
  const waiting = view.summary.waiting + view.summary.refused;
  async function leave(): Promise<void> {
    try {
      await session.signOut();
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused.isOffline ? text.phone.signOutOffline : refused.message);
    }
  }
  if (!isAsked)
    return (
      <button type="button" className="tall" onClick={() => setAsked(true)} data-command="ask_sign_out">
        {text.phone.signOut}
      </button>
    );
  return (
    <section className="part form" data-part="sign_out">
      <p className="note">
        {[text.phone.signOutSure, waiting > 0 ? text.phone.signOutQueue(waiting) : ""].join("")}
      </p>
      <p className="problem" role="alert">
        {problem}
      </p>
      <div className="pair" ref={inSight}>
        <button type="button" className="tall" onClick={() => setAsked(false)} data-command="stay">
          {text.phone.stay}
        </button>
        <button type="button" className="tall" onClick={() => void leave()} data-command="sign_out">
          {text.phone.signOut}
        </button>
      </div>
    </section>
  );
}

function inSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
