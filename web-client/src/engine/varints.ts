/** Reads unsigned LEB128 integers one after another. Throws a `RangeError` where the bytes break off. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  /** Where the next one starts. */
  place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.place >= this.#bytes.length;
  }

  next(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#bytes[this.place];
      if (byte === undefined) throw new RangeError("a number is cut off");
      this.place += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }

  take(count: number): Uint32Array {
    // A number takes a byte at least: a wrong count in a damaged file must not reserve memory.
    if (count > this.#bytes.length - this.place) throw new RangeError("there are fewer numbers than there should be");
    return Uint32Array.from({ length: count }, () => this.next());
  }
}
