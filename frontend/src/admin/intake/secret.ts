/** A secret that was made just now and is shown this once, and what it is for. */
export interface Secret {
  title: string;
  what: string;
  secret: string;
}
