/** An address that is safe to link to: artifacts are content, and content is not trusted with `javascript:`. */
export function safeHref(url: string): string {
  try {
    const { protocol } = new URL(url, window.location.href);
    return protocol === "http:" || protocol === "https:" ? url : "";
  } catch {
    return "";
  }
}

/** The path of an address as people read it: without host and escapes. */
export function readablePath(url: string): string {
  const { pathname } = new URL(url, window.location.href);
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
