// Generated from esperanto.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_vowel = "aeiou";
const g_aou = "aou";
const g_digit = "0123456789";
const a_0: readonly Among[] = [
  ["", -1, 14], ["-", 0, 13], ["cx", 0, 1], ["gx", 0, 2], ["hx", 0, 3], ["jx", 0, 4], ["q", 0, 12], ["sx", 0, 5],
  ["ux", 0, 6], ["w", 0, 12], ["x", 0, 12], ["y", 0, 12], ["á", 0, 7], ["é", 0, 8], ["í", 0, 9], ["ó", 0, 10],
  ["ú", 0, 11],
];
const a_1: readonly Among[] = [
  ["as", -1, -1], ["i", -1, -1], ["is", 1, -1], ["os", -1, -1], ["u", -1, -1], ["us", 4, -1],
];
const a_2: readonly Among[] = [
  ["ci", -1, -1], ["gi", -1, -1], ["hi", -1, -1], ["li", -1, -1], ["ili", 3, -1], ["ŝli", 3, -1], ["mi", -1, -1],
  ["ni", -1, -1], ["oni", 7, -1], ["ri", -1, -1], ["si", -1, -1], ["vi", -1, -1], ["ivi", 11, -1], ["ĝi", -1, -1],
  ["ŝi", -1, -1], ["iŝi", 14, -1], ["malŝi", 14, -1],
];
const a_3: readonly Among[] = [
  ["amb", -1, -1], ["bald", -1, -1], ["malbald", 1, -1], ["morg", -1, -1], ["postmorg", 3, -1], ["adi", -1, -1],
  ["hodi", -1, -1], ["ank", -1, -1], ["ĉirk", -1, -1], ["tutĉirk", 8, -1], ["presk", -1, -1], ["almen", -1, -1],
  ["apen", -1, -1], ["hier", -1, -1], ["antaŭhier", 13, -1], ["malgr", -1, -1], ["ankor", -1, -1], ["kontr", -1, -1],
  ["anstat", -1, -1], ["kvaz", -1, -1],
];
const a_4: readonly Among[] = [
  ["aliu", -1, -1], ["unu", -1, -1],
];
const a_5: readonly Among[] = [
  ["aha", -1, -1], ["haha", 0, -1], ["haleluja", -1, -1], ["hola", -1, -1], ["hosana", -1, -1], ["maltra", -1, -1],
  ["hura", -1, -1], ["ĥaĥa", -1, -1], ["ekde", -1, -1], ["elde", -1, -1], ["disde", -1, -1], ["ehe", -1, -1],
  ["maltre", -1, -1], ["dirlididi", -1, -1], ["malpli", -1, -1], ["malĉi", -1, -1], ["malkaj", -1, -1],
  ["amen", -1, -1], ["tamen", 17, -1], ["oho", -1, -1], ["maltro", -1, -1], ["minus", -1, -1], ["uhu", -1, -1],
  ["muu", -1, -1],
];
const a_6: readonly Among[] = [
  ["tri", -1, -1], ["du", -1, -1], ["unu", -1, -1],
];
const a_7: readonly Among[] = [
  ["dek", -1, -1], ["cent", -1, -1],
];
const a_8: readonly Among[] = [
  ["k", -1, -1], ["kelk", 0, -1], ["nen", -1, -1], ["t", -1, -1], ["mult", 3, -1], ["samt", 3, -1], ["ĉ", -1, -1],
];
const a_9: readonly Among[] = [
  ["a", -1, -1], ["e", -1, -1], ["i", -1, -1], ["j", -1, 1], ["aj", 3, -1], ["oj", 3, -1], ["n", -1, 1], ["an", 6, -1],
  ["en", 6, -1], ["jn", 6, 1], ["ajn", 9, -1], ["ojn", 9, -1], ["on", 6, -1], ["o", -1, -1], ["as", -1, -1],
  ["is", -1, -1], ["os", -1, -1], ["us", -1, -1], ["u", -1, -1],
];

