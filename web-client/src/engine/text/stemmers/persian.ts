// Generated from persian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

let I_p1: number = 0;
let B_remove_verb_person_endings: boolean = false;
let B_saw_present_prefix: boolean = false;
const a_0: readonly Among[] = [
  ["", -1, 7], [" ", 0, 6], ["أ", 0, 4], ["ؤ", 0, 5], ["إ", 0, 4], ["ئ", 0, 2], ["ة", 0, 3], ["ك", 0, 1], ["ي", 0, 2],
  ["ہ", 0, 3], ["\u200d", 0, 6],
];
const a_1: readonly Among[] = [
  ["می\u200c", -1, 2], ["نمی\u200c", -1, 1],
];
const a_2: readonly Among[] = [
  ["ستان", -1, -1], ["ران", -1, -1], ["سان", -1, -1], ["وان", -1, -1],
];
const a_3: readonly Among[] = [
  ["آذربایجان", -1, 1], ["همدان", -1, 1], ["خاندان", -1, 1], ["زندان", -1, 1], ["میزان", -1, 1], ["درخشان", -1, 1],
  ["آتشفشان", -1, 1], ["نشان", -1, 1], ["کهکشان", -1, 1], ["ایشان", -1, 1], ["پریشان", -1, 1], ["سلطان", -1, 1],
  ["گیلان", -1, 1], ["ساختمان", -1, 1], ["رمان", -1, 1], ["درمان", 14, 1], ["قهرمان", 14, 1], ["کرمان", 14, 1],
  ["سازمان", -1, 1], ["همزمان", -1, 1], ["آسمان", -1, 1], ["آلمان", -1, 1], ["مسلمان", -1, 1], ["ایمان", -1, 1],
  ["سلیمان", -1, 1], ["پیمان", -1, 1], ["لبنان", -1, 1], ["یونان", -1, 1], ["اصفهان", -1, 1], ["امکان", -1, 1],
  ["پایان", -1, 1], ["بیان", -1, 1], ["جریان", -1, 1],
];
const a_4: readonly Among[] = [
  ["اساتید", -1, 2], ["اخبار", -1, 1],
];
const as_4 = ["خبر", "استاد"] as const;
const a_5: readonly Among[] = [
  ["ها", -1, 1], ["ات", -1, 1], ["یت", -1, 1], ["مند", -1, 1], ["وار", -1, 1], ["گار", -1, 1], ["تر", -1, 2],
  ["اش", -1, 1], ["ام", -1, 1], ["ان", -1, 1], ["بان", 9, 1], ["گان", 9, 1], ["یان", 9, 1], ["ین", -1, 1],
  ["ترین", 13, 1], ["گاه", -1, 1], ["انه", -1, 1], ["ناک", -1, 1], ["های", -1, 1], ["انی", -1, 1], ["گی", -1, 1],
  ["یی", -1, 1],
];
const a_6: readonly Among[] = [
  ["است", -1, 1], ["اند", -1, 1], ["ید", -1, 1], ["اید", 2, 1], ["اس", -1, 1], ["یم", -1, 1], ["ایم", 5, 1],
  ["ای", -1, 1],
];
const a_7: readonly Among[] = [
  ["د", -1, 1], ["اند", 0, 1], ["رفتاند", 1, 2], ["ید", 0, 1], ["رفتید", 3, 2], ["م", -1, 1], ["ام", 5, 1],
  ["رفتم", 5, 2], ["یم", 5, 1], ["رفتیم", 8, 2], ["ان", -1, 3], ["ته", -1, 5], ["ده", -1, 4], ["نده", 12, 3],
  ["رفتی", -1, 2],
];

