/** Pages served without TLS have no `crypto.randomUUID`; nobody else's keys can collide with one's own. */
export function newKey(kind: string): string {
  return `${kind}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
