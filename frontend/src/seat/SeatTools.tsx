/** What stands at the right of every header: lock, light or dark, language. */
import { useQueryClient } from "@tanstack/react-query";
import { toggleTheme } from "../look/theme";
import { switchLanguage, text } from "../text";
import { lockNow } from "./idle";

export function LockButton() {
  const queries = useQueryClient();
  return (
    <button
      type="button"
      className="header-icon"
      title={text.header.lock}
      data-lock
      onClick={() => void lockNow(queries)}
    >
      <LockMark />
    </button>
  );
}

export function SeatTools() {
  return (
    <>
      <LockButton />
      <button type="button" className="header-icon" title={text.header.theme} onClick={toggleTheme}>
        <span aria-hidden="true">◐</span>
        <span className="visually-hidden">{text.header.theme}</span>
      </button>
      <button type="button" className="header-icon" title={text.header.language} onClick={switchLanguage}>
        {text.otherLanguage}
      </button>
    </>
  );
}

function LockMark() {
  return (
    <svg className="glyph" viewBox="0 0 16 16" role="img">
      <title>{text.header.lock}</title>
      <path d="M4 7V5a4 4 0 0 1 8 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
    </svg>
  );
}
