/** How many are to be rung up: the service tells so many at most, the longest waiting first. */
const MOST = 200;

export function callsCount(calls: readonly unknown[]): string {
  return calls.length < MOST ? String(calls.length) : `${MOST}+`;
}
