const counts = new Intl.NumberFormat();
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "long" });
const dates = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

const days = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

const daysOfYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

const plain = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { ...parts, timeZone: "UTC" });
const plainDays = {
  weekday: plain({ weekday: "short" }),
  month: plain({ month: "short" }),
  monthAndYear: plain({ month: "long", year: "numeric" }),
  whole: plain({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
};

/** A part of a plain day such as 2026-11-30, which is in no time zone. */
export function formatPartOfDay(day: string, part: keyof typeof plainDays): string {
  return plainDays[part].format(new Date(`${day}T00:00Z`));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 60],
  ["day", 24],
  ["month", 30],
  ["year", 12],
];

/** A whole number in the reader's notation. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A count with its noun: "1 task", "1,680 tasks". */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A moment in the reader's zone and notation. */
export function formatDate(iso: string): string {
  return dates.format(new Date(iso));
}

/** A day in the reader's zone and notation. */
export function formatDay(iso: string): string {
  return days.format(new Date(iso));
}

/** A day as short as it can be told: without the year when it is this one. */
export function formatShortDay(iso: string, now: Date = new Date()): string {
  const day = new Date(iso);
  return (day.getFullYear() === now.getFullYear() ? daysOfYear : days).format(day);
}

/** How long ago a moment was: "just now", "3 minutes ago". */
export function formatAgo(iso: string, now: number = Date.now()): string {
  let amount = (now - new Date(iso).getTime()) / 1000;
  if (amount < 45) return "just now";
  let unit: Intl.RelativeTimeFormatUnit = "second";
  for (const [next, size] of steps) {
    if (Math.abs(amount) < size) break;
    amount /= size;
    unit = next;
  }
  return relative.format(-Math.round(amount), unit);
}

/** A size in bytes in the unit a person reads: "2.3 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size.toFixed(size < 10 ? 1 : 0)} ${units[unit]}`;
}

/** How long something has been running, in its two largest units: "3 h 12 min". */
export function formatUptime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return `${seconds} s`;
  if (hours < 1) return `${minutes} min`;
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
