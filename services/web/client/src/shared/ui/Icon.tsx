import type { ReactNode } from "react";
import { classes } from "./classes";

const shapes = {
  add: <path d="M8 3v10M3 8h10" />,
  archive: <path d="M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.500h3" />,
  arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
  backlog: <path d="M2.500 3h11v3.500h-11zM2.500 9.500h11M2.500 12.500h7" />,
  board: <path d="M2.5 3h3v10h-3zM6.5 3h3v6h-3zM10.5 3h3v8h-3z" />,
  bookmark: <path d="M4.500 2.500h7v11L8 10.800l-3.500 2.700z" />,
  calendar: <path d="M2.500 4h11v9.500h-11zM2.500 7h11M5.500 2.500v3M10.500 2.500v3" />,
  check: <path d="m3 8.5 3.2 3L13 4.5" />,
  chevron: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  clip: (
    <path d="M12.500 7.200 7.800 12a3 3 0 0 1-4.300-4.300l5-5a2 2 0 0 1 2.900 2.900l-4.900 4.900a1 1 0 0 1-1.500-1.400l4.300-4.300" />
  ),
  clock: <path d="M8 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10M6.500 2h3M8 6.500V9l1.800 1.200" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  comment: <path d="M2.500 3h11v8.500H7.500L4.500 14v-2.500h-2z" />,
  copy: <path d="M5.5 5.500h8v8h-8zM3.5 10.500h-1v-8h8v1" />,
  edit: <path d="m3 13 .6-2.9 7-7 2.3 2.3-7 7zM9.3 4.400l2.3 2.3" />,
  expand: <path d="M9.5 2.500h4v4M13.5 2.5 9 7M6.5 13.500h-4v-4M2.5 13.5 7 9" />,
  eye: (
    <path d="M1.800 8C3.500 5.200 5.600 3.800 8 3.800s4.500 1.400 6.200 4.200c-1.700 2.800-3.800 4.200-6.200 4.200S3.500 10.800 1.800 8M8 9.800a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600" />
  ),
  file: <path d="M4 2h5l3.5 3.500V14H4zM9 2v3.500h3.5" />,
  flag: <path d="M4 14V2.500M4 3h8.500l-2 3 2 3H4" />,
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  help: (
    <path d="M6 6.200a2 2 0 1 1 3 1.700c-.7.4-1 .8-1 1.5M8 11.700v.1M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12" />
  ),
  import: <path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11v2.500h11V11" />,
  key: (
    <path d="M6 10a3 3 0 1 0-.1-5.900A3 3 0 0 0 6 10M8.500 8.300 13.500 13.300M11.500 11.300l1.500-1.500" />
  ),
  label: <path d="M2.500 3h5.300l5.700 5.700-4.800 4.800L2.500 7.800zM5.300 5.800v.1" />,
  link: (
    <path d="M6.500 9.500 9.500 6.500M7 4.800l1.300-1.300a3 3 0 0 1 4.200 4.200L11.200 9M9 11.200l-1.300 1.300a3 3 0 0 1-4.200-4.200L4.800 7" />
  ),
  list: <path d="M2.500 4h1M6 4h7.500M2.500 8h1M6 8h7.500M2.500 12h1M6 12h7.500" />,
  logout: <path d="M6 3H3v10h3M6.5 8H13M10.5 5.5 13 8l-2.5 2.5" />,
  map: <path d="M2.500 3h4.500v3.500H2.500zM9 9.500h4.500V13H9zM4.700 6.500v4.800H9M7 4.700h4.300v4.800" />,
  members: (
    <path d="M6 8a2.3 2.3 0 1 0 0-4.600A2.3 2.3 0 0 0 6 8M2 13c0-2 1.7-3.3 4-3.300S10 11 10 13M10.5 3.600a2.2 2.2 0 0 1 0 4.200M12 10c1.3.5 2 1.6 2 3" />
  ),
  menu: <path d="M2.5 4.500h11M2.5 8h11M2.5 11.5h11" />,
  monitor: <path d="M2 3h12v8H2zM6 13.500h4M8 11v2.5" />,
  moon: <path d="M13 9.500A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  projects: (
    <path d="M2.5 2.500h4.500V7H2.500zM9 2.500h4.500V7H9zM2.5 9h4.500v4.500H2.500zM9 9h4.500v4.500H9z" />
  ),
  pulse: <path d="M1.5 8.500h3L6.5 3l3 10 2-4.500h3" />,
  retry: <path d="M13 8a5 5 0 1 1-1.6-3.700M13.3 2v3h-3" />,
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.3 10.3 13.5 13.5" />,
  settings: (
    <path d="M2.500 5h6M12 5h1.500M2.500 11H4M7.500 11h6M10.300 6.700a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400M5.700 12.700a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400" />
  ),
  smile: (
    <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.500 9.500c.6 1 1.500 1.500 2.500 1.500s1.900-.5 2.500-1.500M6 6.300v.2M10 6.300v.2" />
  ),
  sort: <path d="M5 3v10M2.500 10.500 5 13l2.500-2.500M9 4h5M9 8h3.500M9 12h2" />,
  status: <path d="M8 13.800A5.800 5.800 0 1 0 8 2.200a5.800 5.800 0 0 0 0 11.600M8 8V5M8 8l2 1.500" />,
  sun: (
    <path d="M8 10.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M8 1.5v1.300M8 13.200v1.300M1.5 8h1.300M13.2 8h1.300M3.4 3.400l.9.9M11.7 11.700l.9.9M3.4 12.600l.9-.9M11.7 4.300l.9-.9" />
  ),
  timeline: <path d="M2.500 4h6M5 8h7M9 12h4.500" />,
  trash: <path d="M3 4.500h10M6.5 4.500v-2h3v2M4.5 4.500l.5 9h6l.5-9M6.8 7v4M9.2 7v4" />,
  user: <path d="M8 8a2.7 2.7 0 1 0 0-5.400A2.7 2.7 0 0 0 8 8M3 13.700c0-2.3 2-3.7 5-3.700s5 1.4 5 3.7" />,
  warning: <path d="M8 2.5 14.2 13H1.800zM8 6.500V9M8 11v.1" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A 16-pixel line icon; decorative, so the control around it carries the name. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classes("icon", className)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
