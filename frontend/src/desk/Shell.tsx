/** The desk's frame before anything is known. The page itself (index.html) shows the same before its first script. */
import { Face } from "../look/Failure";
import { text } from "../text";

export function Shell() {
  return (
    <div className="desk">
      <header className="header desk-header">
        <h1 className="header-title">{text.product}</h1>
      </header>
      <section className="list-pane" />
      <main className="map-pane">
        <Face title={text.faces.loading} />
      </main>
      <aside className="side" />
    </div>
  );
}
