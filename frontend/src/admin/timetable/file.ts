/** A notice or a table from a file: its text, in the encoding it was saved in, and which of the two it is. Pure. */

export interface NoticeFile {
  text: string;
  isTable: boolean;
}

/** Files of office programs are often GB 18030; what is no UTF-8 is taken for it. */
export function noticeFrom(name: string, bytes: ArrayBuffer): NoticeFile {
  return { text: decoded(bytes), isTable: /\.csv$/i.test(name) };
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
