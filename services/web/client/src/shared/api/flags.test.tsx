import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { useFlag } from "./flags";
import { createQueryClient } from "./query";
import { type Me, sessionQuery } from "./session";

it("tells whether a flag is on for the signed-in person", () => {
  const client = createQueryClient();
  const ada: Me = { id: "u-ada", name: "Ada", email: "", role: "admin", flags: ["new-board"] };
  client.setQueryData(sessionQuery.queryKey, ada);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const on = (key: string) => renderHook(() => useFlag(key), { wrapper }).result.current;
  expect(on("new-board")).toBe(true);
  expect(on("other")).toBe(false);
});
