import type { Ticket } from "~/shared/api/generated/notifications";

/**
 * Gets a ticket and returns the address that opens one socket with it. Not by the shared request: that this part is away is
 * no news for the banner.
 */
export async function addressWithTicket(): Promise<URL> {
  const answer = await fetch("/api/v1/live/tickets", {
    method: "POST",
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) throw new Error(`no ticket: ${answer.status}`);
  const { ticket }: Ticket = await answer.json();
  const address = new URL("/ws", window.location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.searchParams.set("ticket", ticket);
  return address;
}
