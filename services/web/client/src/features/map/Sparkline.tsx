const height = 20;

/** A line of how many requests came each second; the figures beside it say the same in words. */
export function Sparkline({ values }: { values: number[] }) {
  const most = Math.max(1, ...values);
  const last = Math.max(1, values.length - 1);
  const points = values.map(
    (value, at) => `${at},${(height - 1 - (value / most) * (height - 2)).toFixed(1)}`,
  );
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${last} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <polygon className="sparkline-area" points={`0,${height} ${points.join(" ")} ${last},${height}`} />
      <polyline className="sparkline-line" points={points.join(" ")} />
    </svg>
  );
}
