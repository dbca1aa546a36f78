// Generated from turkish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_vowel = "aeiouöüı";
const g_U = "iuüı";
const g_vowel1 = "aouı";
const g_vowel2 = "eiöü";
const g_vowel3 = "aı";
const g_vowel4 = "ei";
const g_vowel5 = "ou";
const g_vowel6 = "öü";
let B_continue_stemming_noun_suffixes: boolean = false;
const a_0: readonly Among[] = [
  ["m", -1, -1], ["n", -1, -1], ["miz", -1, -1], ["niz", -1, -1], ["muz", -1, -1], ["nuz", -1, -1], ["müz", -1, -1],
  ["nüz", -1, -1], ["mız", -1, -1], ["nız", -1, -1],
];
const a_1: readonly Among[] = [
  ["leri", -1, -1], ["ları", -1, -1],
];
const a_2: readonly Among[] = [
  ["ni", -1, -1], ["nu", -1, -1], ["nü", -1, -1], ["nı", -1, -1],
];
const a_3: readonly Among[] = [
  ["in", -1, -1], ["un", -1, -1], ["ün", -1, -1], ["ın", -1, -1],
];
const a_4: readonly Among[] = [
  ["a", -1, -1], ["e", -1, -1],
];
const a_5: readonly Among[] = [
  ["na", -1, -1], ["ne", -1, -1],
];
const a_6: readonly Among[] = [
  ["da", -1, -1], ["ta", -1, -1], ["de", -1, -1], ["te", -1, -1],
];
const a_7: readonly Among[] = [
  ["nda", -1, -1], ["nde", -1, -1],
];
const a_8: readonly Among[] = [
  ["dan", -1, -1], ["tan", -1, -1], ["den", -1, -1], ["ten", -1, -1],
];
const a_9: readonly Among[] = [
  ["ndan", -1, -1], ["nden", -1, -1],
];
const a_10: readonly Among[] = [
  ["la", -1, -1], ["le", -1, -1],
];
const a_11: readonly Among[] = [
  ["ca", -1, -1], ["ce", -1, -1],
];
const a_12: readonly Among[] = [
  ["im", -1, -1], ["um", -1, -1], ["üm", -1, -1], ["ım", -1, -1],
];
const a_13: readonly Among[] = [
  ["sin", -1, -1], ["sun", -1, -1], ["sün", -1, -1], ["sın", -1, -1],
];
const a_14: readonly Among[] = [
  ["iz", -1, -1], ["uz", -1, -1], ["üz", -1, -1], ["ız", -1, -1],
];
const a_15: readonly Among[] = [
  ["siniz", -1, -1], ["sunuz", -1, -1], ["sünüz", -1, -1], ["sınız", -1, -1],
];
const a_16: readonly Among[] = [
  ["lar", -1, -1], ["ler", -1, -1],
];
const a_17: readonly Among[] = [
  ["niz", -1, -1], ["nuz", -1, -1], ["nüz", -1, -1], ["nız", -1, -1],
];
const a_18: readonly Among[] = [
  ["dir", -1, -1], ["tir", -1, -1], ["dur", -1, -1], ["tur", -1, -1], ["dür", -1, -1], ["tür", -1, -1], ["dır", -1, -1],
  ["tır", -1, -1],
];
const a_19: readonly Among[] = [
  ["casına", -1, -1], ["cesine", -1, -1],
];
const a_20: readonly Among[] = [
  ["di", -1, -1], ["ti", -1, -1], ["dik", -1, -1], ["tik", -1, -1], ["duk", -1, -1], ["tuk", -1, -1], ["dük", -1, -1],
  ["tük", -1, -1], ["dık", -1, -1], ["tık", -1, -1], ["dim", -1, -1], ["tim", -1, -1], ["dum", -1, -1], ["tum", -1, -1],
  ["düm", -1, -1], ["tüm", -1, -1], ["dım", -1, -1], ["tım", -1, -1], ["din", -1, -1], ["tin", -1, -1], ["dun", -1, -1],
  ["tun", -1, -1], ["dün", -1, -1], ["tün", -1, -1], ["dın", -1, -1], ["tın", -1, -1], ["du", -1, -1], ["tu", -1, -1],
  ["dü", -1, -1], ["tü", -1, -1], ["dı", -1, -1], ["tı", -1, -1],
];
const a_21: readonly Among[] = [
  ["sa", -1, -1], ["se", -1, -1], ["sak", -1, -1], ["sek", -1, -1], ["sam", -1, -1], ["sem", -1, -1], ["san", -1, -1],
  ["sen", -1, -1],
];
const a_22: readonly Among[] = [
  ["miş", -1, -1], ["muş", -1, -1], ["müş", -1, -1], ["mış", -1, -1],
];
const a_23: readonly Among[] = [
  ["b", -1, 1], ["c", -1, 2], ["d", -1, 3], ["ğ", -1, 4],
];
const as_23 = ["p", "ç", "t", "k"] as const;

