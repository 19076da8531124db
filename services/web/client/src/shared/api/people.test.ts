import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { notePerson, peopleQuery } from "./people";

const ada = { id: "u-ada", name: "Ada", active: true };
const grace = { id: "u-grace", name: "Grace", active: true };

describe("people", () => {
  it("are shown as they have just become, without what only screens about users need", () => {
    const client = new QueryClient();
    client.setQueryData(peopleQuery.queryKey, [ada, grace]);
    notePerson(client, Object.assign({ email: "ada@example.org" }, ada, { name: "Ada L." }));
    expect(client.getQueryData(peopleQuery.queryKey)).toEqual([grace, { ...ada, name: "Ada L." }]);
  });

  it("are asked for when they were never, not made of one", () => {
    const client = new QueryClient();
    notePerson(client, ada);
    expect(client.getQueryData(peopleQuery.queryKey)).toBeUndefined();
  });
});