function r_canonical_form(): boolean {
  let B_foreign = false;
  let among_var = 0;
  let v_1 = 0;
  B_foreign = false;
  while (true) {
    v_1 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      among_var = s.find_among(a_0);
      s.ket = s.cursor;
      if (among_var === 1) {
        s.slice_from("ĉ");
      } else if (among_var === 2) {
        s.slice_from("ĝ");
      } else if (among_var === 3) {
        s.slice_from("ĥ");
      } else if (among_var === 4) {
        s.slice_from("ĵ");
      } else if (among_var === 5) {
        s.slice_from("ŝ");
      } else if (among_var === 6) {
        s.slice_from("ŭ");
      } else if (among_var === 7) {
        s.slice_from("a");
        B_foreign = true;
      } else if (among_var === 8) {
        s.slice_from("e");
        B_foreign = true;
      } else if (among_var === 9) {
        s.slice_from("i");
        B_foreign = true;
      } else if (among_var === 10) {
        s.slice_from("o");
        B_foreign = true;
      } else if (among_var === 11) {
        s.slice_from("u");
        B_foreign = true;
      } else if (among_var === 12) {
        B_foreign = true;
      } else if (among_var === 13) {
        B_foreign = false;
      } else {
        if (s.cursor >= s.limit) {
          break lab0;
        }
        s.cursor += 1;
      }
      continue;
    }
    s.cursor = v_1;
    break;
  }
  return !B_foreign;
}

function r_initial_apostrophe(): boolean {
  s.bra = s.cursor;
  if (s.cursor === s.limit || s.current[s.cursor] !== "'") {
    return false;
  }
  s.cursor += 1;
  s.ket = s.cursor;
  if (!s.eq_s("st")) {
    return false;
  }
  if (s.find_among(a_1) === 0) {
    return false;
  }
  if (s.cursor < s.limit) {
    return false;
  }
  s.slice_from("e");
  return true;
}

function r_pronoun(): boolean {
  let v_1 = 0;
  s.ket = s.cursor;
  v_1 = s.limit - s.cursor;
  lab0: {
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "n") {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.cursor -= 1;
  }
  s.bra = s.cursor;
  if (s.find_among_b(a_2) === 0) {
    return false;
  }
  while (true) {
    lab0: {
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      break;
    }
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
      return false;
    }
    s.cursor -= 1;
    break;
  }
  s.slice_del();
  return true;
}

function r_final_apostrophe(): boolean {
  let v_1 = 0;
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "'") {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "l") {
        break lab0;
      }
      s.cursor -= 1;
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      s.slice_from("a");
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!s.eq_s_b("un")) {
        break lab0;
      }
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      s.slice_from("u");
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (s.find_among_b(a_3) === 0) {
        break lab0;
      }
      while (true) {
        lab1: {
          if (s.cursor > s.limit_backward) {
            break lab1;
          }
          break;
        }
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      s.slice_from("aŭ");
      break;
    }
    s.cursor = s.limit - v_1;
    s.slice_from("o");
    break;
  }
  return true;
}

function r_ujn_suffix(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  s.ket = s.cursor;
  v_1 = s.limit - s.cursor;
  lab0: {
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "n") {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.cursor -= 1;
  }
  v_2 = s.limit - s.cursor;
  lab0: {
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "j") {
      s.cursor = s.limit - v_2;
      break lab0;
    }
    s.cursor -= 1;
  }
  s.bra = s.cursor;
  if (s.find_among_b(a_4) === 0) {
    return false;
  }
  while (true) {
    lab0: {
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      break;
    }
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
      return false;
    }
    s.cursor -= 1;
    break;
  }
  s.slice_del();
  return true;
}

function r_uninflected(): boolean {
  if (s.find_among_b(a_5) === 0) {
    return false;
  }
  while (true) {
    lab0: {
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      break;
    }
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
      return false;
    }
    s.cursor -= 1;
    break;
  }
  return true;
}

function r_merged_numeral(): boolean {
  if (s.find_among_b(a_6) === 0) {
    return false;
  }
  return s.find_among_b(a_7) !== 0;
}