function r_check_vowel_harmony(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  v_1 = s.limit - s.cursor;
  if (!s.go_out_grouping_b(g_vowel)) {
    return false;
  }
  while (true) {
    v_2 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "a") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel1)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "e") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel2)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ı") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel3)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "i") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel4)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "o") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel5)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ö") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel6)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "u") {
        break lab0;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_vowel5)) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_2;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ü") {
      return false;
    }
    s.cursor -= 1;
    if (!s.go_out_grouping_b(g_vowel6)) {
      return false;
    }
    break;
  }
  s.cursor = s.limit - v_1;
  return true;
}

function r_mark_suffix_with_optional_n_consonant(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "n") {
        break lab0;
      }
      s.cursor -= 1;
      v_2 = s.limit - s.cursor;
      if (!s.in_grouping_b(g_vowel)) {
        break lab0;
      }
      s.cursor = s.limit - v_2;
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "n") {
        break lab0;
      }
      s.cursor -= 1;
      return false;
    }
    v_3 = s.limit - s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    if (!s.in_grouping_b(g_vowel)) {
      return false;
    }
    s.cursor = s.limit - v_3;
    break;
  }
  return true;
}

function r_mark_suffix_with_optional_s_consonant(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "s") {
        break lab0;
      }
      s.cursor -= 1;
      v_2 = s.limit - s.cursor;
      if (!s.in_grouping_b(g_vowel)) {
        break lab0;
      }
      s.cursor = s.limit - v_2;
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "s") {
        break lab0;
      }
      s.cursor -= 1;
      return false;
    }
    v_3 = s.limit - s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    if (!s.in_grouping_b(g_vowel)) {
      return false;
    }
    s.cursor = s.limit - v_3;
    break;
  }
  return true;
}

function r_mark_suffix_with_optional_y_consonant(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "y") {
        break lab0;
      }
      s.cursor -= 1;
      v_2 = s.limit - s.cursor;
      if (!s.in_grouping_b(g_vowel)) {
        break lab0;
      }
      s.cursor = s.limit - v_2;
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "y") {
        break lab0;
      }
      s.cursor -= 1;
      return false;
    }
    v_3 = s.limit - s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    if (!s.in_grouping_b(g_vowel)) {
      return false;
    }
    s.cursor = s.limit - v_3;
    break;
  }
  return true;
}

function r_mark_suffix_with_optional_U_vowel(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!s.in_grouping_b(g_U)) {
        break lab0;
      }
      v_2 = s.limit - s.cursor;
      if (!s.out_grouping_b(g_vowel)) {
        break lab0;
      }
      s.cursor = s.limit - v_2;
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!s.in_grouping_b(g_U)) {
        break lab0;
      }
      return false;
    }
    v_3 = s.limit - s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    if (!s.out_grouping_b(g_vowel)) {
      return false;
    }
    s.cursor = s.limit - v_3;
    break;
  }
  return true;
}

function r_mark_possessives(): boolean {
  if (s.find_among_b(a_0) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_U_vowel();
}

function r_mark_sU(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (!s.in_grouping_b(g_U)) {
    return false;
  }
  return r_mark_suffix_with_optional_s_consonant();
}

function r_mark_lArI(): boolean {
  return s.find_among_b(a_1) !== 0;
}

function r_mark_yU(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (!s.in_grouping_b(g_U)) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_nU(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_2) !== 0;
}

function r_mark_nUn(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_3) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_n_consonant();
}

function r_mark_yA(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_4) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_nA(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_5) !== 0;
}

function r_mark_DA(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_6) !== 0;
}

function r_mark_ndA(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_7) !== 0;
}

function r_mark_DAn(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_8) !== 0;
}

function r_mark_ndAn(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_9) !== 0;
}

