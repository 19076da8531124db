import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ok } from "~/test/fakeAnswers";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { curlOf } from "./curl";
import type { Contract, FieldOf, Operation } from "./shapes";

const text: FieldOf = { name: "key", required: true, type: [{ text: "string" }], limits: "", about: "" };
const [newTask, task] = ["NewTask", "Task"].map((name) => [{ text: name, schema: name }]);

const create: Operation = {
  id: "createTask",
  method: "POST",
  path: "/api/v1/projects/{key}/tasks",
  summary: "Create a task",
  about: "",
  parameters: [
    { ...text, place: "path", example: "MESOS" },
    { ...text, name: "Idempotency-Key", required: false, place: "header", example: null },
  ],
  body: { media: "application/json", type: newTask ?? [], example: `{"title":"it's $HOME"}` },
  answers: [
    {
      status: "201",
      about: "The new task.",
      headers: ["ETag"],
      media: "application/json",
      type: task ?? [],
      example: '{"key":"MESOS-313"}',
    },
  ],
};
const list: Operation = {
  ...create,
  id: "listTasks",
  method: "GET",
  summary: "List tasks",
  parameters: [],
  body: null,
};

const contract: Contract = {
  name: "api",
  title: "PMT core API",
  about: "Rules that hold *everywhere*.",
  groups: [{ name: "tasks", about: "Units of work.", operations: [create, list] }],
  schemas: [{ name: "NewTask", about: "", type: [{ text: "object" }], fields: [{ ...text, name: "title" }] }],
};

describe("the API reference", () => {
  it("opens the operation in the address, with a command to try it", async () => {
    renderApp("/reference#createTask", withReference());
    const item = await waitFor(() => itemOf("createTask"));
    await waitFor(() => expect(item).toHaveAttribute("open"));
    expect(await within(item).findByText(/^curl -X POST/)).toHaveTextContent(
      "curl -X POST 'http://localhost:3000/api/v1/projects/MESOS/tasks'",
    );
    expect(within(item).getByRole("link", { name: "NewTask" })).toHaveAttribute("href", "#NewTask");
    expect(within(item).getByText('{"key":"MESOS-313"}')).toBeInTheDocument();
    expect(itemOf("listTasks")).not.toHaveAttribute("open");
    await userEvent.click(within(itemOf("NewTask")).getByText("NewTask"));
    expect(await within(itemOf("NewTask")).findByText("title")).toBeInTheDocument();
  });

  it("finds operations by words, and says when there is none", async () => {
    renderApp("/reference", withReference());
    const filter = await screen.findByRole("searchbox", { name: "Filter operations" });
    await userEvent.type(filter, "get tasks");
    expect(document.getElementById("createTask")).toBeNull();
    expect(itemOf("listTasks")).toBeInTheDocument();
    await userEvent.type(filter, " nothing");
    expect(screen.getByText("No operation of this service has these words.")).toBeInTheDocument();
  });

  it("says why it cannot be shown", async () => {
    const pmt = new FakePmt();
    pmt.refuse("GET", /^\/openapi\/auth\.json$/, 404, "not-found", "There is nothing at this address.");
    renderApp("/reference?service=auth", pmt);
    expect(await screen.findByText("There is nothing at this address.")).toBeInTheDocument();
    const services = within(screen.getByRole("navigation", { name: "Service" }));
    expect(services.getAllByRole("link", { current: "page" })).toEqual([
      services.getByRole("link", { name: "People" }),
    ]);
  });

  it("makes commands of which a shell leaves the data as they are", () => {
    const command = curlOf(create, "https://pmt.example.org");
    expect(command).toContain(`-d '{"title":"it'\\''s $HOME"}'`);
    expect(command).toContain('-H "Idempotency-Key: $(uuidgen)"');
    expect(curlOf(list, "https://pmt.example.org")).not.toContain("-X");
  });
});

function itemOf(id: string): HTMLElement {
  const item = document.getElementById(id);
  if (!item) throw new Error(`there is no ${id} on the page`);
  return item;
}

function withReference(): FakePmt {
  const pmt = new FakePmt();
  pmt.refusals.push({ method: "GET", path: /^\/openapi\/api\.json$/, answer: ok(contract) });
  return pmt;
}
