import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { browserName } from "./browser";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
});

describe("the profile", () => {
  it("takes another name, with the version it was read at", async () => {
    const { user } = renderApp("/account", pmt);
    const name = await screen.findByLabelText("Name");
    expect(screen.getByText("ada@example.org · Administrator")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Save name" })).toBeDisabled();
    await user.clear(name);
    await user.type(name, "Ada King{Enter}");
    expect(await screen.findByText("Your name is saved")).toBeInTheDocument();
    expect(pmt.users[0]).toMatchObject({ name: "Ada King", version: 2 });
  });

  it("keeps what was typed when the account was changed elsewhere", async () => {
    const { user } = renderApp("/account", pmt);
    const name = await screen.findByLabelText("Name");
    Object.assign(pmt.users[0] ?? {}, { version: 5 });
    await user.type(name, " King{Enter}");
    expect(await screen.findByText(/changed elsewhere meanwhile/)).toBeInTheDocument();
    expect(name).toHaveValue("Ada Lovelace King");
    await user.click(screen.getByRole("button", { name: "Save name" }));
    await waitFor(() => expect(pmt.users[0]).toMatchObject({ name: "Ada Lovelace King", version: 6 }));
  });

  it("says so when it could not be loaded", async () => {
    pmt.refuse("GET", /users\/me$/, 500, "internal", "the disk is full");
    const { user } = renderApp("/account", pmt);
    expect(await screen.findByText("the disk is full")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByLabelText("Name")).toHaveValue("Ada Lovelace");
  });
});

describe("the password", () => {
  it("is changed after checks here and there, and other browsers are gone", async () => {
    const { user } = renderApp("/account", pmt);
    const form = await screen.findByRole("form", { name: "Change the password" });
    const type = async (label: string, text: string) => {
      const field = within(form).getByLabelText(label);
      await user.clear(field);
      await user.type(field, text);
    };
    const change = within(form).getByRole("button", { name: "Change password" });
    await user.click(change);
    expect(within(form).getByText("Your current password is needed.")).toBeInTheDocument();
    await type("Current password", "guess");
    await type("New password", "short");
    await type("New password again", "other");
    expect(within(form).getByText("This is not the same as above.")).toBeInTheDocument();
    await type("New password again", "short");
    await user.click(change);
    expect(await within(form).findByText("This is not your current password.")).toBeInTheDocument();
    await type("Current password", "correct horse");
    await user.click(change);
    expect(await within(form).findByText("must have at least 10 characters")).toBeInTheDocument();
    await type("New password", "battery staple");
    await type("New password again", "battery staple");
    await user.click(change);
    expect(await screen.findByText("Your password is changed")).toBeInTheDocument();
    expect(pmt.accounts.password).toBe("battery staple");
    expect(within(form).getByLabelText("New password")).toHaveValue("");
    await waitFor(() => expect(screen.queryByText("Safari on iOS")).toBeNull());
  });

  it("tells when there were too many tries", async () => {
    pmt.refuse("POST", /password$/, 429, "too-many-tries", "Try again in 30 seconds.");
    const { user } = renderApp("/account", pmt);
    await user.type(await screen.findByLabelText("Current password"), "a");
    await user.type(screen.getByLabelText("New password"), "b");
    await user.type(screen.getByLabelText("New password again"), "b{Enter}");
    expect(await screen.findByText("Try again in 30 seconds.")).toBeInTheDocument();
  });
});

describe("sessions", () => {
  it("are ended one by one, the present one marked", async () => {
    const { user } = renderApp("/account", pmt);
    const list = await screen.findByRole("list", { name: "Sessions" });
    expect(within(list).getByText("Firefox on Linux")).toBeInTheDocument();
    expect(within(list).getByText("this browser")).toBeInTheDocument();
    await user.click(within(list).getByRole("button", { name: "Sign out Safari on iOS" }));
    await waitFor(() => expect(within(list).queryByText("Safari on iOS")).toBeNull());
    expect(pmt.accounts.sessions).toHaveLength(1);
  });

  it("are all ended after asking, and so is this one", async () => {
    const { user } = renderApp("/account", pmt);
    let sent = "";
    HTMLFormElement.prototype.submit = function submit() {
      sent = `${this.method} ${new URL(this.action).pathname}`;
    };
    await screen.findByRole("list", { name: "Sessions" });
    await user.click(screen.getByRole("button", { name: "Sign out everywhere" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign out everywhere?" });
    await user.click(within(dialog).getByRole("button", { name: "Sign out everywhere" }));
    await waitFor(() => expect(sent).toBe("post /session/sign-out"));
    expect(pmt.accounts.sessions).toEqual([]);
  });

  it("are named as far as the browser tells", () => {
    const names = ["Chrome/140 Safari/537 Edg/140 Windows NT", "curl/8", "Weird (Linux)", null].map(
      browserName,
    );
    expect(names).toEqual(["Edge on Windows", "Some browser", "A browser on Linux", "Some browser"]);
  });
});

describe("API tokens", () => {
  it("are made, shown once, and revoked after asking", async () => {
    const { user } = renderApp("/account", pmt);
    expect(await screen.findByText(/No tokens/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "New token" }));
    const dialog = await screen.findByRole("dialog", { name: "New API token" });
    await user.click(within(dialog).getByRole("button", { name: "Make token" }));
    expect(within(dialog).getByText("A name is needed.")).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("Name"), "nightly export");
    await user.selectOptions(within(dialog).getByLabelText("It may"), "Read and write");
    await user.selectOptions(within(dialog).getByLabelText("It expires"), "in 30 days");
    await user.click(within(dialog).getByRole("button", { name: "Make token" }));
    const secret = await screen.findByRole("dialog", { name: "nightly export is made" });
    expect(within(secret).getByLabelText("Token")).toHaveValue("pmt_secret");
    await user.click(within(secret).getByRole("button", { name: "Copy" }));
    expect(await navigator.clipboard.readText()).toBe("pmt_secret");
    await user.click(within(secret).getByRole("button", { name: "Done" }));
    expect(pmt.accounts.tokens[0]?.scopes).toEqual(["read", "write"]);
    const row = within(await screen.findByRole("list", { name: "API tokens" })).getByRole("listitem");
    expect(row).toHaveTextContent("Read and write");
    await user.click(within(row).getByRole("button", { name: "Revoke nightly export" }));
    const asked = await screen.findByRole("dialog", { name: "Revoke nightly export?" });
    await user.click(within(asked).getByRole("button", { name: "Revoke" }));
    expect(await screen.findByText(/No tokens/)).toBeInTheDocument();
    expect(pmt.accounts.tokens).toEqual([]);
  });

  it("tell when they have expired, and why one cannot be made", async () => {
    pmt.accounts.tokens = [
      {
        id: "old",
        name: "old script",
        scopes: ["read"],
        createdAt: "2020-01-01T00:00:00Z",
        expiresAt: "2020-02-01T00:00:00Z",
        lastUsedAt: "2020-01-05T00:00:00Z",
      },
    ];
    pmt.refuse("POST", /tokens$/, 409, "too-many-tokens", "There are 100 tokens already.");
    const { user } = renderApp("/account", pmt);
    expect(await screen.findByText("expired")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "New token" }));
    await user.type(screen.getByLabelText("Name", { selector: "dialog input" }), "x{Enter}");
    expect(await screen.findByText("There are 100 tokens already.")).toBeInTheDocument();
  });
});