function r_mark_ylA(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_10) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_ncA(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_11) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_n_consonant();
}

function r_mark_yUm(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_12) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_sUn(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_13) !== 0;
}

function r_mark_yUz(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_14) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_sUnUz(): boolean {
  return s.find_among_b(a_15) !== 0;
}

function r_mark_lAr(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_16) !== 0;
}

function r_mark_nUz(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_17) !== 0;
}

function r_mark_DUr(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  return s.find_among_b(a_18) !== 0;
}

function r_mark_cAsInA(): boolean {
  return s.find_among_b(a_19) !== 0;
}

function r_mark_yDU(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_20) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_ysA(): boolean {
  if (s.find_among_b(a_21) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_ymUs_(): boolean {
  if (!r_check_vowel_harmony()) {
    return false;
  }
  if (s.find_among_b(a_22) === 0) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_mark_yken(): boolean {
  if (!s.eq_s_b("ken")) {
    return false;
  }
  return r_mark_suffix_with_optional_y_consonant();
}

function r_stem_nominal_verb_suffixes(): boolean {
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
  s.ket = s.cursor;
  B_continue_stemming_noun_suffixes = true;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      while (true) {
        v_2 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_ymUs_()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_2;
        lab1: {
          if (!r_mark_yDU()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_2;
        lab1: {
          if (!r_mark_ysA()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_2;
        if (!r_mark_yken()) {
          break lab0;
        }
        break;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!r_mark_cAsInA()) {
        break lab0;
      }
      while (true) {
        v_3 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_sUnUz()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        lab1: {
          if (!r_mark_lAr()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        lab1: {
          if (!r_mark_yUm()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        lab1: {
          if (!r_mark_sUn()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        lab1: {
          if (!r_mark_yUz()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        break;
      }
      if (!r_mark_ymUs_()) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!r_mark_lAr()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_4 = s.limit - s.cursor;
      lab1: {
        s.ket = s.cursor;
        while (true) {
          v_5 = s.limit - s.cursor;
          lab2: {
            if (!r_mark_DUr()) {
              break lab2;
            }
            break;
          }
          s.cursor = s.limit - v_5;
          lab2: {
            if (!r_mark_yDU()) {
              break lab2;
            }
            break;
          }
          s.cursor = s.limit - v_5;
          lab2: {
            if (!r_mark_ysA()) {
              break lab2;
            }
            break;
          }
          s.cursor = s.limit - v_5;
          if (!r_mark_ymUs_()) {
            s.cursor = s.limit - v_4;
            break lab1;
          }
          break;
        }
      }
      B_continue_stemming_noun_suffixes = false;
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!r_mark_nUz()) {
        break lab0;
      }
      while (true) {
        v_6 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_yDU()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_6;
        if (!r_mark_ysA()) {
          break lab0;
        }
        break;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      while (true) {
        v_7 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_sUnUz()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_7;
        lab1: {
          if (!r_mark_yUz()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_7;
        lab1: {
          if (!r_mark_sUn()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_7;
        if (!r_mark_yUm()) {
          break lab0;
        }
        break;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_8 = s.limit - s.cursor;
      lab1: {
        s.ket = s.cursor;
        if (!r_mark_ymUs_()) {
          s.cursor = s.limit - v_8;
          break lab1;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    if (!r_mark_DUr()) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    v_9 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      while (true) {
        v_10 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_sUnUz()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_10;
        lab1: {
          if (!r_mark_lAr()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_10;
        lab1: {
          if (!r_mark_yUm()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_10;
        lab1: {
          if (!r_mark_sUn()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_10;
        lab1: {
          if (!r_mark_yUz()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_10;
        break;
      }
      if (!r_mark_ymUs_()) {
        s.cursor = s.limit - v_9;
        break lab0;
      }
    }
    break;
  }
  s.bra = s.cursor;
  s.slice_del();
  return true;
}

function r_stem_suffix_chain_before_ki(): boolean {
  let v_1 = 0;
  let v_10 = 0;
  let v_11 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  let v_5 = 0;
  let v_6 = 0;
  let v_7 = 0;
  let v_8 = 0;
  let v_9 = 0;
  s.ket = s.cursor;
  if (!s.eq_s_b("ki")) {
    return false;
  }
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!r_mark_DA()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_2 = s.limit - s.cursor;
      lab1: {
        s.ket = s.cursor;
        while (true) {
          v_3 = s.limit - s.cursor;
          lab2: {
            if (!r_mark_lAr()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_4 = s.limit - s.cursor;
            lab3: {
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_4;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_3;
          if (!r_mark_possessives()) {
            s.cursor = s.limit - v_2;
            break lab1;
          }
          s.bra = s.cursor;
          s.slice_del();
          v_5 = s.limit - s.cursor;
          lab2: {
            s.ket = s.cursor;
            if (!r_mark_lAr()) {
              s.cursor = s.limit - v_5;
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_5;
              break lab2;
            }
          }
          break;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!r_mark_nUn()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_6 = s.limit - s.cursor;
      lab1: {
        s.ket = s.cursor;
        while (true) {
          v_7 = s.limit - s.cursor;
          lab2: {
            if (!r_mark_lArI()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            break;
          }
          s.cursor = s.limit - v_7;
          lab2: {
            s.ket = s.cursor;
            while (true) {
              v_8 = s.limit - s.cursor;
              lab3: {
                if (!r_mark_possessives()) {
                  break lab3;
                }
                break;
              }
              s.cursor = s.limit - v_8;
              if (!r_mark_sU()) {
                break lab2;
              }
              break;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_9 = s.limit - s.cursor;
            lab3: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_9;
                break lab3;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_9;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_7;
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_6;
            break lab1;
          }
          break;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    if (!r_mark_ndA()) {
      return false;
    }
    while (true) {
      v_10 = s.limit - s.cursor;
      lab0: {
        if (!r_mark_lArI()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        break;
      }
      s.cursor = s.limit - v_10;
      lab0: {
        if (!r_mark_sU()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_11 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          if (!r_mark_lAr()) {
            s.cursor = s.limit - v_11;
            break lab1;
          }
          s.bra = s.cursor;
          s.slice_del();
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_11;
            break lab1;
          }
        }
        break;
      }
      s.cursor = s.limit - v_10;
      if (!r_stem_suffix_chain_before_ki()) {
        return false;
      }
      break;
    }
    break;
  }
  return true;
}

function r_stem_noun_suffixes(): boolean {
  let v_1 = 0;
  let v_10 = 0;
  let v_11 = 0;
  let v_12 = 0;
  let v_13 = 0;
  let v_14 = 0;
  let v_15 = 0;
  let v_16 = 0;
  let v_17 = 0;
  let v_18 = 0;
  let v_19 = 0;
  let v_2 = 0;
  let v_20 = 0;
  let v_21 = 0;
  let v_22 = 0;
  let v_23 = 0;
  let v_24 = 0;
  let v_25 = 0;
  let v_26 = 0;
  let v_27 = 0;
  let v_3 = 0;
  let v_4 = 0;
  let v_5 = 0;
  let v_6 = 0;
  let v_7 = 0;
  let v_8 = 0;
  let v_9 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!r_mark_lAr()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_2 = s.limit - s.cursor;
      lab1: {
        if (!r_stem_suffix_chain_before_ki()) {
          s.cursor = s.limit - v_2;
          break lab1;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      if (!r_mark_ncA()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_3 = s.limit - s.cursor;
      lab1: {
        while (true) {
          v_4 = s.limit - s.cursor;
          lab2: {
            s.ket = s.cursor;
            if (!r_mark_lArI()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            break;
          }
          s.cursor = s.limit - v_4;
          lab2: {
            s.ket = s.cursor;
            while (true) {
              v_5 = s.limit - s.cursor;
              lab3: {
                if (!r_mark_possessives()) {
                  break lab3;
                }
                break;
              }
              s.cursor = s.limit - v_5;
              if (!r_mark_sU()) {
                break lab2;
              }
              break;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_6 = s.limit - s.cursor;
            lab3: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_6;
                break lab3;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_6;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_4;
          s.ket = s.cursor;
          if (!r_mark_lAr()) {
            s.cursor = s.limit - v_3;
            break lab1;
          }
          s.bra = s.cursor;
          s.slice_del();
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_3;
            break lab1;
          }
          break;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      while (true) {
        v_7 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_ndA()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_7;
        if (!r_mark_nA()) {
          break lab0;
        }
        break;
      }
      while (true) {
        v_8 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_lArI()) {
            break lab1;
          }
          s.bra = s.cursor;
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_8;
        lab1: {
          if (!r_mark_sU()) {
            break lab1;
          }
          s.bra = s.cursor;
          s.slice_del();
          v_9 = s.limit - s.cursor;
          lab2: {
            s.ket = s.cursor;
            if (!r_mark_lAr()) {
              s.cursor = s.limit - v_9;
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_9;
              break lab2;
            }
          }
          break;
        }
        s.cursor = s.limit - v_8;
        if (!r_stem_suffix_chain_before_ki()) {
          break lab0;
        }
        break;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      while (true) {
        v_10 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_ndAn()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_10;
        if (!r_mark_nU()) {
          break lab0;
        }
        break;
      }
      while (true) {
        v_11 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_sU()) {
            break lab1;
          }
          s.bra = s.cursor;
          s.slice_del();
          v_12 = s.limit - s.cursor;
          lab2: {
            s.ket = s.cursor;
            if (!r_mark_lAr()) {
              s.cursor = s.limit - v_12;
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_12;
              break lab2;
            }
          }
          break;
        }
        s.cursor = s.limit - v_11;
        if (!r_mark_lArI()) {
          break lab0;
        }
        break;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      if (!r_mark_DAn()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_13 = s.limit - s.cursor;
      lab1: {
        s.ket = s.cursor;
        while (true) {
          v_14 = s.limit - s.cursor;
          lab2: {
            if (!r_mark_possessives()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_15 = s.limit - s.cursor;
            lab3: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_15;
                break lab3;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_15;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_14;
          lab2: {
            if (!r_mark_lAr()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_16 = s.limit - s.cursor;
            lab3: {
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_16;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_14;
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_13;
            break lab1;
          }
          break;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      while (true) {
        v_17 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_nUn()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_17;
        if (!r_mark_ylA()) {
          break lab0;
        }
        break;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_18 = s.limit - s.cursor;
      lab1: {
        while (true) {
          v_19 = s.limit - s.cursor;
          lab2: {
            s.ket = s.cursor;
            if (!r_mark_lAr()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            if (!r_stem_suffix_chain_before_ki()) {
              break lab2;
            }
            break;
          }
          s.cursor = s.limit - v_19;
          lab2: {
            s.ket = s.cursor;
            while (true) {
              v_20 = s.limit - s.cursor;
              lab3: {
                if (!r_mark_possessives()) {
                  break lab3;
                }
                break;
              }
              s.cursor = s.limit - v_20;
              if (!r_mark_sU()) {
                break lab2;
              }
              break;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_21 = s.limit - s.cursor;
            lab3: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_21;
                break lab3;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_21;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_19;
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_18;
            break lab1;
          }
          break;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      if (!r_mark_lArI()) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      if (!r_stem_suffix_chain_before_ki()) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      s.ket = s.cursor;
      while (true) {
        v_22 = s.limit - s.cursor;
        lab1: {
          if (!r_mark_DA()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_22;
        lab1: {
          if (!r_mark_yU()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_22;
        if (!r_mark_yA()) {
          break lab0;
        }
        break;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_23 = s.limit - s.cursor;
      lab1: {
        s.ket = s.cursor;
        while (true) {
          v_24 = s.limit - s.cursor;
          lab2: {
            if (!r_mark_possessives()) {
              break lab2;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_25 = s.limit - s.cursor;
            lab3: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_25;
                break lab3;
              }
            }
            break;
          }
          s.cursor = s.limit - v_24;
          if (!r_mark_lAr()) {
            s.cursor = s.limit - v_23;
            break lab1;
          }
          break;
        }
        s.bra = s.cursor;
        s.slice_del();
        s.ket = s.cursor;
        if (!r_stem_suffix_chain_before_ki()) {
          s.cursor = s.limit - v_23;
          break lab1;
        }
      }
      break;
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    while (true) {
      v_26 = s.limit - s.cursor;
      lab0: {
        if (!r_mark_possessives()) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_26;
      if (!r_mark_sU()) {
        return false;
      }
      break;
    }
    s.bra = s.cursor;
    s.slice_del();
    v_27 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!r_mark_lAr()) {
        s.cursor = s.limit - v_27;
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      if (!r_stem_suffix_chain_before_ki()) {
        s.cursor = s.limit - v_27;
        break lab0;
      }
    }
    break;
  }
  return true;
}

function r_post_process_last_consonants(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_23);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  s.slice_from(as_23[among_var - 1]!);
  return true;
}

function r_append_U_to_stems_ending_with_d_or_g(): boolean {
  let v_1 = 0;
  s.ket = s.cursor;
  s.bra = s.cursor;
  while (true) {
    lab0: {
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "d") {
        break lab0;
      }
      s.cursor -= 1;
      break;
    }
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "g") {
      return false;
    }
    s.cursor -= 1;
    break;
  }
  if (!s.go_out_grouping_b(g_vowel)) {
    return false;
  }
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      while (true) {
        lab1: {
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "a") {
            break lab1;
          }
          s.cursor -= 1;
          break;
        }
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ı") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      s.slice_from("ı");
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      while (true) {
        lab1: {
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "e") {
            break lab1;
          }
          s.cursor -= 1;
          break;
        }
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "i") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      s.slice_from("i");
      break;
    }
    s.cursor = s.limit - v_1;
    lab0: {
      while (true) {
        lab1: {
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "o") {
            break lab1;
          }
          s.cursor -= 1;
          break;
        }
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "u") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      s.slice_from("u");
      break;
    }
    s.cursor = s.limit - v_1;
    while (true) {
      lab0: {
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ö") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ü") {
        return false;
      }
      s.cursor -= 1;
      break;
    }
    s.slice_from("ü");
    break;
  }
  return true;
}

function r_is_reserved_word(): boolean {
  let v_1 = 0;
  if (!s.eq_s_b("ad")) {
    return false;
  }
  v_1 = s.limit - s.cursor;
  lab0: {
    if (!s.eq_s_b("soy")) {
      s.cursor = s.limit - v_1;
      break lab0;
    }
  }
  return s.cursor <= s.limit_backward;
}

function r_remove_proper_noun_suffix(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  v_1 = s.cursor;
  lab0: {
    s.bra = s.cursor;
    while (true) {
      v_2 = s.cursor;
      lab1: {
        lab2: {
          if (s.cursor === s.limit || s.current[s.cursor] !== "'") {
            break lab2;
          }
          s.cursor += 1;
          break lab1;
        }
        s.cursor = v_2;
        break;
      }
      s.cursor = v_2;
      if (s.cursor >= s.limit) {
        break lab0;
      }
      s.cursor += 1;
    }
    s.ket = s.cursor;
    s.slice_del();
  }
  s.cursor = v_1;
  v_3 = s.cursor;
  lab0: {
    if (s.cursor + 2 > s.limit) {
      break lab0;
    }
    s.cursor += 2;
    while (true) {
      v_4 = s.cursor;
      lab1: {
        if (s.cursor === s.limit || s.current[s.cursor] !== "'") {
          break lab1;
        }
        s.cursor += 1;
        s.cursor = v_4;
        break;
      }
      s.cursor = v_4;
      if (s.cursor >= s.limit) {
        break lab0;
      }
      s.cursor += 1;
    }
    s.bra = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    s.slice_del();
  }
  s.cursor = v_3;
  return true;
}

function r_more_than_one_syllable_word(): boolean {
  let v_1 = 0;
  v_1 = s.cursor;
  for (let round = 0; round < 2; round++) {
    if (!s.go_out_grouping(g_vowel)) {
      return false;
    }
    s.cursor += 1;
  }
  s.cursor = v_1;
  return true;
}

function r_postlude(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_1 = s.limit - s.cursor;
  lab0: {
    if (!r_is_reserved_word()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_1;
  v_2 = s.limit - s.cursor;
  r_append_U_to_stems_ending_with_d_or_g();
  s.cursor = s.limit - v_2;
  v_3 = s.limit - s.cursor;
  r_post_process_last_consonants();
  s.cursor = s.limit - v_3;
  s.cursor = s.limit_backward;
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  r_remove_proper_noun_suffix();
  if (!r_more_than_one_syllable_word()) {
    return false;
  }
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_1 = s.limit - s.cursor;
  r_stem_nominal_verb_suffixes();
  s.cursor = s.limit - v_1;
  if (!B_continue_stemming_noun_suffixes) {
    return false;
  }
  v_2 = s.limit - s.cursor;
  r_stem_noun_suffixes();
  s.cursor = s.limit - v_2;
  s.cursor = s.limit_backward;
  return r_postlude();
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "çöüğış";

export const stopWords =
  "";
