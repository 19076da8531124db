import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "target/test-results",
  timeout: 1_200_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // Each project is a topology: people must not notice which one runs.
  projects: [
    { name: "monolith" },
    ...["doors", "split"].map((name) => ({ name, testMatch: ["journey.spec.ts", "live.spec.ts"] })),
  ],
  retries: 0,
  forbidOnly: process.env["CI"] === "true",
  reporter: [["list"], ["junit", { outputFile: "target/reports/playwright.xml", includeRetries: true }]],
  use: { trace: "retain-on-failure" },
});
