/** What was noticed about a file or a layer of it, a line each. */
export function Remarks({ said }: { said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <ul className="remarks">
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
