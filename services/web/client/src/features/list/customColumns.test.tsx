import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;
const tier = "0198c9a2-3c5e-7a41-9d0e-2f6b8c1d4e5f";

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
  add(tier, "Customer tier", "select", ["Gold", "Silver"]);
  add("live", "Go-live", "date");
  add("systems", "Systems", "multi-select", ["Web", "App"]);
  add("fix", "Fix version", "version", [{ name: "1.3", released: true }, { name: "1.4" }]);
  add("effort", "Effort", "number");
  add("approver", "Approver", "user");
  add("design", "Design", "url");
  add("old", "Old", "text").archived = true;
  pmt.addTask("WEB-1", "Fix the login page", {
    customFields: {
      [tier]: "o-Gold",
      live: "2020-11-30",
      systems: ["o-Web", "o-App"],
      fix: ["o-1.3", "o-1.4"],
      effort: 2.5,
      approver: "u-grace",
      design: "https://example.org/x",
    },
  });
  pmt.addTask("WEB-2", "Write the docs", { customFields: { design: "javascript:alert(1)" } });
});

const row = (name: RegExp) => screen.findByRole("row", { name });

it("shows custom fields as columns by choice, which the address and saved views keep", async () => {
  const { user, router } = renderApp("/projects/WEB/list?columns=status,cf-live", pmt);
  expect(await screen.findByRole("columnheader", { name: "Go-live" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Display" }));
  expect(screen.queryByRole("menuitemcheckbox", { name: "Old" })).toBeNull();
  await user.click(screen.getByRole("menuitemcheckbox", { name: "Go-live" }));
  await user.click(screen.getByRole("menuitemcheckbox", { name: "Customer tier" }));
  await user.keyboard("{Escape}");
  expect(router.state.location.search).toEqual({ columns: `status,cf-${tier}` });
  expect(await row(/WEB-1.*Gold/)).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "Views" }));
  await user.click(await screen.findByRole("menuitem", { name: "Save as a new view…" }));
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Tiers{Enter}");
  expect(await screen.findByRole("button", { name: "View: Tiers" })).toBeInTheDocument();
  const [, column = ""] = pmt.views.in("WEB")[0]?.columns ?? [];
  // what the contract allows as a view's column
  expect(column).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/);
});

it("shows each type in its way, and leads nowhere but to pages", async () => {
  renderApp("/projects/WEB/list?columns=cf-live,cf-systems,cf-fix,cf-effort,cf-approver,cf-design", pmt);
  await screen.findByRole("columnheader", { name: "Design" });
  const cells = within(await row(/WEB-1/)).getAllByRole("gridcell");
  await waitFor(() => expect(cells[7]).toHaveTextContent("Grace Hopper"));
  expect(cells.slice(3).map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("2020"),
    "Web, App",
    "1.3, 1.4",
    "2.5",
    expect.stringContaining("Grace Hopper"),
    "example.org/x",
  ]);
  expect(screen.getByText("1.3, 1.4").parentElement).toHaveAttribute("title", "1.3 · released, 1.4");
  const link = within(await row(/WEB-1/)).getByRole("link", { name: "example.org/x" });
  expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  expect(within(await row(/WEB-2/)).getAllByRole("link")).toHaveLength(1);
});

it("takes a choice in place, and puts the old one back when it is refused", async () => {
  const { user } = renderApp(`/projects/WEB/list?columns=cf-${tier},cf-live`, pmt);
  pmt.refuse("PATCH", /WEB-1$/, 400, "invalid-request", "Customer tier takes no values");
  const value = () => screen.findByRole("button", { name: /^Customer tier of WEB-1/ });
  const choose = async (name: string) => {
    await user.click(await value());
    await user.click(screen.getByRole("option", { name }));
  };
  await choose("Silver");
  expect(await screen.findByText("Customer tier takes no values")).toBeInTheDocument();
  expect(await value()).toHaveTextContent("Gold");
  await choose("None");
  await waitFor(() => expect(pmt.tasks[0]?.customFields).not.toHaveProperty(tier));
  expect(pmt.tasks[0]?.customFields).toMatchObject({ live: "2020-11-30" });
  expect(await value()).toHaveTextContent("None");
});

const keys = () => screen.queryAllByRole("link").flatMap((link) => link.dataset["task"] ?? []);
const head = (name: string) => screen.findByRole("columnheader", { name });
const sent = () =>
  pmt.log
    .filter(({ method, path }) => method === "GET" && path.endsWith("/WEB/tasks"))
    .map(({ query }) => query.get("query"));

