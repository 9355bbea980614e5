/** A QR code from its modules, drawn as one path of squares: sharp at any size, black on white. */

/** How many modules stay white around it (ISO/IEC 18004). */
const QUIET = 4;

/** The path of the dark modules: one run of each row after the other. */
export function pathOf(modules: readonly string[]): string {
  return modules
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join("");
}

export function QrCode({ modules, label }: { modules: readonly string[]; label: string }) {
  const size = modules.length + 2 * QUIET;
  return (
    <svg
      className="paper-code"
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-code
    >
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  );
}
