/**
 * `next` without moving what the reader is at: the first `pinned` items of `shown` stay as they are, and below them comes
 * what `next` has besides, in its order.
 */
export function mergeBelow<T extends { readonly key: string }>(
  shown: readonly T[],
  next: readonly T[],
  pinned: number,
): readonly T[] {
  const kept = shown.slice(0, pinned);
  const keys = new Set(kept.map(({ key }) => key));
  return [...kept, ...next.filter(({ key }) => !keys.has(key))];
}

/** Whether two lists have the same items in the same order. */
export const isSameOrder = (
  one: readonly { readonly key: string }[],
  other: readonly { readonly key: string }[],
): boolean => one.length === other.length && one.every(({ key }, place) => key === other[place]?.key);
