/** Addresses of our own programs, for pages whose policy asks for Trusted Types (`require-trusted-types-for 'script'`). */

interface Policy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

/** The name for the directive `trusted-types`. */
export const POLICY = "inkdex";

let policy: Policy | undefined;

/** `url`, which must be one that the build has written into this program. */
export function trustedScriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return url;
  policy ??= factory.createPolicy(POLICY, { createScriptURL: (known) => known });
  // In a browser with Trusted Types this is no string, but `Worker` and `register` take it where the types say string.
  return policy.createScriptURL(url);
}
