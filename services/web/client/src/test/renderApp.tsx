import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { createAppRouter } from "~/app/router";
import { noteAnswer, noteSession } from "~/shared/api/connectivity";
import { createQueryClient } from "~/shared/api/query";
import { FakePmt } from "./fakePmt";

/** Lets `fetch` reach a fake PMT. */
function serve(pmt: FakePmt): void {
  vi.stubGlobal("WebSocket", pmt.live.asGlobal());
  vi.stubGlobal("fetch", async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, "http://localhost");
    const { status, headers, body } = pmt.answer({
      method: init.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? init.body : "",
    });
    const hasBody = ![204, 304].includes(status);
    return new Response(hasBody ? JSON.stringify(body ?? null) : null, {
      status,
      ...(headers ? { headers } : {}),
    });
  });
}

/** The whole client at an address, talking to a fake PMT. */
export function renderApp(address: string, pmt: FakePmt = new FakePmt()) {
  noteAnswer("api");
  noteSession(true);
  serve(pmt);
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retryDelay: 1 } });
  const router = createAppRouter(client, createMemoryHistory({ initialEntries: [address] }));
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...view, pmt, router, client, user: userEvent.setup() };
}
