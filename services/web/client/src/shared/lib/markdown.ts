import DOMPurify from "dompurify";
import { Marked, type Tokens } from "marked";
import { mentionedBy } from "./mentions";
import { type Known, nothingKnown, taskLinks } from "./taskLinks";

const allowedTags =
  "a,blockquote,br,code,del,em,h1,h2,h3,h4,h5,h6,hr,img,input,li,ol,p,pre,span,strong,table,tbody,td,th,thead,tr,ul".split(
    ",",
  );
const allowedAttributes = [
  "href",
  "title",
  "align",
  "start",
  "type",
  "checked",
  "disabled",
  "rel",
  "target",
  "tabindex",
  "src",
  "alt",
  "loading",
  "data-mention",
  "data-me",
];
const safeAddress = /^(https?:|mailto:|\/(?!\/)|#)/i;
/** Where the bytes of attachments are: the only pictures that are shown. */
const attachmentAddress = /^\/api\/v1\/tasks\/[A-Z][A-Z0-9]*-\d+\/attachments\/[0-9a-f-]{36}\/content$/;

/** Who reads a text, and how those are called whom it mentions. */
type People = { me: string | undefined; nameOf: (id: string) => string | undefined };

const nobodyKnown: People = { me: undefined, nameOf: () => undefined };

/** What is being rendered: parsing is done in one go, so there is one at a time. */
const now = { known: nothingKnown, people: nobodyKnown, links: 0 };

const marked = new Marked({
  gfm: true,
  breaks: false,
  renderer: {
    checkbox: ({ checked }) =>
      `<input type="checkbox" disabled aria-label="${checked ? "Done" : "Not done"}"${checked ? " checked" : ""}> `,
    code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text)}\n</code></pre>\n`,
    html: ({ text }) => escapeHtml(text),
    image: ({ href, text }: Tokens.Image) =>
      anchor(href, attachmentAddress.test(href) ? picture(href, text) : escapeHtml(text || href)),
    link(token: Tokens.Link) {
      const mentioned = token.raw.endsWith(`](${token.href})`) && mentionedBy(token.href);
      if (mentioned)
        return mention(mentioned, this.parser.parseInline(token.tokens, this.parser.textRenderer));
      now.links++;
      const content = this.parser.parseInline(token.tokens);
      now.links--;
      return anchor(token.href, content);
    },
    text(token: Tokens.Text | Tokens.Escape) {
      if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
      const html = "escaped" in token && token.escaped ? token.text : escapeHtml(token.text);
      return now.links > 0 ? html : taskLinks(html, now.known);
    },
  },
});

const purifier = DOMPurify(window);
purifier.addHook("afterSanitizeAttributes", (node) => {
  if (node.nodeName === "IMG" && !attachmentAddress.test(node.getAttribute("src") ?? "")) node.remove();
});

/**
 * Turns Markdown into HTML that may be shown to anyone: raw HTML appears as text, attached pictures are shown,
 * other images become links, links open outside without a way back, and DOMPurify removes whatever is not on the list.
 * Keys of tasks in projects that the reader knows are links to them. Whom a text mentions is called by their name as it is
 * now, else by the text's, and is no link.
 */
export function renderMarkdown(source: string, known: Known = nothingKnown, people = nobodyKnown): string {
  Object.assign(now, { known, people, links: 0 });
  return purifier.sanitize(marked.parse(source, { async: false }), {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: allowedAttributes,
    ALLOW_DATA_ATTR: false,
    ADD_URI_SAFE_ATTR: allowedAttributes.filter((name) => name !== "href" && name !== "src"),
    ALLOWED_URI_REGEXP: safeAddress,
  });
}

function mention(id: string, text: string): string {
  const name = now.people.nameOf(id) ?? text.replace(/^@/, "");
  const mine = id === now.people.me ? " data-me" : "";
  return `<span data-mention="${id}"${mine}>@${escapeHtml(name)}</span>`;
}

function picture(address: string, text: string): string {
  return `<img src="${address}" alt="${escapeHtml(text)}" loading="lazy">`;
}

function anchor(href: string, content: string): string {
  if (!safeAddress.test(href)) return content;
  return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
