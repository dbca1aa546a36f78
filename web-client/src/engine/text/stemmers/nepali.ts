// Generated from nepali.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const a_0 = s.among_b([null, "लाइ,लाई,सँग,संग,मार्फत,रत,मा,द्वारा,पछि,ले,सँगै,मै", "का,कि,की,कै,को"]);
  const a_1 = s.among_b([null, "ँ,ं", "ै"]);
  const a_2 = s.among_b([
    null,
    "थिए,छ,इछ,एछ,िछ,ेछ,नेछ,हुनेछ,इन्छ,िन्छ,हुन्छ,एका,इएका,िएका,ेका,नेका,दा,इदा,िदा,देखि,माथि,एकी,इएकी,िएकी,ेकी,देखी,थी,दी,छु,एछु,ेछु,नेछु,नु,हरु,हरू,छे,थे,ने,एकै,ेकै,नेकै,दै,इदै,िदै,एको,इएको,िएको,ेको,नेको,दो,इदो,िदो,यो,इयो,भयो,ियो,थियो,दियो,थ्यो,छौ,इछौ,एछौ,िछौ,ेछौ,नेछौ,यौ,थियौ,छ्यौ,थ्यौ,छन्,इछन्,एछन्,िछन्,ेछन्,नेछन्,लान्,छिन्,थिन्,पर्,इस्,थिइस्,छस्,इछस्,एछस्,िछस्,ेछस्,नेछस्,िस्,थिस्,छेस्,होस्",
  ]);

  function r_remove_category_1(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_0);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_del();
    } else {
      while (true) {
        lab0: {
          if (!s.eq_s_b("ए")) {
            break lab0;
          }
          break;
        }
        lab0: {
          if (!s.eq_s_b("े")) {
            break lab0;
          }
          break;
        }
        s.slice_del();
        break;
      }
    }
    return true;
  }

  function r_remove_category_2(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        lab0: {
          if (!s.eq_s_b("यौ")) {
            break lab0;
          }
          break;
        }
        lab0: {
          if (!s.eq_s_b("छौ")) {
            break lab0;
          }
          break;
        }
        lab0: {
          if (!s.eq_s_b("नौ")) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("थे")) {
          return false;
        }
        break;
      }
      s.slice_del();
    } else {
      if (!s.eq_s_b("त्र")) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_remove_category_3(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_2) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_remove_category_1();
    s.cursor = s.limit - v_1;
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        v_3 = s.limit - s.cursor;
        r_remove_category_2();
        s.cursor = s.limit - v_3;
        if (!r_remove_category_3()) {
          break lab0;
        }
        continue;
      }
      s.cursor = s.limit - v_2;
      break;
    }
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
