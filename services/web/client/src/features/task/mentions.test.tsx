import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ada, FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

const eva = "0199f0e8-6d2e-74ff-8c35-91e0b7d27a09";
const since = "2026-11-20T09:00:00Z";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page", { description: "Old text" });
  pmt.users.push({ ...grace, id: eva, name: "Éva Nagy", email: "eva@example.org" });
  pmt.members["WEB"]?.push(
    { userId: grace.id, role: "member", since },
    { userId: eva, role: "viewer", since },
  );
});

async function open(address = "/browse/WEB-1") {
  const view = renderApp(address, pmt);
  const field = await screen.findByRole("textbox", { name: "Write a comment" });
  await screen.findAllByRole("button", { name: /^Assignee/ });
  return { ...view, field };
}

const offered = () => screen.queryAllByRole("option").map((option) => option.textContent);
const list = () => screen.findByRole("listbox", { name: "People to mention" });

describe("a person mentioned in a comment", () => {
  it("is looked for by what is typed, gone to by arrows and taken by Enter", async () => {
    const { user, field } = await open();
    await user.type(field, "Ask @");
    expect(within(await list()).getAllByRole("option")).toHaveLength(3);
    expect(screen.getAllByRole("option").at(-1)).toHaveTextContent("Ada Lovelaceme");
    const activeId = () => field.getAttribute("aria-activedescendant") ?? "";
    expect(field).toHaveAttribute("aria-controls", (await list()).id);
    const first = activeId();
    await user.keyboard("{ArrowDown}");
    expect(activeId()).not.toBe(first);
    expect(document.getElementById(activeId())).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(document.getElementById(activeId())).toHaveTextContent("Ada Lovelace");

    await user.keyboard("eva");
    expect(offered()).toEqual([expect.stringContaining("Éva Nagy")]);
    await user.keyboard("{Enter}");
    expect(field).toHaveValue(`Ask [@Éva Nagy](mention:${eva}) `);
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(field).not.toHaveAttribute("aria-activedescendant");
    expect(field).toHaveFocus();
    await user.keyboard("please{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(pmt.comments.said["WEB-1"]?.map(({ text }) => text)).toEqual([
        `Ask [@Éva Nagy](mention:${eva}) please`,
      ]),
    );
  });

  it("is taken by Tab or a click, in the middle of a text", async () => {
    const { user, field } = await open();
    await user.type(field, "Ask @gr{Tab}");
    expect(field).toHaveValue("Ask [@Grace Hopper](mention:u-grace) ");
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.type(field, "Ask  today");
    await user.type(field, "@", { initialSelectionStart: 4 });
    await user.click(await screen.findByRole("option", { name: /Grace Hopper/ }));
    expect(field).toHaveValue("Ask [@Grace Hopper](mention:u-grace) today");
    expect(field).toHaveFocus();
  });

  it("is offered no longer after Escape, which closes nothing else", async () => {
    const { user, field, router } = await open("/projects/WEB/board?task=WEB-1");
    const where = router.state.location.href;
    await user.type(field, "Ask @gr");
    await list();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(field).toHaveFocus();
    expect(router.state.location.href).toBe(where);
    await user.keyboard("a{Enter}");
    expect(field).toHaveValue("Ask @gra\n");
    await user.keyboard("@gr");
    expect(await list()).toBeInTheDocument();
    await user.click(document.body);
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("is not offered where nobody matches, no word begins, code is written or the cursor is elsewhere", async () => {
    const { user, field } = await open();
    for (const text of ["@xyz", "ada@gr", "`@gr", "@gr "]) {
      await user.clear(field);
      await user.type(field, text);
      expect(screen.queryByRole("listbox")).toBeNull();
    }
    await user.keyboard("{Enter}");
    expect(field).toHaveValue("@gr \n");
    await user.clear(field);
    await user.type(field, "@gr");
    await list();
    await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("is not taken by the Enter that ends a word being composed", async () => {
    const { user, field } = await open();
    await user.type(field, "@gr");
    await list();
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    expect(field).toHaveValue("@gr");
  });

  it("is not offered when they are shut out", async () => {
    Object.assign(pmt.users[1] ?? {}, { active: false });
    const { user, field } = await open();
    await user.type(field, "@");
    await list();
    expect(offered().join()).not.toContain("Grace");
  });

  it("has their name of now in what is read, oneself stands out, and the watchers are read again", async () => {
    pmt.comments.say(
      "WEB-1",
      `[@Eva Kis](mention:${eva}) and [@Gone](mention:${eva.replace("0", "1")})`,
      ada.id,
    );
    const { user, field } = await open();
    expect(await screen.findByText("@Éva Nagy")).toHaveAttribute("data-mention", eva);
    expect(screen.getByText("@Gone")).not.toHaveAttribute("data-me");
    expect(screen.queryByRole("link", { name: /Éva|Gone/ })).toBeNull();

    pmt.watchers["WEB-1"] = [{ userId: eva, since }];
    await user.type(field, "@eva{Enter}{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("button", { name: "Watchers: Éva Nagy" })).toBeInTheDocument();
  });
});

describe("a person mentioned elsewhere", () => {
  it("is completed in a description, where Escape leaves the editor open", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Edit description" }));
    const source = screen.getByLabelText("Description in Markdown");
    await user.clear(source);
    await user.type(source, "@gr");
    await list();
    await user.keyboard("{Escape}");
    expect(source).toBeInTheDocument();
    await user.keyboard("{Backspace}{Backspace}{Backspace}@ev{Enter}");
    expect(source).toHaveValue(`[@Éva Nagy](mention:${eva}) `);
    await user.click(screen.getByRole("button", { name: "Preview" }));
    expect(await screen.findByText("@Éva Nagy")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(pmt.tasks[0]?.description).toBe(`[@Éva Nagy](mention:${eva}) `));
  });

  it("is completed in a new task, and oneself stands out in what is read", async () => {
    pmt.me = { id: eva, name: "Éva Nagy", email: "eva@example.org", role: "member" };
    pmt.comments.say("WEB-1", `[@Éva](mention:${eva})`, ada.id);
    const { user } = await open();
    expect(await screen.findByText("@Éva Nagy")).toHaveAttribute("data-me");
    await user.click(document.body);
    await user.keyboard("c");
    const dialog = within(await screen.findByRole("dialog", { name: "New task" }));
    const text = await dialog.findByLabelText("Description");
    await user.type(text, "@gra");
    await list();
    await user.keyboard("{Enter}");
    expect(text).toHaveValue("[@Grace Hopper](mention:u-grace) ");
  });
});
