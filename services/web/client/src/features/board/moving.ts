const underWay = new Map<string, number>();

/** Notes that a card of the project is on its way to the server; the board is not re-read meanwhile. */
export function beginMove(project: string): void {
  underWay.set(project, (underWay.get(project) ?? 0) + 1);
}

/** Notes that a move has ended, well or not. */
export function endMove(project: string): void {
  underWay.set(project, Math.max(0, (underWay.get(project) ?? 0) - 1));
}

/** Whether the screen is ahead of the server. */
export function isMoving(project: string): boolean {
  return (underWay.get(project) ?? 0) > 0;
}
