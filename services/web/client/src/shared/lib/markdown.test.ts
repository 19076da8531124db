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

  it("shows pictures that are attached, and no others", () => {
    const address = "/api/v1/tasks/WEB-1/attachments/0199f0e8-6d2e-74ff-8c35-91e0b7d27a09/content";
    const box = dom(`![a "cat"](${address})`);
    expect(box.querySelector("img")).toHaveAttribute("src", address);
    expect(box.querySelector("img")).toHaveAttribute("alt", 'a "cat"');
    expect(box.querySelector("a")).toHaveAttribute("href", address);
    for (const other of [
      `https://evil.example${address}`,
      `//evil.example${address}`,
      `${address}?x=1`,
      `${address}/../../../../profiles`,
      "/api/v1/tasks/../../session/sign-out",
      "/session/sign-out",
      "data:image/png;base64,AAAA",
    ])
      expect(dom(`![x](${other}) <img src="${address}">`).querySelector("img")).toBeNull();
  });

  it("links tasks of projects that the reader knows, but not in code, links or other words", () => {
    const known = new Set(["TEAM", "DEMO1"]);
    const links = (source: string) => {
      const box = document.createElement("div");
      box.innerHTML = renderMarkdown(source, known);
      return [...box.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    };
    expect(
      links("TEAM-1, (DEMO1-27) and **TEAM-3**: see & “TEAM-4”.\n\n- TEAM-5\n\n| TEAM-6 |\n| - |"),
    ).toEqual(["TEAM-1", "DEMO1-27", "TEAM-3", "TEAM-4", "TEAM-5", "TEAM-6"].map((key) => `/browse/${key}`));
    expect(links("UTF-8 xTEAM-1 TEAM-1x TEAM-0 TEAM-1-2 team-1 a/TEAM-1 #TEAM-1 `TEAM-1`")).toEqual([]);
    expect(links("    TEAM-1\n\n```\nTEAM-2\n```")).toEqual([]);
    expect(links("[TEAM-1 **TEAM-2**](https://example.org) https://example.org/TEAM-3")).toEqual([
      "https://example.org",
      "https://example.org/TEAM-3",
    ]);
    expect(renderMarkdown("TEAM-1")).not.toContain("<a");
  });

  describe("mentions", () => {
    const ana = "0199f0e8-6d2e-74ff-8c35-91e0b7d27a09";
    const ben = "0199f0e8-6d2e-74ff-8c35-91e0b7d27a10";
    const names = new Map([
      [ana, "Ana <Silva>"],
      [ben, "Ben"],
    ]);
    const read = (source: string) => {
      const box = document.createElement("div");
      box.innerHTML = renderMarkdown(source, new Set(["TEAM"]), { me: ben, nameOf: (id) => names.get(id) });
      return box;
    };

    it("are people by their names as they are now, never links", () => {
      const box = read(`[@Anna](mention:${ana}) and **[@Ben](mention:${ben.toUpperCase()})**`);
      const [first, second] = box.querySelectorAll("[data-mention]");
      expect(first).toHaveTextContent("@Ana <Silva>");
      expect(first).toHaveAttribute("data-mention", ana);
      expect(first).not.toHaveAttribute("data-me");
      expect(second).toHaveTextContent("@Ben");
      expect(second).toHaveAttribute("data-me");
      expect(box.querySelector("a")).toBeNull();
    });

    it("have the text's name where the person is not known, and nothing else of it", () => {
      const unknown = ana.replace("0199", "0200");
      expect(read(`[@Cleo \\[x\\] & co](mention:${unknown})`)).toHaveTextContent("@Cleo [x] & co");
      expect(read(`[Cleo](mention:${unknown})`)).toHaveTextContent(/^@Cleo$/);
      for (const name of [
        "@TEAM-1",
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/x.png)",
        "**bold** `code`",
        "https://evil.example",
      ]) {
        const mention = read(`[${name}](mention:${unknown})`).querySelector("[data-mention]");
        expect(mention?.children).toHaveLength(0);
        expect(mention?.closest("a")).toBeNull();
      }
    });

    it.each([
      `[@Ana](mention:${ana}x)`,
      `[@Ana](mention:${ana.slice(1)})`,
      "[@Ana](mention:1-1-1-1-1)",
      "[@Ana](mention:)",
      `[@Ana](mention://${ana})`,
      `[@Ana](mention:${ana}?javascript:alert(1))`,
      `[@Ana](javascript:mention:${ana})`,
      `![@Ana](mention:${ana})`,
      `<mention:${ana}>`,
      `[@Ana](<mention:${ana}>)`,
      `[@Ana][1]\n\n[1]: mention:${ana}`,
      `<span data-mention="${ana}">@Ana</span>`,
      `<a href="mention:${ana}">@Ana</a>`,
      `\`[@Ana](mention:${ana})\``,
    ])("are not %s", (source) => {
      const box = read(source);
      expect(box).toHaveTextContent(/Ana|mention/);
      expect(box.querySelector("a,[data-mention],img")).toBeNull();
    });
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
