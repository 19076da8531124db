type LabelChipsProps = { labels: readonly string[]; most: number; className: string; title?: string };

/** The first of some labels, and how many more there are. */
export function LabelChips({ labels, most, className, title }: LabelChipsProps) {
  const shown = labels.slice(0, most);
  return (
    <span className={className} title={title}>
      {shown.map((label) => (
        <span key={label} className="label">
          {label}
        </span>
      ))}
      {labels.length > most ? <span className="label">+{labels.length - most}</span> : null}
    </span>
  );
}
