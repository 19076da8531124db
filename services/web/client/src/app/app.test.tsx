import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { noteSilence } from "~/shared/api/connectivity";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

function pmtWithProject(): FakePmt {
  const pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page");
  return pmt;
}

describe("the session gate", () => {
  it("offers the way in, and back to the same place, to someone who is signed out", async () => {
    const pmt = new FakePmt();
    pmt.me = null;
    window.history.replaceState(null, "", "/projects/WEB/board?q=login");
    renderApp("/projects/WEB/board?q=login", pmt);
    const way = await screen.findByRole("link", { name: "Continue" });
    expect(way).toHaveAttribute("href", "/session/sign-in?return=%2Fprojects%2FWEB%2Fboard%3Fq%3Dlogin");
  });

  it("does not keep the board's answer waiting", async () => {
    const pmt = pmtWithProject();
    pmt.me = null;
    renderApp("/projects/WEB/board", pmt);
    await screen.findByRole("link", { name: "Continue" });
    expect(pmt.log.map(({ path }) => path)).toContain("/api/v1/projects/WEB/board");
  });

  it("says that PMT does not answer, and lets in as soon as it does", async () => {
    const pmt = pmtWithProject();
    for (let time = 0; time < 2; time++)
      pmt.refuse("GET", /^\/session$/, 503, "unavailable", "auth is starting");
    renderApp("/projects", pmt);
    expect(await screen.findByText("PMT does not answer")).toBeInTheDocument();
    expect(
      await screen.findByRole("link", { name: /WEB\s*Website/ }, { timeout: 4_000 }),
    ).toBeInTheDocument();
  });

  it("keeps the page and offers to sign in again when the session ends", async () => {
    const { pmt, client } = renderApp("/projects", pmtWithProject());
    await screen.findByRole("navigation", { name: "Projects" });
    pmt.me = null;
    await act(() => client.invalidateQueries());
    expect(await screen.findByRole("link", { name: "Sign in again" })).toBeInTheDocument();
    expect(screen.getByRole("navigation", { name: "Projects" })).toBeInTheDocument();
  });
});

