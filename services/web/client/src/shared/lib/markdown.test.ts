import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown";

function dom(source: string): HTMLElement {
  const box = document.createElement("div");
  box.innerHTML = renderMarkdown(source);
  return box;
}

describe("renderMarkdown", () => {
  it("renders code, tables and task lists", () => {
    const box = dom("```\nlet a\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n- [x] done\n- [ ] open");
    expect(box.querySelector("pre code")).toHaveTextContent("let a");
    expect(box.querySelector("pre")).toHaveAttribute("tabindex", "0");
    expect(box.querySelectorAll("td")).toHaveLength(2);
    const boxes = [...box.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    expect(boxes.map((input) => input.checked)).toEqual([true, false]);
    expect(boxes.every((input) => input.disabled)).toBe(true);
    expect(boxes.map((input) => input.ariaLabel ?? input.getAttribute("aria-label"))).toEqual([
      "Done",
      "Not done",
    ]);
  });

  it("opens links outside without a way back", () => {
    const link = dom("[site](https://example.org)").querySelector("a");
    expect(link).toHaveAttribute("href", "https://example.org");
    expect(link).toHaveAttribute("target", "_blank");
    expect(link?.rel).toContain("noopener");
  });

  it("links images instead of loading them", () => {
    const box = dom("![a cat](https://example.org/cat.png)");
    expect(box.querySelector("img")).toBeNull();
    expect(box.querySelector("a")).toHaveTextContent("a cat");
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    '![x](x"onerror=alert(1))',
    "[x](https://e.org 'a\" onmouseover=alert(1) b=\"')",
    "<style>body{display:none}</style>",
    "<form action=https://evil.example><button>x",
    "`<img src=x onerror=alert(1)>`",
    '```"><script>alert(1)</script>\nx\n```',
  ])("disarms %s", (source) => {
    const box = dom(source);
    expect(box.querySelector("script,img,svg,iframe,style,form,button,object,embed")).toBeNull();
    for (const element of box.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$/i);
        expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
      }
    }
    for (const link of box.querySelectorAll("a")) expect(link.protocol).toMatch(/^(https?|mailto):$/);
  });
});
