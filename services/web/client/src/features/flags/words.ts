import type { Flag, FlagRule } from "~/shared/api/generated/gateway";

/** How the people of an installation are called, by id. */
export type Names = (id: string) => string;

/** What of a flag an administrator decides. */
export function ruleOf({ description, enabled, rollout, expires }: Flag): Required<FlagRule> {
  return { description, enabled, rollout, expires };
}

/** For whom a flag is meant, whether it is switched on or not. */
export function audienceOf({ rollout = {} }: Pick<FlagRule, "rollout">, names: Names): string {
  const { percent = 0, admins = false, users = [] } = rollout;
  if (percent === 100) return "everybody";
  const parts = [
    percent > 0 ? `${percent} % of users` : "",
    admins ? "administrators" : "",
    ...(users.length > 3 ? [`${users.length} people`] : users.map(names)),
  ].filter(Boolean);
  return parts.length === 0 ? "nobody" : parts.join(", ");
}

/** A flag's state in words. */
export function stateOf(rule: FlagRule, names: Names): string {
  const audience = audienceOf(rule, names);
  if (rule.enabled) return `on for ${audience}`;
  return audience === "nobody" ? "off" : `off; meant for ${audience}`;
}

/** Who changed a flag, from what the edge wrote down. */
export function actorOf(who: string, names: Names): string {
  return who.startsWith("user ") ? names(who.slice("user ".length)) : who;
}
