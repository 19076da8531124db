import DOMPurify from "dompurify";
import { Marked, type Tokens } from "marked";

const allowedTags =
  "a,blockquote,br,code,del,em,h1,h2,h3,h4,h5,h6,hr,input,li,ol,p,pre,strong,table,tbody,td,th,thead,tr,ul".split(
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
];
const safeAddress = /^(https?:|mailto:|\/(?!\/)|#)/i;

const marked = new Marked({
  gfm: true,
  breaks: false,
  renderer: {
    checkbox: ({ checked }) =>
      `<input type="checkbox" disabled aria-label="${checked ? "Done" : "Not done"}"${checked ? " checked" : ""}> `,
    code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text)}\n</code></pre>\n`,
    html: ({ text }) => escapeHtml(text),
    image: ({ href, text }: Tokens.Image) => anchor(href, escapeHtml(text || href)),
    link(token: Tokens.Link) {
      return anchor(token.href, this.parser.parseInline(token.tokens));
    },
  },
});

const purifier = DOMPurify(window);

/**
 * Turns Markdown into HTML that may be shown to anyone: raw HTML appears as text, images become links, links open
 * outside without a way back, and DOMPurify removes whatever is not on the list.
 */
export function renderMarkdown(source: string): string {
  return purifier.sanitize(marked.parse(source, { async: false }), {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: allowedAttributes,
    ALLOW_DATA_ATTR: false,
    ADD_URI_SAFE_ATTR: allowedAttributes.filter((name) => name !== "href"),
    ALLOWED_URI_REGEXP: safeAddress,
  });
}

function anchor(href: string, content: string): string {
  if (!safeAddress.test(href)) return content;
  return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
