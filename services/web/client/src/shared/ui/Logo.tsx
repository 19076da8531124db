/** PMT's mark: three columns of a board. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="logo">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <rect x="7" y="8" width="5" height="16" rx="2" />
        <rect x="13.5" y="8" width="5" height="10" rx="2" opacity=".8" />
        <rect x="20" y="8" width="5" height="5" rx="2" opacity=".6" />
      </g>
    </svg>
  );
}
