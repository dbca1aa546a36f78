// Generated from hindi.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_consonant = "कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह़क़ख़ग़ज़ड़ढ़फ़य़";
  const a_0 = s.among_b([
    "आँ,ाँ,इयाँ,आइयाँ,ाइयाँ,ियाँ,आं,उआं,ुआं,ईं,आईं,ाईं,एं,आएं,उएं,ाएं,ताएं,अताएं,नाएं,अनाएं,ुएं,ओं,आओं,उओं,ाओं,ताओं,अताओं,नाओं,अनाओं,ुओं,ां,इयां,आइयां,ाइयां,ियां,ीं,तीं,अतीं,आतीं,ातीं,ें,ों,इयों,आइयों,ाइयों,ियों,अ,आ,इ,ई,आई,ाई,उ,ऊ,ए,आए,इए,आइए,ाइए,ाए,िए,ओ,आओ,ाओ,कर,अकर,आकर,ाकर,ा,ऊंगा,आऊंगा,ाऊंगा,ूंगा,एगा,आएगा,ाएगा,ेगा,ता,अता,आता,ाता,ना,अना,आना,ाना,आया,ाया,ि,ी,ऊंगी,आऊंगी,ाऊंगी,एंगी,आएंगी,ाएंगी,ूंगी,ेंगी,एगी,आएगी,ाएगी,ओगी,आओगी,ाओगी,ेगी,ोगी,ती,अती,आती,ाती,नी,अनी,ु,ू,े,एंगे,आएंगे,ाएंगे,ेंगे,ओगे,आओगे,ाओगे,ोगे,ते,अते,आते,ाते,ने,अने,आने,ाने,ो,्",
  ], {
    "ताएं": r_CONSONANT, "नाएं": r_CONSONANT, "ताओं": r_CONSONANT, "नाओं": r_CONSONANT, "तीं": r_CONSONANT,
    "कर": r_CONSONANT, "ता": r_CONSONANT, "ना": r_CONSONANT, "ती": r_CONSONANT, "नी": r_CONSONANT, "ते": r_CONSONANT,
    "ने": r_CONSONANT,
  });

  function r_CONSONANT(): boolean {
    return s.in_grouping_b(g_consonant);
  }

  function run(): boolean {
    if (s.cursor >= s.limit) {
      return false;
    }
    s.cursor += 1;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    if (s.find_among_b(a_0) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
