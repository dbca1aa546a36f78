/** An address that is safe to link to: artifacts are content, and content is not trusted with `javascript:`. */
export function safeHref(url: string): string {
  const parsed = URL.parse(url, window.location.href);
  return parsed?.protocol === "http:" || parsed?.protocol === "https:" ? url : "";
}

/** The path of an address as people read it: `guide › install`, without host and escapes. */
export function readablePath(url: string): string {
  const path = URL.parse(url, window.location.href)?.pathname ?? "";
  return path
    .replace(/\/(index\.html?)?$|\.html?$/, "")
    .split("/")
    .filter(Boolean)
    .map(decode)
    .join(" › ");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
