/** That one task must end before another may begin. */
export type Dependency = { blocker: string; blocked: string };

/** Where a task's bar begins and ends, and how high up it is. */
export type BarPlace = { left: number; right: number; middle: number };

/** A dependency as it is drawn. */
export type Arrow = Dependency & { path: string; head: string; isLate: boolean };

const reach = 8;
const corner = 4;
const tip = 5;

/** The line from a blocker's end to the start of what it blocks, with right angles and round corners. */
export function pathOf(from: BarPlace, to: BarPlace, rowHeight: number): string {
  const [x1, y1, x2, y2] = [from.right, from.middle, to.left - tip, to.middle];
  const down = y2 >= y1 ? 1 : -1;
  if (x2 - x1 >= 2 * corner) {
    const turn = Math.min(x1 + reach, x2 - corner);
    if (y1 === y2) return `M${x1} ${y1}H${x2}`;
    return `M${x1} ${y1}${bend([x1, y1], [turn, y1], [turn, y2])}${bend([turn, y1], [turn, y2], [x2, y2])}H${x2}`;
  }
  // It begins further left: out, half a row along, back, and into it.
  const out = x1 + reach;
  const back = x2 - reach;
  const between = y1 + (down * rowHeight) / 2;
  return [
    `M${x1} ${y1}`,
    bend([x1, y1], [out, y1], [out, between]),
    bend([out, y1], [out, between], [back, between]),
    bend([out, between], [back, between], [back, y2]),
    bend([back, between], [back, y2], [x2, y2]),
    `H${x2}`,
  ].join("");
}

/** The triangle at the end of a line. */
export function headOf(to: BarPlace): string {
  const { left, middle } = to;
  return `M${left} ${middle}l${-tip} ${-tip * 0.7}v${tip * 1.4}z`;
}

type Point = [x: number, y: number];

/** A straight line to shortly before a corner, and round it. */
function bend([fromX, fromY]: Point, [x, y]: Point, [toX, toY]: Point): string {
  const before: Point = [x - Math.sign(x - fromX) * corner, y - Math.sign(y - fromY) * corner];
  const after: Point = [x + Math.sign(toX - x) * corner, y + Math.sign(toY - y) * corner];
  return `L${before[0]} ${before[1]}Q${x} ${y} ${after[0]} ${after[1]}`;
}
