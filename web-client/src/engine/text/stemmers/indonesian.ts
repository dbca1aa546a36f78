// Generated from indonesian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_vowel = "aeiou";
  let I_prefix: number = 0;
  let I_measure: number = 0;
  const a_0 = s.among_b([null, "kah,lah,pun"]);
  const a_1 = s.among_b([null, "nya,ku,mu"]);
  const a_2 = s.among_b([null, "an", "i"]);
  const a_3 = s.among([null, "di,me,meng,ter", "men", "ke,peng", "pen", "mem", "pem"]);
  const a_4 = s.among([null, "pe", "be"]);

  function r_remove_particle(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_0) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    I_measure -= 1;
    return true;
  }

  function r_remove_possessive_pronoun(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_1) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    I_measure -= 1;
    return true;
  }

  function r_remove_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        v_1 = s.limit - s.cursor;
        lab0: {
          if (I_prefix === 3) {
            break lab0;
          }
          if (I_prefix === 2) {
            break lab0;
          }
          if (!s.eq_s_b("k")) {
            break lab0;
          }
          s.bra = s.cursor;
          break;
        }
        s.cursor = s.limit - v_1;
        if (I_prefix === 1) {
          return false;
        }
        break;
      }
    } else {
      if (I_prefix > 2) {
        return false;
      }
      lab0: {
        if (!s.eq_s_b("s")) {
          break lab0;
        }
        return false;
      }
    }
    s.slice_del();
    I_measure -= 1;
    return true;
  }

  function r_remove_first_order_prefix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    s.bra = s.cursor;
    among_var = s.find_among(a_3);
    if (among_var === 0) {
      return false;
    }
    s.ket = s.cursor;
    if (among_var === 1) {
      s.slice_del();
      I_prefix = 1;
      I_measure -= 1;
    } else if (among_var === 2) {
      while (true) {
        v_1 = s.cursor;
        lab0: {
          if (!s.eq_s("y")) {
            break lab0;
          }
          v_2 = s.cursor;
          if (!s.in_grouping(g_vowel)) {
            break lab0;
          }
          s.cursor = v_2;
          s.ket = s.cursor;
          s.slice_from("s");
          I_prefix = 1;
          I_measure -= 1;
          break;
        }
        s.cursor = v_1;
        s.slice_del();
        I_prefix = 1;
        I_measure -= 1;
        break;
      }
    } else if (among_var === 3) {
      s.slice_del();
      I_prefix = 3;
      I_measure -= 1;
    } else if (among_var === 4) {
      while (true) {
        v_3 = s.cursor;
        lab0: {
          if (!s.eq_s("y")) {
            break lab0;
          }
          v_4 = s.cursor;
          if (!s.in_grouping(g_vowel)) {
            break lab0;
          }
          s.cursor = v_4;
          s.ket = s.cursor;
          s.slice_from("s");
          I_prefix = 3;
          I_measure -= 1;
          break;
        }
        s.cursor = v_3;
        s.slice_del();
        I_prefix = 3;
        I_measure -= 1;
        break;
      }
    } else if (among_var === 5) {
      I_prefix = 1;
      I_measure -= 1;
      while (true) {
        v_5 = s.cursor;
        lab0: {
          v_6 = s.cursor;
          if (!s.in_grouping(g_vowel)) {
            break lab0;
          }
          s.cursor = v_6;
          s.slice_from("p");
          break;
        }
        s.cursor = v_5;
        s.slice_del();
        break;
      }
    } else {
      I_prefix = 3;
      I_measure -= 1;
      while (true) {
        v_7 = s.cursor;
        lab0: {
          v_8 = s.cursor;
          if (!s.in_grouping(g_vowel)) {
            break lab0;
          }
          s.cursor = v_8;
          s.slice_from("p");
          break;
        }
        s.cursor = v_7;
        s.slice_del();
        break;
      }
    }
    return true;
  }

  function r_remove_second_order_prefix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    s.bra = s.cursor;
    among_var = s.find_among(a_4);
    if (among_var === 0) {
      return false;
    }
    if (among_var === 1) {
      while (true) {
        v_1 = s.cursor;
        lab0: {
          if (!s.eq_s("r")) {
            break lab0;
          }
          s.ket = s.cursor;
          I_prefix = 2;
          break;
        }
        s.cursor = v_1;
        lab0: {
          if (!s.eq_s("l")) {
            break lab0;
          }
          s.ket = s.cursor;
          if (!s.eq_s("ajar")) {
            break lab0;
          }
          break;
        }
        s.cursor = v_1;
        s.ket = s.cursor;
        I_prefix = 2;
        break;
      }
    } else {
      while (true) {
        v_2 = s.cursor;
        lab0: {
          if (!s.eq_s("r")) {
            break lab0;
          }
          s.ket = s.cursor;
          break;
        }
        s.cursor = v_2;
        lab0: {
          if (!s.eq_s("l")) {
            break lab0;
          }
          s.ket = s.cursor;
          if (!s.eq_s("ajar")) {
            break lab0;
          }
          break;
        }
        s.cursor = v_2;
        s.ket = s.cursor;
        if (!s.out_grouping(g_vowel)) {
          return false;
        }
        if (!s.eq_s("er")) {
          return false;
        }
        break;
      }
      I_prefix = 4;
    }
    I_measure -= 1;
    s.slice_del();
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_10 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    I_measure = 0;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          if (!s.go_out_grouping(g_vowel)) {
            break lab1;
          }
          s.cursor += 1;
          I_measure += 1;
          continue;
        }
        s.cursor = v_2;
        break;
      }
    }
    s.cursor = v_1;
    if (I_measure <= 2) {
      return false;
    }
    I_prefix = 0;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_3 = s.limit - s.cursor;
    r_remove_particle();
    s.cursor = s.limit - v_3;
    if (I_measure <= 2) {
      return false;
    }
    v_4 = s.limit - s.cursor;
    r_remove_possessive_pronoun();
    s.cursor = s.limit - v_4;
    s.cursor = s.limit_backward;
    if (I_measure <= 2) {
      return false;
    }
    while (true) {
      v_5 = s.cursor;
      lab0: {
        v_6 = s.cursor;
        if (!r_remove_first_order_prefix()) {
          break lab0;
        }
        v_7 = s.cursor;
        lab1: {
          v_8 = s.cursor;
          if (I_measure <= 2) {
            break lab1;
          }
          s.limit_backward = s.cursor;
          s.cursor = s.limit;
          if (!r_remove_suffix()) {
            break lab1;
          }
          s.cursor = s.limit_backward;
          s.cursor = v_8;
          if (I_measure <= 2) {
            break lab1;
          }
          if (!r_remove_second_order_prefix()) {
            break lab1;
          }
        }
        s.cursor = v_7;
        s.cursor = v_6;
        break;
      }
      s.cursor = v_5;
      v_9 = s.cursor;
      r_remove_second_order_prefix();
      s.cursor = v_9;
      v_10 = s.cursor;
      lab0: {
        if (I_measure <= 2) {
          break lab0;
        }
        s.limit_backward = s.cursor;
        s.cursor = s.limit;
        if (!r_remove_suffix()) {
          break lab0;
        }
        s.cursor = s.limit_backward;
      }
      s.cursor = v_10;
      break;
    }
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
