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
  const { me, view, session } = usePhone();
  const [problem, setProblem] = useState("");
  const install = useInstalling();
  const waiting = view.summary.waiting + view.summary.refused;
  async function leave(): Promise<void> {
    try {
      await session.signOut();
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused.isOffline ? text.phone.signOutOffline : refused.message);
    }
  }
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
        <button type="button" className="tall" onClick={() => void leave()} data-command="sign_out">
          {text.phone.signOut}
        </button>
        {waiting > 0 ? <p className="note">{text.phone.signOutQueue(waiting)}</p> : null}
        <p className="problem" role="alert">
          {problem}
        </p>
      </main>
    </div>
  );
}
