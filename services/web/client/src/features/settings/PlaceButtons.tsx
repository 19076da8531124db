import { IconButton } from "~/shared/ui/Button";

type PlaceButtonsProps = {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  isNeeded?: boolean;
  onShift: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** The ways of something in a list that is being edited: up, down, and out, unless it is needed. */
export function PlaceButtons({ name, isFirst, isLast, isNeeded, onShift, onRemove }: PlaceButtonsProps) {
  return (
    <>
      <IconButton
        icon="chevron"
        className="draft-up"
        label={`Move ${name} up`}
        aria-disabled={isFirst}
        onClick={() => (isFirst ? undefined : onShift(-1))}
      />
      <IconButton
        icon="chevron"
        label={`Move ${name} down`}
        aria-disabled={isLast}
        onClick={() => (isLast ? undefined : onShift(1))}
      />
      <IconButton icon="trash" label={`Remove ${name}`} disabled={isNeeded} onClick={onRemove} />
    </>
  );
}
