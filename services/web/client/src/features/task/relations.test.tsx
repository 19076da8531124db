import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addProject("OPS", "Operations");
  pmt.addTask("WEB-1", "Fix the login page");
  pmt.addTask("WEB-2", "Draw it", { statusId: "s-done" });
  pmt.addTask("OPS-3", "Renew the certificate");
});

const section = () => screen.findByRole("region", { name: "Relations" });

it("shows relations by kind, with where the other tasks stand", async () => {
  pmt.relations.add("WEB-1", "relates-to", "WEB-2");
  pmt.relations.add("OPS-3", "blocks", "WEB-1");
  renderApp("/browse/WEB-1", pmt);
  const relations = within(await section());
  const blockers = await relations.findByRole("list", { name: "Blocked by" });
  expect(within(blockers).getByRole("link", { name: /OPS-3 ?Renew the certificate ?To do/ })).toHaveAttribute(
    "href",
    "/browse/OPS-3",
  );
  expect(relations.getByRole("link", { name: /WEB-2 ?Draw it ?Done/ })).toBeInTheDocument();
  expect(relations.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent)).toEqual([
    "Blocked by",
    "Relates to",
  ]);
});

it("adds a relation by keys alone, of another project too, and goes on", async () => {
  const { user } = renderApp("/browse/WEB-1", pmt);
  const relations = within(await section());
  await user.click(await relations.findByRole("button", { name: "Add relation" }));
  expect(relations.getByRole("button", { name: "Kind: Blocked by" })).toHaveFocus();
  await user.keyboard("{Enter}{ArrowDown}{Enter}{Tab}{Enter}");
  await user.keyboard("ops-3");
  await screen.findByRole("option", { name: /Renew the certificate/ });
  await user.keyboard("{Enter}");
  expect(await relations.findByRole("link", { name: /OPS-3/ })).toBeInTheDocument();
  expect(pmt.relations.of("OPS-3")).toMatchObject([{ kind: "blocked-by", task: { key: "WEB-1" } }]);

  await user.click(relations.getByRole("button", { name: "Task" }));
  await user.keyboard("draw");
  await screen.findByRole("option", { name: /Draw it/ });
  expect(screen.queryByRole("option", { name: /login/ })).toBeNull();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(pmt.relations.of("WEB-1")).toHaveLength(2));
  await user.keyboard("{Escape}");
  expect(await relations.findByRole("button", { name: "Add relation" })).toBeInTheDocument();
});

it("takes a relation away and back, and keeps it with the reason when that is refused", async () => {
  pmt.relations.add("WEB-1", "duplicates", "WEB-2");
  const { user } = renderApp("/browse/WEB-1", pmt);
  const remove = { name: "Remove: duplicates WEB-2" };
  pmt.refuse("DELETE", /relations/, 403, "role-too-low", "Your role must be at least member");
  await user.click(await screen.findByRole("button", remove));
  expect(await screen.findByText("Your role must be at least member")).toBeInTheDocument();
  await user.click(await screen.findByRole("button", remove));
  await waitFor(() => expect(pmt.relations.of("WEB-1")).toEqual([]));
  expect(screen.queryByRole("button", remove)).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(pmt.relations.of("WEB-1")).toMatchObject([{ kind: "duplicates" }]));
});

it("tells why a relation was not added", async () => {
  const { user } = renderApp("/browse/WEB-1", pmt);
  await user.click(await screen.findByRole("button", { name: "Add relation" }));
  pmt.refuse("POST", /relations/, 409, "relation-circle", "WEB-1 blocks OPS-3 blocks WEB-1");
  await user.click(screen.getByRole("button", { name: "Task" }));
  await user.click(await screen.findByRole("option", { name: /Renew/ }));
  expect(await screen.findByText("WEB-1 blocks OPS-3 blocks WEB-1")).toBeInTheDocument();
});

it("shows viewers what there is, and nothing where there is nothing or an older api", async () => {
  pmt.addProject("OLD", "Old", "viewer");
  pmt.addTask("OLD-1", "Alone");
  pmt.addTask("OLD-2", "Related");
  pmt.relations.add("OLD-2", "blocks", "WEB-1");
  const { unmount } = renderApp("/browse/OLD-2", pmt);
  expect(within(await section()).queryByRole("button")).toBeNull();
  unmount();
  const alone = renderApp("/browse/OLD-1", pmt);
  await screen.findByRole("heading", { name: "Alone" });
  expect(screen.queryByRole("region", { name: "Relations" })).toBeNull();
  alone.unmount();
  pmt.refuse("GET", /relations/, 404, "not-found", "No such address");
  pmt.refuse("GET", /relations/, 404, "not-found", "No such address");
  renderApp("/browse/WEB-1", pmt);
  await screen.findByDisplayValue("Fix the login page");
  expect(screen.queryByRole("region", { name: "Relations" })).toBeNull();
});
