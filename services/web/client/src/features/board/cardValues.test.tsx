import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;
type User = ReturnType<typeof renderApp>["user"];

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
  add("tier", "Customer tier", "select", ["Gold", "Silver"]);
  add("fix", "Fix version", "version", [{ name: "1.3", released: true }, { name: "1.4" }, { name: "1.5" }]);
  add("approver", "Approver", "user");
  add("effort", "Effort", "number");
  add("design", "Design", "url");
  add("old", "Old", "text").archived = true;
  pmt.addTask("WEB-1", "Fix the login page", {
    assigneeId: grace.id,
    customFields: {
      tier: "o-Gold",
      fix: ["o-1.3", "o-1.4", "o-1.5"],
      approver: grace.id,
      effort: 2.5,
      design: "https://example.org/x",
      old: "Kept",
    },
  });
  pmt.addTask("WEB-2", "Write the docs", { customFields: { design: "javascript:alert(1)" } });
});

const card = (key: string) => screen.findByRole("link", { name: new RegExp(key) });
const title = async (key: string) => (await card(key)).textContent;
const remember = (...fields: string[]) => localStorage.setItem("pmt.cards.u-ada.WEB", fields.join(","));

async function toggle(user: User, ...names: string[]) {
  await user.click(screen.getByRole("button", { name: "Display" }));
  for (const name of names) await user.click(await screen.findByRole("menuitemcheckbox", { name }));
  await user.keyboard("{Escape}");
}

describe("custom fields on cards", () => {
  it("are shown by choice, each in its way, and remembered", async () => {
    const { user, unmount } = renderApp("/projects/WEB/board", pmt);
    expect(await title("WEB-1")).not.toContain("Gold");
    await user.click(screen.getByRole("button", { name: "Display" }));
    expect(await screen.findByRole("menuitemcheckbox", { name: "Customer tier" })).not.toBeChecked();
    expect(screen.queryByRole("menuitemcheckbox", { name: "Old" })).toBeNull();
    await user.keyboard("{Escape}");
    await toggle(user, "Effort", "Customer tier", "Approver", "Fix version");
    const values = /Customer tier: Gold.*Fix version: 1.3, 1.4 \+1.*Approver: .*Grace Hopper.*Effort: 2.5$/;
    expect(await title("WEB-1")).toMatch(values);
    expect(screen.getByTitle("Fix version: 1.3 · released, 1.4, 1.5")).toBeInTheDocument();
    expect(await title("WEB-2")).not.toContain("Effort");
    unmount();
    renderApp("/projects/WEB/board", pmt);
    await waitFor(async () => expect(await title("WEB-1")).toMatch(values));
  });

  it("are no longer there when a field is removed or archived, and the rest stays as it was chosen", async () => {
    remember("priority", "cf-gone", "cf-old", "cf-effort");
    const { user } = renderApp("/projects/WEB/board", pmt);
    await waitFor(async () => expect(await title("WEB-1")).toMatch(/Fix the login pageEffort: 2.5$/));
    await toggle(user, "Effort");
    expect(await title("WEB-1")).toMatch(/Fix the login page$/);
    expect(await card("WEB-1")).toHaveAccessibleName("WEB-1 Medium priority Fix the login page");
  });

  it("lead to pages, and neither open nor move the card by that", async () => {
    remember("cf-design");
    const { user, router } = renderApp("/projects/WEB/board", pmt);
    const link = await screen.findByRole("link", { name: "example.org/x" });
    expect(link).toHaveAttribute("href", "https://example.org/x");
    expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
    expect(link.parentElement).toHaveTextContent("Design:example.org/x");
    expect(await card("WEB-1")).not.toContainElement(link);
    expect(link).toHaveAttribute("tabindex", "0");
    link.addEventListener("click", (event) => event.preventDefault());
    await user.click(link);
    expect(router.state.location.search).toEqual({});
    act(() => link.focus());
    await user.keyboard("]");
    expect(pmt.log.filter(({ path }) => path.endsWith("/move"))).toEqual([]);
    expect(await title("WEB-2")).toContain("Design: javascript:alert(1)");
    expect(screen.queryByRole("link", { name: /^javascript/ })).toBeNull();
  });

  it("are on the cards of a filtered board and of lanes", async () => {
    remember("cf-tier");
    const { router } = renderApp("/projects/WEB/board?q=login", pmt);
    await waitFor(async () => expect(await title("WEB-1")).toContain("Customer tier: Gold"));
    await act(() =>
      router.navigate({ to: "/projects/$key/board", params: { key: "WEB" }, search: { lanes: "assignee" } }),
    );
    const lane = await screen.findByRole("region", { name: /^To do of Grace Hopper/ });
    expect(await within(lane).findByText("Gold")).toBeInTheDocument();
  });

  it("follow a change made beside the board, and one of somebody else's", async () => {
    remember("cf-tier", "cf-effort");
    const { user, client } = renderApp("/projects/WEB/board?task=WEB-1", pmt);
    await user.click(await screen.findByRole("button", { name: "Customer tier: Gold" }));
    await user.click(screen.getByRole("option", { name: "Silver" }));
    await waitFor(async () => expect(await title("WEB-1")).toContain("Customer tier: Silver"));
    pmt.taskDoors.change(pmt.tasks[0] ?? pmt.addTask("WEB-9", "None"), { customFields: { effort: 8 } });
    await act(() => client.invalidateQueries({ queryKey: ["board", "WEB"] }));
    await waitFor(async () => expect(await title("WEB-1")).toMatch(/Effort: 8$/));
    expect(await title("WEB-1")).not.toContain("Silver");
  });

  it("go along with a card that is moved", async () => {
    remember("cf-tier");
    const { user } = renderApp("/projects/WEB/board", pmt);
    await waitFor(async () => expect(await title("WEB-1")).toContain("Gold"));
    (await card("WEB-1")).focus();
    await user.keyboard("]");
    const doing = await screen.findByRole("region", { name: /^In progress, 1 task/ });
    expect(within(doing).getByRole("link", { name: /WEB-1/ })).toHaveTextContent("Customer tier: Gold");
  });

  it("are not offered by an older api", async () => {
    pmt.refuse("GET", /custom-fields$/, 404, "not-found", "There is nothing here");
    remember("priority", "cf-tier");
    const { user } = renderApp("/projects/WEB/board", pmt);
    await card("WEB-1");
    await user.click(screen.getByRole("button", { name: "Display" }));
    expect(await screen.findByRole("menuitemcheckbox", { name: "Labels" })).toBeInTheDocument();
    expect(screen.queryByRole("menuitemcheckbox", { name: "Customer tier" })).toBeNull();
    expect(await title("WEB-1")).not.toContain("Gold");
  });
});
