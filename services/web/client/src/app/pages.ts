import type { IconName } from "~/shared/ui/Icon";

/** The pages of a project, with the keys that lead there. */
export const pages = [
  { to: "/projects/$key/board", name: "Board", icon: "board", keys: "G B" },
  { to: "/projects/$key/list", name: "List", icon: "list", keys: "G L" },
  { to: "/projects/$key/calendar", name: "Calendar", icon: "calendar", keys: "G C" },
  { to: "/projects/$key/timeline", name: "Timeline", icon: "timeline", keys: "G T" },
  { to: "/projects/$key/backlog", name: "Backlog", icon: "backlog", keys: "G S" },
  { to: "/projects/$key/members", name: "Members", icon: "members", keys: "G M" },
  { to: "/projects/$key/import", name: "Import", icon: "import", keys: "G I" },
  { to: "/projects/$key/settings", name: "Settings", icon: "settings", keys: undefined },
] as const satisfies readonly { to: string; name: string; icon: IconName; keys: string | undefined }[];
