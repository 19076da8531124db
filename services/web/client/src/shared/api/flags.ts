import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "./session";

/**
 * Whether a feature flag is on for the signed-in person. It may change while a screen is open, whenever the session is
 * read again; a flag that does not exist is off.
 */
export function useFlag(key: string): boolean {
  return useQuery(sessionQuery).data?.flags.includes(key) ?? false;
}