it("orders by a click on a head, which the address and saved views keep beside the filters", async () => {
  pmt.addTask("WEB-3", "Login by phone", { customFields: { live: "2019-01-01" } });
  const { user, router } = renderApp("/projects/WEB/list?q=log&sort=due&columns=due,cf-live", pmt);
  await user.click(await screen.findByRole("button", { name: "Go-live" }));
  await waitFor(() => expect(keys()).toEqual(["WEB-3", "WEB-1"]));
  const live = (query?: string) => ({ q: "log", columns: "due,cf-live", query });
  expect(router.state.location.search).toEqual(live("ORDER BY Go-live"));
  expect(await head("Go-live")).toHaveAttribute("aria-sort", "ascending");
  expect(await head("Due")).toHaveAttribute("aria-sort", "none");
  await user.click(screen.getByRole("button", { name: "Go-live" }));
  await waitFor(() => expect(keys()).toEqual(["WEB-1", "WEB-3"]));
  expect(await head("Go-live")).toHaveAttribute("aria-sort", "descending");
  expect(sent().at(-1)).toBe("ORDER BY Go-live DESC");

  await user.click(await screen.findByRole("button", { name: "Views" }));
  await user.click(await screen.findByRole("menuitem", { name: "Save as a new view…" }));
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Live{Enter}");
  expect(await screen.findByRole("button", { name: "View: Live" })).toBeInTheDocument();
  const query = "title ~ log ORDER BY Go-live DESC";
  expect(pmt.views.in("WEB")).toMatchObject([{ query, columns: ["due", "cf-live"] }]);
  await waitFor(() => expect(router.state.location.search).toMatchObject({ query, view: "v-1" }));
  expect(await head("Go-live")).toHaveAttribute("aria-sort", "descending");

  await user.click(screen.getByRole("button", { name: "Due" }));
  await waitFor(() =>
    expect(router.state.location.search).toMatchObject({ query: "title ~ log", sort: "due" }),
  );
  expect(await head("Due")).toHaveAttribute("aria-sort", "ascending");
  expect(await screen.findByRole("button", { name: "View: Live, changed" })).toBeInTheDocument();
});

it("keeps filters out of a query that only orders, and counts what it lists as a whole", async () => {
  for (let number = 10; number < 200; number++) pmt.addTask(`WEB-${number}`, `Task ${number}`);
  const { user, router } = renderApp(`/projects/WEB/list?columns=cf-${tier}`, pmt);
  await user.click(await screen.findByRole("button", { name: "Customer tier" }));
  await waitFor(() => expect(sent()).toContain('ORDER BY "Customer tier"'));
  await waitFor(() => expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "193"));
  await user.click(screen.getByRole("button", { name: "Type filter" }));
  await user.click(screen.getByRole("option", { name: /Task/ }));
  const query = 'ORDER BY "Customer tier"';
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ type: "task", query, columns: `cf-${tier}` }),
  );
});

it("orders by one custom field from the menu, where there are no heads, and never by several options", async () => {
  const { user, router } = renderApp("/projects/WEB/list?columns=cf-effort,cf-systems", pmt);
  expect(within(await head("Systems")).queryByRole("button")).toBeNull();
  expect(await head("Systems")).not.toHaveAttribute("aria-sort");
  await user.click(screen.getByRole("button", { name: "Display" }));
  const order = (name: string) => screen.findByRole("menuitemradio", { name });
  expect(screen.queryByRole("menuitemradio", { name: /Systems|Customer tier/ })).toBeNull();
  expect(await order("Order of the board")).toBeChecked();
  await user.click(await order("By Effort"));
  expect(await order("Order of the board")).not.toBeChecked();
  await user.click(await order("By Effort"));
  expect(await order("By Effort, backwards")).toBeChecked();
  expect(router.state.location.search).toMatchObject({ query: "ORDER BY Effort DESC" });
  await user.click(await order("Order of the board"));
  await waitFor(() => expect(router.state.location.search).toEqual({ columns: "cf-effort,cf-systems" }));
});

it("shows the column of an archived field as long as it is ticked, to be read only", async () => {
  for (const field of pmt.customFields.in("WEB")) field.archived = true;
  const ids = ["approver", "old", tier].sort().map((id) => `cf-${id}`);
  const { user, router } = renderApp(`/projects/WEB/list?columns=${ids}`, pmt);
  expect(await row(/WEB-1.*Grace Hopper/)).toHaveTextContent("Gold");
  expect(await head("Customer tier")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /of WEB-1/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Display" }));
  const item = (name: string) => screen.findByRole("menuitemcheckbox", { name });
  expect(screen.queryByRole("menuitemcheckbox", { name: /Effort/ })).toBeNull();
  await user.click(await item("Customer tier (archived)"));
  expect(screen.queryByRole("columnheader", { name: "Customer tier" })).toBeNull();
  expect(router.state.location.search).toEqual({ columns: "cf-approver,cf-old" });
  expect(await item("Customer tier (archived)")).not.toBeChecked();
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Display" }));
  expect(await item("Old (archived)")).toBeChecked();
  expect(screen.queryByRole("menuitemcheckbox", { name: /Customer tier/ })).toBeNull();
});
