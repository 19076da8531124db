import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { ProxyOptions } from "vite";
import { defineConfig } from "vitest/config";

const edge = process.env["PMT_EDGE"] ?? "http://localhost:8080";
const proxied = ["/api", "/session", "/auth", "/oauth2", "/connect", "/userinfo", "/.well-known", "/alive"];

/** The edge takes writes from its own origin only, so what comes from the development server is sent as that. */
const toEdge: ProxyOptions = {
  target: edge,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on("proxyReq", (request) => request.setHeader("Origin", new URL(edge).origin));
    proxy.on("proxyReqWs", (request) => request.setHeader("Origin", new URL(edge).origin));
  },
};

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
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "vendor", test: /node_modules[\\/](react|scheduler|@tanstack)/ },
            // Else each module that two pages share is a file of its own: 34 requests for a board instead of 10.
            { name: "shared", test: /client[\\/]src[\\/]shared/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { ...Object.fromEntries(proxied.map((path) => [path, toEdge])), "/ws": { ...toEdge, ws: true } },
  },
  test: {
    root: "client",
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    css: false,
    testTimeout: 60_000,
    // One environment for all files: making each its own takes four times as long.
    isolate: false,
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
