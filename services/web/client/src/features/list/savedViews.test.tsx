import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page", { type: "bug", labels: ["ui"] });
});

const views = (name: string | RegExp = "Views") => screen.findByRole("button", { name });
const item = (name: string | RegExp) => screen.findByRole("menuitem", { name });
const option = (name: string | RegExp) => screen.findByRole("menuitemradio", { name });
const choices = () => screen.queryAllByRole("menuitemradio").map(({ textContent }) => textContent);

describe("saved views", () => {
  it("keep filters, order, archived tasks and columns as one query", async () => {
    const { user, router } = renderApp(
      "/projects/WEB/list?label=ui&status=s-doing&sort=due&archived=true&columns=due,type&query=points>2",
      pmt,
    );
    await user.click(await views());
    await user.click(await item("Save as a new view…"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getByText("A view needs a name.")).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: "Name" }), "Big ones");
    await user.click(screen.getByRole("checkbox", { name: /Shared with everyone/ }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await views("View: Big ones")).toBeInTheDocument();
    const query = 'points>2 AND status = "In progress" AND labels = ui AND archived = true ORDER BY due';
    expect(pmt.views.in("WEB")).toMatchObject([
      { name: "Big ones", query, columns: ["type", "due"], shared: true },
    ]);
    expect(router.state.location.search).toEqual({ query, columns: "type,due", view: "v-1" });
  });

  it("open with all they keep, tell when something else is shown, and are brought up to date", async () => {
    pmt.views.add("WEB", "Bugs", { query: "type = bug ORDER BY due", columns: [] });
    pmt.views.add("WEB", "Grace's", { query: "assignee = me", shared: true, ownerId: grace.id });
    const { user, router } = renderApp("/projects/WEB/list?q=login&sort=due", pmt);
    await user.click(await views());
    expect(choices()).toEqual(["Bugs", "Grace'sGrace Hopper"]);
    await user.click(await option("Bugs"));
    await waitFor(() =>
      expect(router.state.location.search).toEqual({
        query: "type = bug ORDER BY due",
        columns: "none",
        view: "v-1",
      }),
    );
    await act(() =>
      router.navigate({
        to: "/projects/$key/list",
        params: { key: "WEB" },
        search: (before) => ({ ...before, query: "labels = ui AND type = bug ORDER BY due" }),
      }),
    );
    await user.click(await views("View: Bugs, changed"));
    await user.click(await item("Save changes to “Bugs”"));
    expect(await views("View: Bugs")).toBeInTheDocument();
    expect(pmt.views.in("WEB")[0]).toMatchObject({
      query: "type = bug AND labels = ui ORDER BY due",
      version: 2,
    });
  });

  it("are renamed and removed by their owner, and say why they are not", async () => {
    pmt.views.add("WEB", "Bugs", { query: "type = bug" });
    const { user } = renderApp("/projects/WEB/list?view=v-1&query=type = bug", pmt);
    await user.click(await views("View: Bugs"));
    await user.click(await item("Name and sharing…"));
    pmt.refuse("PATCH", /v-1$/, 409, "view-name-taken", "name must not be another view's: Flaws");
    const name = screen.getByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.type(name, "Flaws{Enter}");
    expect(await screen.findAllByText("name must not be another view's: Flaws")).not.toHaveLength(0);
    await user.click(screen.getByRole("button", { name: "Save" }));
    await user.click(await views("View: Flaws"));
    await user.click(await item("Remove “Flaws”…"));
    await user.click(screen.getByRole("button", { name: "Remove view" }));
    expect(await views("Views")).toBeInTheDocument();
    expect(pmt.views.in("WEB")).toEqual([]);
  });

  it("of others cannot be changed by whoever may not, and viewers keep theirs for themselves", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "viewer");
    pmt.views.add("WEB", "Shared", { query: "type = bug", shared: true, ownerId: grace.id });
    const { user } = renderApp("/projects/WEB/list?view=v-1&query=type = task", pmt);
    await user.click(await views("View: Shared, changed"));
    expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual([
      "Back to “Shared” as saved",
      "Save as a new view…",
    ]);
    await user.click(await item("Save as a new view…"));
    expect(screen.getByRole("checkbox", { name: /Shared with everyone/ })).toBeDisabled();
  });

  it("are not offered by an older api", async () => {
    pmt.refuse("GET", /views$/, 404, "not-found", "There is nothing here");
    renderApp("/projects/WEB/list", pmt);
    await screen.findByRole("row", { name: /WEB-1/ });
    expect(screen.queryByRole("button", { name: "Views" })).toBeNull();
  });
});
