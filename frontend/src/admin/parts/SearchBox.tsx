/** What a list is cut down by as one types. */
interface Props {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  maxLength?: number;
  name?: string;
}

export function SearchBox({ label, value, onChange, maxLength = 40, name }: Props) {
  return (
    <input
      className="input"
      type="search"
      name={name}
      autoComplete="off"
      placeholder={label}
      aria-label={label}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
