/** One line of the help page: the keys as shown, and what they do. */
type KeyHelp = { keys: string; does: string };

/** All keys of the client by the place where they work; the help page shows exactly this. */
export const catalogue = {
  Everywhere: [
    { keys: "Ctrl K", does: "Find and do anything (⌘ K on a Mac)" },
    { keys: "C", does: "Create a task" },
    { keys: "/", does: "Go to the filter, in a list to the query" },
    { keys: "G P", does: "Go to projects" },
    { keys: "G B", does: "Go to the project's board" },
    { keys: "G L", does: "Go to the project's list" },
    { keys: "G S", does: "Go to the project's sprints and backlog" },
    { keys: "G M", does: "Go to the project's members" },
    { keys: "G I", does: "Go to the project's import" },
    { keys: "?", does: "Show these keys" },
    { keys: "Esc", does: "Close, or leave a field" },
  ],
  Board: [
    { keys: "J K", does: "Next, previous card (also ↓ ↑)" },
    { keys: "← →", does: "Card in the next column" },
    { keys: "Enter", does: "Open the card" },
    { keys: "M", does: "Move the card to…" },
    { keys: "[ ]", does: "Move the card a column to the left, right (also Shift ← →)" },
    { keys: "Shift ↑ ↓", does: "Move the card up, down, at an end into the next lane" },
  ],
  List: [
    { keys: "J K", does: "Next, previous task (also ↓ ↑)" },
    { keys: "← →", does: "Along the values of the task" },
    { keys: "Enter", does: "Open the task" },
    { keys: "X", does: "Select the task, with Shift up to it (also Shift ↑ ↓)" },
  ],
  Backlog: [
    { keys: "J K", does: "Next, previous task (also ↓ ↑)" },
    { keys: "X", does: "Select the task, with Shift up to it" },
    { keys: "M", does: "Move the task, or all selected, to…" },
    { keys: "[ ]", does: "Move to the sprint above, below" },
    { keys: "Shift ↑ ↓", does: "Move the task up, down" },
  ],
  "Task, open or in focus": [
    { keys: "S", does: "Set the status" },
    { keys: "A", does: "Assign to somebody" },
    { keys: "I", does: "Assign to me" },
    { keys: "P", does: "Set the priority" },
    { keys: "L", does: "Add or remove labels" },
    { keys: "D", does: "Set the due date" },
    { keys: "E", does: "Edit the description" },
    { keys: "M", does: "Write a comment on the open task" },
    { keys: "W", does: "Watch the open task, or no longer" },
    { keys: "Ctrl Enter", does: "Save what is being edited, send the comment" },
    { keys: "Esc", does: "Close the task" },
  ],
} satisfies Record<string, KeyHelp[]>;