function r_Normalize_Characters(): boolean {
  let among_var = 0;
  let v_1 = 0;
  while (true) {
    v_1 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      among_var = s.find_among(a_0);
      s.ket = s.cursor;
      if (among_var === 1) {
        s.slice_from("ک");
      } else if (among_var === 2) {
        s.slice_from("ی");
      } else if (among_var === 3) {
        s.slice_from("ه");
      } else if (among_var === 4) {
        s.slice_from("ا");
      } else if (among_var === 5) {
        s.slice_from("و");
      } else if (among_var === 6) {
        s.slice_del();
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
  return true;
}

function r_Prefixes(): boolean {
  let among_var = 0;
  s.bra = s.cursor;
  among_var = s.find_among(a_1);
  if (among_var === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (among_var === 1) {
    if (s.cursor + 2 > s.limit) {
      return false;
    }
    s.cursor += 2;
    B_saw_present_prefix = true;
  } else {
    if (s.cursor + 2 > s.limit) {
      return false;
    }
    s.cursor += 2;
    s.slice_del();
    B_saw_present_prefix = true;
  }
  return true;
}

function r_Delete_ZWNJ(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  while (true) {
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          s.bra = s.cursor;
          if (s.cursor === s.limit || s.current[s.cursor] !== "\u200c") {
            break lab1;
          }
          s.cursor += 1;
          s.ket = s.cursor;
          s.slice_del();
          s.cursor = v_2;
          break;
        }
        s.cursor = v_2;
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
  return true;
}

function r_R1(): boolean {
  return I_p1 <= s.cursor;
}

function r_Protect_Lexical_AN(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  v_1 = s.limit - s.cursor;
  lab0: {
    if (!r_AN_Exception()) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_1;
  v_2 = s.limit - s.cursor;
  lab0: {
    if (s.find_among_b(a_2) === 0) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_2;
  return true;
}

function r_AN_Exception(): boolean {
  if (s.find_among_b(a_3) === 0) {
    return false;
  }
  if (s.cursor > s.limit_backward) {
    return false;
  }
  return true;
}

function r_Irregular_Noun(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_4);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  s.slice_from(as_4[among_var - 1]!);
  return true;
}

function r_Stem_Noun_or_Adjective(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_3 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!r_Irregular_Noun()) {
        break lab0;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    if (s.cursor < I_p1) {
      return false;
    }
    v_3 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_5);
    if (among_var === 0) {
      s.limit_backward = v_3;
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_del();
    } else {
      if (s.cursor <= s.limit_backward) {
        s.limit_backward = v_3;
        return false;
      }
      s.slice_del();
    }
    s.limit_backward = v_3;
    break;
  }
  return true;
}

function r_Stem_Verb(): boolean {
  let among_var = 0;
  let v_1 = 0;
  while (true) {
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_6) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R1()) {
        break lab0;
      }
      s.slice_del();
      break;
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_7);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!B_remove_verb_person_endings) {
        return false;
      }
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_from("رفت");
    } else if (among_var === 3) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
      B_remove_verb_person_endings = true;
    } else if (among_var === 4) {
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.slice_from("د");
      B_remove_verb_person_endings = true;
    } else {
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.slice_from("ت");
      B_remove_verb_person_endings = true;
    }
    break;
  }
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
  B_saw_present_prefix = false;
  v_1 = s.cursor;
  r_Normalize_Characters();
  s.cursor = v_1;
  v_2 = s.cursor;
  r_Prefixes();
  s.cursor = v_2;
  v_3 = s.cursor;
  r_Delete_ZWNJ();
  s.cursor = v_3;
  I_p1 = s.limit;
  v_4 = s.cursor;
  lab0: {
    if (s.cursor + 3 > s.limit) {
      break lab0;
    }
    s.cursor += 3;
    I_p1 = s.cursor;
  }
  s.cursor = v_4;
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  while (true) {
    v_5 = s.limit - s.cursor;
    lab0: {
      v_6 = s.limit - s.cursor;
      B_remove_verb_person_endings = false;
      lab1: {
        if (!B_saw_present_prefix) {
          break lab1;
        }
        B_remove_verb_person_endings = true;
      }
      if (!r_Protect_Lexical_AN()) {
        break lab0;
      }
      while (true) {
        v_7 = s.limit - s.cursor;
        lab1: {
          if (!r_Stem_Noun_or_Adjective()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_7;
        if (!r_Stem_Verb()) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_6;
      continue;
    }
    s.cursor = s.limit - v_5;
    break;
  }
  s.cursor = s.limit_backward;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "";

export const stopWords =
  "";
