import "~/shared/styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "~/shared/api/query";
import { sessionQuery } from "~/shared/api/session";
import { createAppRouter } from "./app/router";

const root = document.getElementById("root");
if (!root) throw new Error("index.html must have an element with id root");
const client = createQueryClient();
// Asked before anything is drawn: every page waits for it.
void client.prefetchQuery(sessionQuery);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createAppRouter(client)} />
    </QueryClientProvider>
  </StrictMode>,
);
