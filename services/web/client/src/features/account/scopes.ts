import type { Scope } from "~/shared/api/generated/auth";

/** What a token may do, as people choose it. */
export const scopeChoices = [
  { id: "read", name: "Read only", may: "It sees what you see.", scopes: ["read"] },
  {
    id: "write",
    name: "Read and write",
    may: "It does what you may do, but for your account.",
    scopes: ["read", "write"],
  },
] as const satisfies readonly { id: string; name: string; may: string; scopes: readonly Scope[] }[];

/** The scopes of a token in words. */
export function scopesName(scopes: readonly Scope[]): string {
  return scopes.includes("write") ? "Read and write" : "Read only";
}
