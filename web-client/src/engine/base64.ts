type Base64Constructor = Uint8ArrayConstructor & { readonly fromBase64?: (text: string) => Uint8Array };

/** The bytes that `text` stands for. Throws when it is not base64. */
export function decodeBase64(text: string): Uint8Array {
  const decode = (Uint8Array as Base64Constructor).fromBase64;
  if (decode) return decode.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
