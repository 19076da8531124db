/** The id of the link that stands for a task where tasks are listed. */
export function taskLinkId(key: string): string {
  return `card-${key}`;
}

/** Focuses the link of a task, on a board or in a table, as soon as the window around it is drawn; gives up after a few frames. */
export function focusWhenDrawn(key: string, done: () => void): () => void {
  let frames = 0;
  let frame = 0;
  const look = () => {
    const card = document.getElementById(taskLinkId(key));
    if (card && document.activeElement !== card && isFree()) card.focus({ preventScroll: true });
    if (frames++ > 12) done();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

function isFree(): boolean {
  const holder = document.activeElement;
  return !(holder instanceof HTMLElement) || holder === document.body || holder.id.startsWith(taskLinkId(""));
}
