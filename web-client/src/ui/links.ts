/** An address that is safe to link to: artifacts are content, and content is not trusted with `javascript:`. */
export function safeHref(url: string): string {
  try {
    const { protocol } = new URL(url, window.location.href);
    return protocol === "http:" || protocol === "https:" ? url : "";
  } catch {
    return "";
  }
}

/** An address as people read it: without escapes, host and slashes at its ends only where it has words. */
export function readablePath(url: string): string {
  const { pathname } = new URL(url, window.location.href);
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
