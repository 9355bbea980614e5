/** The top line: which platform, the way to the desk, who is signed in. */
import { leave } from "../seat/leave";
import { SeatTools } from "../seat/SeatTools";
import { isAdministrator } from "../state/roles";
import { text, word } from "../text";
import { words } from "../text/admin";
import { areaName } from "../text/unitNames";
import { useAdmin } from "./context";

export function Header() {
  const { me } = useAdmin();
  const membership = me.memberships[0];
  const district = areaName(me.text.district_name);
  return (
    <header className="header">
      <h1 className="header-title">{text.productOf(district)}</h1>
      <span className="header-unit">{words.title}</span>
      {me.demo ? (
        <span className="demo-mark" title={text.demoWhy}>
          {text.demo}
        </span>
      ) : null}
      <span className="header-gap" />
      <div className="header-tools">
        {isAdministrator(me.memberships) ? null : (
          <a className="button small" href="/">
            {words.toDesk}
          </a>
        )}
        <SeatTools />
      </div>
      <span className="header-person">
        {me.person.name}
        {text.dot}
        {membership ? word(text.role, membership.role) : null}
      </span>
      <button type="button" className="link" onClick={() => void leave()}>
        {text.header.signOut}
      </button>
    </header>
  );
}
