/** The top line: which platform, the sections as tabs, the way to the desk, who is signed in. */
import { leave } from "../seat/leave";
import { SeatTools } from "../seat/SeatTools";
import { isAdministrator } from "../state/roles";
import { text } from "../text";
import { words } from "../text/admin";
import { SECTIONS, type Section } from "./address";
import { type Administration, useAdmin } from "./context";

function SectionTab({ section }: { section: Section }) {
  const { address, go } = useAdmin();
  const isHere = address.at === section;
  return (
    <button
      type="button"
      className="section-tab"
      aria-current={isHere ? "page" : undefined}
      data-at={section}
      onClick={() => go({ at: section, tab: null, version: null, place: null })}
    >
      {words.sections[section]}
    </button>
  );
}

/** Sections that are not for everybody who administers. */
function isOpen(section: Section, may: Administration["may"]): boolean {
  if (section === "keys" || section === "people") return may.makeKeys;
  if (section === "orders") return may.importOrders;
  if (section === "closing" || section === "telling" || section === "joint") return may.keep;
  return section !== "lookback" || may.lookBack;
}

export function Header() {
  const { me, may } = useAdmin();
  const membership = me.memberships[0];
  const district = me.text.district_name.replace(/社会治理指挥中心$/, "");
  return (
    <header className="header">
      <h1 className="header-title">{text.productOf(district)}</h1>
      <span className="header-unit">{words.title}</span>
      {me.demo ? (
        <span className="demo-mark" title={text.demoWhy}>
          {text.demo}
        </span>
      ) : null}
      <nav className="section-tabs" aria-label={words.title}>
        {SECTIONS.filter((section) => isOpen(section, may)).map((section) => (
          <SectionTab key={section} section={section} />
        ))}
      </nav>
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
        {membership?.role_name}
      </span>
      <button type="button" className="link" onClick={() => void leave()}>
        {text.header.signOut}
      </button>
    </header>
  );
}