function r_correlative(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  let v_5 = 0;
  let v_6 = 0;
  s.ket = s.cursor;
  s.bra = s.cursor;
  v_1 = s.limit - s.cursor;
  while (true) {
    v_2 = s.limit - s.cursor;
    lab0: {
      v_3 = s.limit - s.cursor;
      lab1: {
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "n") {
          s.cursor = s.limit - v_3;
          break lab1;
        }
        s.cursor -= 1;
      }
      s.bra = s.cursor;
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "e") {
        break lab0;
      }
      s.cursor -= 1;
      break;
    }
    s.cursor = s.limit - v_2;
    v_4 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "n") {
        s.cursor = s.limit - v_4;
        break lab0;
      }
      s.cursor -= 1;
    }
    v_5 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "j") {
        s.cursor = s.limit - v_5;
        break lab0;
      }
      s.cursor -= 1;
    }
    s.bra = s.cursor;
    if (!s.in_grouping_b(g_aou)) {
      return false;
    }
    break;
  }
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "i") {
    return false;
  }
  s.cursor -= 1;
  v_6 = s.limit - s.cursor;
  lab0: {
    if (s.find_among_b(a_8) === 0) {
      s.cursor = s.limit - v_6;
      break lab0;
    }
  }
  while (true) {
    lab0: {
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      break;
    }
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
      return false;
    }
    s.cursor -= 1;
    break;
  }
  s.cursor = s.limit - v_1;
  s.slice_del();
  return true;
}

function r_long_word(): boolean {
  let v_1 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      for (let round = 0; round < 2; round++) {
        if (!s.go_out_grouping_b(g_vowel)) {
          break lab0;
        }
        s.cursor -= 1;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      while (true) {
        lab1: {
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
            break lab1;
          }
          s.cursor -= 1;
          break;
        }
        if (s.cursor <= s.limit_backward) {
          break lab0;
        }
        s.cursor -= 1;
      }
      if (s.cursor <= s.limit_backward) {
        break lab0;
      }
      s.cursor -= 1;
      break;
    }
    s.cursor = s.limit - v_1;
    if (!s.go_out_grouping_b(g_digit)) {
      return false;
    }
    s.cursor -= 1;
    break;
  }
  return true;
}

function r_standard_suffix(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_2 = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_9);
  if (among_var === 0) {
    return false;
  }
  if (among_var === 1) {
    v_1 = s.limit - s.cursor;
    while (true) {
      lab0: {
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      if (!s.in_grouping_b(g_digit)) {
        return false;
      }
      break;
    }
    s.cursor = s.limit - v_1;
  }
  v_2 = s.limit - s.cursor;
  lab0: {
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "-") {
      s.cursor = s.limit - v_2;
      break lab0;
    }
    s.cursor -= 1;
  }
  s.bra = s.cursor;
  s.slice_del();
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  let v_5 = 0;
  let v_6 = 0;
  let v_7 = 0;
  let v_8 = 0;
  let v_9 = 0;
  v_1 = s.cursor;
  if (!r_canonical_form()) {
    return false;
  }
  s.cursor = v_1;
  v_2 = s.cursor;
  r_initial_apostrophe();
  s.cursor = v_2;
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_3 = s.limit - s.cursor;
  lab0: {
    if (!r_pronoun()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_3;
  v_4 = s.limit - s.cursor;
  r_final_apostrophe();
  s.cursor = s.limit - v_4;
  v_5 = s.limit - s.cursor;
  lab0: {
    if (!r_correlative()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_5;
  v_6 = s.limit - s.cursor;
  lab0: {
    if (!r_uninflected()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_6;
  v_7 = s.limit - s.cursor;
  lab0: {
    if (!r_merged_numeral()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_7;
  v_8 = s.limit - s.cursor;
  lab0: {
    if (!r_ujn_suffix()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_8;
  v_9 = s.limit - s.cursor;
  if (!r_long_word()) {
    return false;
  }
  s.cursor = s.limit - v_9;
  if (!r_standard_suffix()) {
    return false;
  }
  s.cursor = s.limit_backward;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "áéíóúĉĝĥĵŝŭ";

export const stopWords =
  "";
