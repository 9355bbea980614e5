/** A paper laid out as official forms are: the title centred, ruled cells, places to sign, the mark of who printed it. */
import { Fragment } from "react";
import { onPaper } from "../text/paper";
import { words } from "../text/print";
import type { PaperCell, PaperListing, PaperSheet } from "../wire/papers";
import { footAt } from "./foot";
import { QrCode } from "./QrCode";

/** A form has four columns: label and words, twice. */
const COLUMNS = 4;

/** A label breaks between words, where it breaks. */
function Label({ words }: { words: string }) {
  return words.split(onPaper.breaks).map((word, at) => (
    <Fragment key={word}>
      {at > 0 ? <wbr /> : null}
      {word}
    </Fragment>
  ));
}

export function Sheet({ paper }: { paper: PaperSheet }) {
  const foot = footAt(paper.rows);
  return (
    <article className="paper" lang="zh-CN" translate="no" data-paper={paper.kind}>
      <header className="paper-head">
        <h1>{paper.title}</h1>
        {paper.code ? (
          <figure className="paper-lead">
            <QrCode modules={paper.code.modules} label={words.code(paper.code.address)} />
            <figcaption>{onPaper.code}</figcaption>
          </figure>
        ) : null}
        <p className="paper-line">
          <span>{paper.unit}</span>
          <span>{onPaper.number(paper.number)}</span>
        </p>
      </header>
      <Form rows={paper.rows.slice(0, foot)} />
      <div className="paper-foot">
        <Form rows={paper.rows.slice(foot)} />
        {paper.notes.map((note) => (
          <p key={note} className="paper-note">
            {note}
          </p>
        ))}
      </div>
      {paper.listings.map((listing) => (
        <Listing key={listing.title} listing={listing} />
      ))}
      <footer className="paper-mark" data-mark>
        {paper.printed}
      </footer>
    </article>
  );
}

function Form({ rows }: { rows: PaperSheet["rows"] }) {
  if (rows.length === 0) return null;
  return (
    <table className="paper-form">
      <colgroup>
        <col className="paper-label" />
        <col />
        <col className="paper-label" />
        <col className="paper-short" />
      </colgroup>
      <tbody>
        {rows.map((row) => (
          <Row key={row.map((cell) => cell.label).join()} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: readonly PaperCell[] }) {
  const wide = row.length === 1 ? COLUMNS - 1 : 1;
  return (
    <tr>
      {row.flatMap((cell) => [
        <th key={`${cell.label}?`} scope="row">
          <Label words={cell.label} />
        </th>,
        <td key={cell.label} colSpan={wide} className={cell.kind}>
          {cell.text}
          {cell.kind === "sign" ? <span className="paper-date">{onPaper.date}</span> : null}
        </td>,
      ])}
    </tr>
  );
}

function Listing({ listing }: { listing: PaperListing }) {
  return (
    <section className="paper-listing">
      <h2>{listing.title}</h2>
      <table>
        <thead>
          <tr>
            {listing.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listing.lines.map((line, at) => (
            <tr key={at}>
              {line.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