describe("the shell", () => {
  it("goes from the first page to the projects", async () => {
    const { router } = renderApp("/", pmtWithProject());
    await screen.findByRole("navigation", { name: "Projects" });
    expect(router.state.location.pathname).toBe("/projects");
  });

  it("shows the keys with ? and closes them with Escape's button", async () => {
    const { user } = renderApp("/projects", pmtWithProject());
    await screen.findByRole("navigation", { name: "Projects" });
    await user.keyboard("?");
    const keys = await screen.findByRole("dialog", { name: "Keys" });
    expect(within(keys).getByText("Create a task")).toBeInTheDocument();
    await user.click(within(keys).getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("goes to the last project's pages by keys", async () => {
    const { user, router } = renderApp("/projects/WEB/members", pmtWithProject());
    await screen.findByRole("list", { name: "Members" });
    await user.keyboard("gb");
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects/WEB/board"));
    await user.keyboard("gi");
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects/WEB/import"));
    await user.keyboard("gp");
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects"));
    await user.keyboard("gm");
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects/WEB/members"));
  });

  it("switches the theme and remembers it", async () => {
    const { user } = renderApp("/projects", pmtWithProject());
    await user.click(await screen.findByRole("button", { name: "Ada Lovelace: menu" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Dark" }));
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    expect(localStorage.getItem("pmt.theme")).toBe("dark");
    await user.click(screen.getByRole("menuitemradio", { name: "As the system" }));
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });

  it("walks the menu with arrows, leads to the status and signs out by a form", async () => {
    const { user, router } = renderApp("/projects", pmtWithProject());
    const button = await screen.findByRole("button", { name: "Ada Lovelace: menu" });
    await user.click(button);
    await user.keyboard("{End}");
    expect(screen.getByRole("menuitem", { name: "Sign out" })).toHaveFocus();
    let sent = "";
    HTMLFormElement.prototype.submit = function submit() {
      sent = `${this.method} ${new URL(this.action).pathname}`;
    };
    await user.keyboard("{Enter}");
    expect(sent).toBe("post /session/sign-out");
    await user.keyboard("{ArrowUp}{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/status"));
    expect(await screen.findByText("A part of PMT does not work as it should.")).toBeInTheDocument();
    expect(screen.getByText("version 0.1.0 · up for 3 h 12 min")).toBeInTheDocument();
  });

  it("says so when nothing is at an address", async () => {
    renderApp("/nowhere", pmtWithProject());
    expect(await screen.findByText("There is nothing at this address")).toBeInTheDocument();
  });

  it("says that a part is away until it answers again", async () => {
    const { pmt } = renderApp("/projects", pmtWithProject());
    await screen.findByRole("navigation", { name: "Projects" });
    act(() => noteSilence("api"));
    expect(await screen.findByText(/A part of PMT is away/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText(/A part of PMT is away/)).toBeNull(), { timeout: 4_000 });
    expect(pmt.log.some(({ query }) => query.get("limit") === "1")).toBe(true);
  });

  it("opens and closes the navigation on narrow screens", async () => {
    const { user } = renderApp("/projects", pmtWithProject());
    await user.click(await screen.findByRole("button", { name: "Open navigation" }));
    await user.click(screen.getByRole("button", { name: "Close navigation" }));
    expect(screen.queryByRole("button", { name: "Close navigation" })).toBeNull();
  });
});

describe("creating a task", () => {
  it("opens with C, asks for a title and submits with Ctrl+Enter", async () => {
    const { user, pmt } = renderApp("/projects/WEB/board", pmtWithProject());
    await screen.findByText("Fix the login page");
    await user.keyboard("c");
    const dialog = await screen.findByRole("dialog", { name: "New task" });
    await user.click(within(dialog).getByRole("button", { name: "Create task" }));
    expect(within(dialog).getByText("A title is needed.")).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("Title"), "Write the docs");
    await user.type(within(dialog).getByLabelText("Description"), "All of them");
    await user.click(within(dialog).getByRole("button", { name: "Type: Task" }));
    await user.click(screen.getByRole("option", { name: /Bug/ }));
    await user.click(within(dialog).getByRole("button", { name: "Priority: Medium" }));
    await user.click(screen.getByRole("option", { name: /Highest/ }));
    await user.click(within(dialog).getByRole("button", { name: "Assignee: Nobody" }));
    await user.keyboard("ada{Enter}");
    await user.type(within(dialog).getByLabelText("Points"), "2,5");
    await user.type(within(dialog).getByLabelText("Add a label"), "docs,");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(pmt.tasks[1]).toMatchObject({
      title: "Write the docs",
      description: "All of them",
      type: "bug",
      priority: "highest",
      assigneeId: "u-ada",
      points: 2.5,
      labels: ["docs"],
    });
    expect(await screen.findByText("WEB-2 is created")).toBeInTheDocument();
  });

  it("takes what the title says into its fields, until they are chosen otherwise", async () => {
    const { user, pmt } = renderApp("/projects/WEB/board", pmtWithProject());
    await screen.findByText("Fix the login page");
    await user.keyboard("c");
    const dialog = await screen.findByRole("dialog", { name: "New task" });
    const title = within(dialog).getByLabelText("Title");
    await user.type(title, "Ship it #docs !high @ada ~3");
    expect(await within(dialog).findByRole("button", { name: "Assignee: Ada Lovelace" })).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Priority: High" }));
    await user.click(screen.getByRole("option", { name: /Low(?!est)/ }));
    expect(title).toHaveValue("Ship it #docs @ada ~3");
    await user.type(title, "{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(pmt.tasks[1]).toMatchObject({
      title: "Ship it",
      priority: "low",
      assigneeId: "u-ada",
      points: 3,
      labels: ["docs"],
    });
  });

  it("keeps the words of a title when they are meant", async () => {
    const { user, pmt } = renderApp("/projects/WEB/board", pmtWithProject());
    await screen.findByText("Fix the login page");
    await user.keyboard("c");
    const dialog = await screen.findByRole("dialog", { name: "New task" });
    await user.type(within(dialog).getByLabelText("Title"), "Say what #web means");
    await user.click(within(dialog).getByRole("button", { name: "Keep the words" }));
    await user.click(within(dialog).getByRole("button", { name: "Create task" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(pmt.tasks[1]).toMatchObject({ title: "Say what #web means", labels: [] });
  });

  it("keeps what was typed when the server refuses", async () => {
    const { user, pmt } = renderApp("/projects/WEB/board", pmtWithProject());
    await screen.findByText("Fix the login page");
    pmt.refuse("POST", /tasks$/, 403, "forbidden", "viewers may not create tasks");
    await user.click(screen.getByRole("button", { name: "New task in Done" }));
    const dialog = await screen.findByRole("dialog", { name: "New task" });
    expect(within(dialog).getByRole("button", { name: "Status: Done" })).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("Title"), "Mine{Enter}");
    expect(await within(dialog).findByText("viewers may not create tasks")).toBeInTheDocument();
    expect(within(dialog).getByLabelText("Title")).toHaveValue("Mine");
  });

  it("says so when there is no project to put it in", async () => {
    const { user } = renderApp("/projects");
    await screen.findByText("Create your first project");
    await user.keyboard("c");
    expect(await screen.findByText("No project to put it in")).toBeInTheDocument();
  });
});
