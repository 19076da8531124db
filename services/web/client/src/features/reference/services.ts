/** The services whose contracts are shown, with what each is there for. */
export const services = [
  { name: "api", title: "Work" },
  { name: "auth", title: "People" },
  { name: "notifications", title: "Live" },
  { name: "gateway", title: "Edge" },
  { name: "health", title: "Health" },
];
