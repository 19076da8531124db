import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ada, FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

const shot = new File(["not really a picture"], "shot.png", { type: "image/png" });
const log = new File(["line"], "run.log", { type: "text/plain" });

let pmt: FakePmt;

/** An XMLHttpRequest that hands each upload over to the test. */
class FakeUpload {
  static all: FakeUpload[] = [];
  readonly upload: { onprogress?: (event: { loaded: number }) => void } = {};
  readonly headers = new Map<string, string>();
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  response: unknown = null;
  address = "";
  open(_method: string, address: string) {
    this.address = address;
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value);
  }
  send() {
    FakeUpload.all.push(this);
  }
  async answer(status: number, response: unknown) {
    this.status = status;
    this.response = response;
    await act(async () => this.onload?.());
  }
}

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page");
  FakeUpload.all = [];
  vi.stubGlobal("XMLHttpRequest", FakeUpload);
});

async function open() {
  const view = renderApp("/browse/WEB-1", pmt);
  const section = within(await screen.findByRole("region", { name: "Attachments" }));
  return { ...view, section };
}

type Opened = Awaited<ReturnType<typeof open>>;

const rows = ({ section }: Opened) => section.queryAllByRole("listitem").map((row) => row.textContent);

async function sent(count: number) {
  await waitFor(() => expect(FakeUpload.all).toHaveLength(count));
  const last = FakeUpload.all[count - 1];
  if (!last) throw new Error("nothing was sent");
  return last;
}

describe("attachments", () => {
  it("are chosen, sent with progress and stand in the list with a way to have them", async () => {
    const opened = await open();
    await opened.user.upload(opened.section.getByLabelText("Files to attach"), log);
    const sending = await sent(1);
    expect(sending.address).toBe("/api/v1/tasks/WEB-1/attachments?name=run.log");
    expect(sending.headers.get("Content-Type")).toBe("application/octet-stream");
    act(() => sending.upload.onprogress?.({ loaded: 2 }));
    expect(opened.section.getByRole("progressbar", { name: "Sending run.log" })).toHaveAttribute(
      "aria-valuenow",
      "50",
    );

    const added = pmt.attachments.keep("WEB-1", "run.log", ada.id);
    await sending.answer(201, added);
    const link = await opened.section.findByRole("link", { name: "run.log" });
    expect(link).toHaveAttribute("href", `/api/v1/tasks/WEB-1/attachments/${added.id}/content`);
    expect(link).toHaveAttribute("download", "run.log");
    expect(rows(opened)).toEqual([expect.stringContaining("18 kB · Ada Lovelace just now")]);
  });

  it("that are refused say why, stay and are sent again under the same key", async () => {
    const opened = await open();
    fireEvent.drop(screen.getByRole("heading", { name: "Attachments" }), {
      dataTransfer: { files: [log], types: ["Files"] },
    });
    const first = await sent(1);
    await first.answer(422, {
      code: "too-many-attachments",
      detail: "A task must have at most 100 attachments",
    });
    expect(await opened.section.findByRole("alert")).toHaveTextContent("at most 100 attachments");
    await opened.user.click(opened.section.getByRole("button", { name: "Try again" }));
    const second = await sent(2);
    expect(second.headers.get("Idempotency-Key")).toBe(first.headers.get("Idempotency-Key"));
    await second.answer(503, null);
    await opened.section.findByRole("alert");
    await opened.user.click(opened.section.getByRole("button", { name: "Dismiss" }));
    expect(rows(opened)).toEqual([]);
  });

  it("that are too large are not sent at all", async () => {
    pmt.attachments.mostBytes = 3;
    const opened = await open();
    await opened.user.upload(opened.section.getByLabelText("Files to attach"), log);
    expect(await opened.section.findByRole("alert")).toHaveTextContent(
      "It has 4 B; an attachment has at most 3 B.",
    );
    expect(FakeUpload.all).toHaveLength(0);
    await opened.user.click(opened.section.getByRole("button", { name: "Dismiss" }));
  });

  it("are named where the cursor is when a picture is pasted into a comment, and shown there", async () => {
    const opened = await open();
    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Write a comment" });
    await opened.user.type(field, "See here, please");
    field.setSelectionRange(9, 9);
    fireEvent.paste(field, { clipboardData: { files: [shot], types: ["Files"] } });
    const sending = await sent(1);
    const added = pmt.attachments.keep("WEB-1", "shot [1].png", ada.id, "image/png");
    await sending.answer(201, added);
    const address = `/api/v1/tasks/WEB-1/attachments/${added.id}/content`;
    await waitFor(() => expect(field).toHaveValue(`See here,![shot \\[1\\].png](${address}) please`));

    await opened.user.click(screen.getByRole("button", { name: "Comment" }));
    const picture = await screen.findByRole("img", { name: "shot [1].png" });
    expect(picture).toHaveAttribute("src", address);
  });

  it("are left alone when a text is pasted that brings a picture along", async () => {
    await open();
    const field = await screen.findByRole("textbox", { name: "Write a comment" });
    fireEvent.paste(field, { clipboardData: { files: [shot], types: ["text/plain", "Files"] } });
    expect(FakeUpload.all).toHaveLength(0);
  });

  it("are deleted after a question, and by nobody who only added others", async () => {
    pmt.attachments.keep("WEB-1", "mine.txt", ada.id);
    pmt.attachments.keep("WEB-1", "hers.txt", grace.id);
    pmt.projects = pmt.projects.map((project) => ({ ...project, role: "member" }));
    const opened = await open();
    await opened.section.findByText("hers.txt");
    expect(opened.section.queryByRole("button", { name: "Delete hers.txt" })).toBeNull();
    await opened.user.click(await opened.section.findByRole("button", { name: "Delete mine.txt" }));
    await opened.user.click(await screen.findByRole("button", { name: "Delete" }));
    await waitFor(() => expect(rows(opened)).toHaveLength(1));
    expect(pmt.attachments.kept["WEB-1"]).toHaveLength(1);
  });
});
