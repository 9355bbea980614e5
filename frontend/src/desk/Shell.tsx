/** The frame before anything is known, of a desk as of a part in a window of its own. The page itself (index.html) shows the same before its first script. */
import { Face } from "../look/Failure";
import { text } from "../text";

export function Shell() {
  return (
    <div className="desk">
      <header className="header desk-header">
        <h1 className="header-title">{text.product}</h1>
      </header>
      <main className="shell">
        <Face title={text.faces.loading} />
      </main>
    </div>
  );
}
