/** The little-endian float16 (IEEE 754 binary16) at `offset`. */
export function float16At(bytes: Uint8Array, offset: number): number {
  const bits = (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8);
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}
