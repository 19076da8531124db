import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const edge = process.env["PMT_EDGE"] ?? "http://localhost:8080";
const proxied = ["/api", "/session", "/auth", "/oauth2", "/connect", "/userinfo", "/.well-known", "/alive"];

export default defineConfig({
  root: "client",
  plugins: [react()],
  resolve: { alias: { "~": fileURLToPath(new URL("client/src", import.meta.url)) } },
  build: {
    outDir: "../target/classes/webroot",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: edge, changeOrigin: false }])) },
  test: {
    root: "client",
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    css: false,
    reporters: ["default", "junit"],
    outputFile: { junit: "../target/reports/vitest.xml" },
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/shared/api/generated/**", "src/test/**", "src/**/*.test.{ts,tsx}", "src/main.tsx"],
      reportsDirectory: "../target/coverage",
      reporter: ["text-summary", "json-summary", "lcov"],
      thresholds: { lines: 80 },
    },
  },
});
