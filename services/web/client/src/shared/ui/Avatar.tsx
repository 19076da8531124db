import type { Profile } from "~/shared/api/generated/api";
import { classes } from "./classes";
import "./avatar.css";

/** A person as a coloured circle with initials; without a person, a dashed empty one. */
export function Avatar({
  user,
  size = 20,
}: {
  user: Pick<Profile, "id" | "name"> | null | undefined;
  size?: number;
}) {
  const px = { width: size, height: size, fontSize: Math.max(8, Math.round(size * 0.42)) };
  if (!user) return <span className="avatar avatar-none" style={px} aria-hidden="true" />;
  return (
    <span
      className={classes("avatar", `avatar-${hueOf(user.id)}`)}
      style={px}
      aria-hidden="true"
      title={user.name}
    >
      {initials(user.name)}
    </span>
  );
}

/** The first letters of the first and last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return `${firstLetter(words[0])}${firstLetter(last)}`.toUpperCase();
}

function firstLetter(word: string | undefined): string {
  return Array.from(word ?? "")[0] ?? "";
}

function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 997;
  return sum % 6;
}
