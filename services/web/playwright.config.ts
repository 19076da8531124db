import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "target/test-results",
  timeout: 240_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: process.env["CI"] === "true",
  reporter: [["list"], ["junit", { outputFile: "target/reports/playwright.xml" }]],
  use: { trace: "retain-on-failure" },
});
