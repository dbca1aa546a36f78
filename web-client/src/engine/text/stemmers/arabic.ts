// Generated from arabic.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

let B_is_defined: boolean = false;
let B_is_verb: boolean = false;
let B_is_noun: boolean = false;
const a_0: readonly Among[] = [
  ["ـ", -1, 1], ["\u064b", -1, 1], ["\u064c", -1, 1], ["\u064d", -1, 1], ["\u064e", -1, 1], ["\u064f", -1, 1],
  ["\u0650", -1, 1], ["\u0651", -1, 1], ["\u0652", -1, 1], ["٠", -1, 2], ["١", -1, 3], ["٢", -1, 4], ["٣", -1, 5],
  ["٤", -1, 6], ["٥", -1, 7], ["٦", -1, 8], ["٧", -1, 9], ["٨", -1, 10], ["٩", -1, 11], ["ﺀ", -1, 12], ["ﺁ", -1, 16],
  ["ﺂ", -1, 16], ["ﺃ", -1, 13], ["ﺄ", -1, 13], ["ﺅ", -1, 17], ["ﺆ", -1, 17], ["ﺇ", -1, 14], ["ﺈ", -1, 14],
  ["ﺉ", -1, 15], ["ﺊ", -1, 15], ["ﺋ", -1, 15], ["ﺌ", -1, 15], ["ﺍ", -1, 18], ["ﺎ", -1, 18], ["ﺏ", -1, 19],
  ["ﺐ", -1, 19], ["ﺑ", -1, 19], ["ﺒ", -1, 19], ["ﺓ", -1, 20], ["ﺔ", -1, 20], ["ﺕ", -1, 21], ["ﺖ", -1, 21],
  ["ﺗ", -1, 21], ["ﺘ", -1, 21], ["ﺙ", -1, 22], ["ﺚ", -1, 22], ["ﺛ", -1, 22], ["ﺜ", -1, 22], ["ﺝ", -1, 23],
  ["ﺞ", -1, 23], ["ﺟ", -1, 23], ["ﺠ", -1, 23], ["ﺡ", -1, 24], ["ﺢ", -1, 24], ["ﺣ", -1, 24], ["ﺤ", -1, 24],
  ["ﺥ", -1, 25], ["ﺦ", -1, 25], ["ﺧ", -1, 25], ["ﺨ", -1, 25], ["ﺩ", -1, 26], ["ﺪ", -1, 26], ["ﺫ", -1, 27],
  ["ﺬ", -1, 27], ["ﺭ", -1, 28], ["ﺮ", -1, 28], ["ﺯ", -1, 29], ["ﺰ", -1, 29], ["ﺱ", -1, 30], ["ﺲ", -1, 30],
  ["ﺳ", -1, 30], ["ﺴ", -1, 30], ["ﺵ", -1, 31], ["ﺶ", -1, 31], ["ﺷ", -1, 31], ["ﺸ", -1, 31], ["ﺹ", -1, 32],
  ["ﺺ", -1, 32], ["ﺻ", -1, 32], ["ﺼ", -1, 32], ["ﺽ", -1, 33], ["ﺾ", -1, 33], ["ﺿ", -1, 33], ["ﻀ", -1, 33],
  ["ﻁ", -1, 34], ["ﻂ", -1, 34], ["ﻃ", -1, 34], ["ﻄ", -1, 34], ["ﻅ", -1, 35], ["ﻆ", -1, 35], ["ﻇ", -1, 35],
  ["ﻈ", -1, 35], ["ﻉ", -1, 36], ["ﻊ", -1, 36], ["ﻋ", -1, 36], ["ﻌ", -1, 36], ["ﻍ", -1, 37], ["ﻎ", -1, 37],
  ["ﻏ", -1, 37], ["ﻐ", -1, 37], ["ﻑ", -1, 38], ["ﻒ", -1, 38], ["ﻓ", -1, 38], ["ﻔ", -1, 38], ["ﻕ", -1, 39],
  ["ﻖ", -1, 39], ["ﻗ", -1, 39], ["ﻘ", -1, 39], ["ﻙ", -1, 40], ["ﻚ", -1, 40], ["ﻛ", -1, 40], ["ﻜ", -1, 40],
  ["ﻝ", -1, 41], ["ﻞ", -1, 41], ["ﻟ", -1, 41], ["ﻠ", -1, 41], ["ﻡ", -1, 42], ["ﻢ", -1, 42], ["ﻣ", -1, 42],
  ["ﻤ", -1, 42], ["ﻥ", -1, 43], ["ﻦ", -1, 43], ["ﻧ", -1, 43], ["ﻨ", -1, 43], ["ﻩ", -1, 44], ["ﻪ", -1, 44],
  ["ﻫ", -1, 44], ["ﻬ", -1, 44], ["ﻭ", -1, 45], ["ﻮ", -1, 45], ["ﻯ", -1, 46], ["ﻰ", -1, 46], ["ﻱ", -1, 47],
  ["ﻲ", -1, 47], ["ﻳ", -1, 47], ["ﻴ", -1, 47], ["ﻵ", -1, 51], ["ﻶ", -1, 51], ["ﻷ", -1, 49], ["ﻸ", -1, 49],
  ["ﻹ", -1, 50], ["ﻺ", -1, 50], ["ﻻ", -1, 48], ["ﻼ", -1, 48],
];
const as_0 = ["", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "ء", "أ", "إ", "ئ", "آ", "ؤ", "ا", "ب", "ة", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ى", "ي", "لا", "لأ", "لإ", "لآ"] as const;
const a_1: readonly Among[] = [
  ["آ", -1, 1], ["أ", -1, 1], ["ؤ", -1, 1], ["إ", -1, 1], ["ئ", -1, 1],
];
const a_2: readonly Among[] = [
  ["آ", -1, 1], ["أ", -1, 1], ["ؤ", -1, 2], ["إ", -1, 1], ["ئ", -1, 3],
];
const as_2 = ["ا", "و", "ي"] as const;
const a_3: readonly Among[] = [
  ["ال", -1, 2], ["بال", -1, 1], ["كال", -1, 1], ["لل", -1, 2],
];
const a_4: readonly Among[] = [
  ["أآ", -1, 2], ["أأ", -1, 1], ["أؤ", -1, 1], ["أإ", -1, 4], ["أا", -1, 3],
];
const a_5: readonly Among[] = [
  ["ف", -1, 1], ["و", -1, 1],
];
const a_6: readonly Among[] = [
  ["ال", -1, 2], ["بال", -1, 1], ["كال", -1, 1], ["لل", -1, 2],
];
const a_7: readonly Among[] = [
  ["ب", -1, 1], ["با", 0, -1], ["بب", 0, 2], ["كك", -1, 3],
];
const a_8: readonly Among[] = [
  ["سأ", -1, 4], ["ست", -1, 2], ["سن", -1, 3], ["سي", -1, 1],
];
const a_9: readonly Among[] = [
  ["تست", -1, 1], ["نست", -1, 1], ["يست", -1, 1],
];
const a_10: readonly Among[] = [
  ["كما", -1, 3], ["هما", -1, 3], ["نا", -1, 2], ["ها", -1, 2], ["ك", -1, 1], ["كم", -1, 2], ["هم", -1, 2],
  ["هن", -1, 2], ["ه", -1, 1], ["ي", -1, 1],
];
const a_11: readonly Among[] = [
  ["ا", -1, 1], ["و", -1, 1], ["ي", -1, 1],
];
const a_12: readonly Among[] = [
  ["كما", -1, 3], ["هما", -1, 3], ["نا", -1, 2], ["ها", -1, 2], ["ك", -1, 1], ["كم", -1, 2], ["هم", -1, 2],
  ["كن", -1, 2], ["هن", -1, 2], ["ه", -1, 1], ["كمو", -1, 3], ["ني", -1, 2],
];
const a_13: readonly Among[] = [
  ["ا", -1, 1], ["تا", 0, 2], ["تما", 0, 4], ["نا", 0, 2], ["ت", -1, 1], ["ن", -1, 1], ["ان", 5, 3], ["تن", 5, 2],
  ["ون", 5, 3], ["ين", 5, 3], ["ي", -1, 1],
];
const a_14: readonly Among[] = [
  ["وا", -1, 1], ["تم", -1, 1],
];
const a_15: readonly Among[] = [
  ["و", -1, 1], ["تمو", 0, 2],
];

function r_Normalize_pre(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  v_1 = s.cursor;
  lab0: {
    while (true) {
      v_2 = s.cursor;
      lab1: {
        while (true) {
          v_3 = s.cursor;
          lab2: {
            s.bra = s.cursor;
            among_var = s.find_among(a_0);
            if (among_var === 0) {
              break lab2;
            }
            s.ket = s.cursor;
            s.slice_from(as_0[among_var - 1]!);
            break;
          }
          s.cursor = v_3;
          if (s.cursor >= s.limit) {
            break lab1;
          }
          s.cursor += 1;
          break;
        }
        continue;
      }
      s.cursor = v_2;
      break;
    }
  }
  s.cursor = v_1;
  return true;
}

function r_Normalize_post(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  v_1 = s.cursor;
  lab0: {
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    if (s.find_among_b(a_1) === 0) {
      break lab0;
    }
    s.bra = s.cursor;
    s.slice_from("ء");
    s.cursor = s.limit_backward;
  }
  s.cursor = v_1;
  v_2 = s.cursor;
  lab0: {
    while (true) {
      v_3 = s.cursor;
      lab1: {
        while (true) {
          v_4 = s.cursor;
          lab2: {
            s.bra = s.cursor;
            among_var = s.find_among(a_2);
            if (among_var === 0) {
              break lab2;
            }
            s.ket = s.cursor;
            s.slice_from(as_2[among_var - 1]!);
            break;
          }
          s.cursor = v_4;
          if (s.cursor >= s.limit) {
            break lab1;
          }
          s.cursor += 1;
          break;
        }
        continue;
      }
      s.cursor = v_3;
      break;
    }
  }
  s.cursor = v_2;
  return true;
}

function r_Checks1(): boolean {
  let among_var = 0;
  s.bra = s.cursor;
  among_var = s.find_among(a_3);
  if (among_var === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (among_var === 1) {
    if (s.current.length <= 4) {
      return false;
    }
    B_is_noun = true;
    B_is_verb = false;
    B_is_defined = true;
  } else {
    if (s.current.length <= 3) {
      return false;
    }
    B_is_noun = true;
    B_is_verb = false;
    B_is_defined = true;
  }
  return true;
}

function r_Prefix_Step1(): boolean {
  let among_var = 0;
  s.bra = s.cursor;
  among_var = s.find_among(a_4);
  if (among_var === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (among_var === 1) {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_from("أ");
  } else if (among_var === 2) {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_from("آ");
  } else if (among_var === 3) {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_from("ا");
  } else {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_from("إ");
  }
  return true;
}

function r_Prefix_Step2(): boolean {
  s.bra = s.cursor;
  if (s.find_among(a_5) === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (s.current.length <= 3) {
    return false;
  }
  lab0: {
    if (s.cursor === s.limit || s.current[s.cursor] !== "ا") {
      break lab0;
    }
    s.cursor += 1;
    return false;
  }
  s.slice_del();
  return true;
}

function r_Prefix_Step3a_Noun(): boolean {
  let among_var = 0;
  s.bra = s.cursor;
  among_var = s.find_among(a_6);
  if (among_var === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (among_var === 1) {
    if (s.current.length <= 5) {
      return false;
    }
    s.slice_del();
  } else {
    if (s.current.length <= 4) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_Prefix_Step3b_Noun(): boolean {
  let among_var = 0;
  s.bra = s.cursor;
  among_var = s.find_among(a_7);
  if (among_var === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (among_var === 1) {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 2) {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_from("ب");
  } else if (among_var === 3) {
    if (s.current.length <= 3) {
      return false;
    }
    s.slice_from("ك");
  }
  return true;
}

function r_Prefix_Step3_Verb(): boolean {
  let among_var = 0;
  s.bra = s.cursor;
  among_var = s.find_among(a_8);
  if (among_var === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (among_var === 1) {
    if (s.current.length <= 4) {
      return false;
    }
    s.slice_from("ي");
  } else if (among_var === 2) {
    if (s.current.length <= 4) {
      return false;
    }
    s.slice_from("ت");
  } else if (among_var === 3) {
    if (s.current.length <= 4) {
      return false;
    }
    s.slice_from("ن");
  } else {
    if (s.current.length <= 4) {
      return false;
    }
    s.slice_from("أ");
  }
  return true;
}

function r_Prefix_Step4_Verb(): boolean {
  s.bra = s.cursor;
  if (s.find_among(a_9) === 0) {
    return false;
  }
  s.ket = s.cursor;
  if (s.current.length <= 4) {
    return false;
  }
  B_is_verb = true;
  B_is_noun = false;
  s.slice_from("است");
  return true;
}

function r_Suffix_Noun_Step1a(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_10);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (s.current.length < 4) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 2) {
    if (s.current.length < 5) {
      return false;
    }
    s.slice_del();
  } else {
    if (s.current.length < 6) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_Suffix_Noun_Step1b(): boolean {
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ن") {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  if (s.current.length <= 5) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Noun_Step2a(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_11) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (s.current.length <= 4) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Noun_Step2b(): boolean {
  s.ket = s.cursor;
  if (!s.eq_s_b("ات")) {
    return false;
  }
  s.bra = s.cursor;
  if (s.current.length < 5) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Noun_Step2c1(): boolean {
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ت") {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  if (s.current.length < 4) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Noun_Step2c2(): boolean {
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ة") {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  if (s.current.length < 4) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Noun_Step3(): boolean {
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ي") {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  if (s.current.length < 3) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Verb_Step1(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_12);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (s.current.length < 4) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 2) {
    if (s.current.length < 5) {
      return false;
    }
    s.slice_del();
  } else {
    if (s.current.length < 6) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_Suffix_Verb_Step2a(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_13);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (s.current.length < 4) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 2) {
    if (s.current.length < 5) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 3) {
    if (s.current.length <= 5) {
      return false;
    }
    s.slice_del();
  } else {
    if (s.current.length < 6) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_Suffix_Verb_Step2b(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_14) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (s.current.length < 5) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_Suffix_Verb_Step2c(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_15);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (s.current.length < 4) {
      return false;
    }
    s.slice_del();
  } else {
    if (s.current.length < 6) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_Suffix_All_alef_maqsura(): boolean {
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ى") {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  s.slice_from("ي");
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_10 = 0;
  let v_11 = 0;
  let v_12 = 0;
  let v_13 = 0;
  let v_14 = 0;
  let v_15 = 0;
  let v_16 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  let v_5 = 0;
  let v_6 = 0;
  let v_7 = 0;
  let v_8 = 0;
  let v_9 = 0;
  B_is_noun = true;
  B_is_verb = true;
  B_is_defined = false;
  v_1 = s.cursor;
  r_Checks1();
  s.cursor = v_1;
  r_Normalize_pre();
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_2 = s.limit - s.cursor;
  lab0: {
    while (true) {
      v_3 = s.limit - s.cursor;
      lab1: {
        if (!B_is_verb) {
          break lab1;
        }
        while (true) {
          v_4 = s.limit - s.cursor;
          lab2: {
            v_5 = 1;
            while (true) {
              v_6 = s.limit - s.cursor;
              lab3: {
                if (!r_Suffix_Verb_Step1()) {
                  break lab3;
                }
                v_5 -= 1;
                continue;
              }
              s.cursor = s.limit - v_6;
              break;
            }
            if (v_5 > 0) {
              break lab2;
            }
            while (true) {
              v_7 = s.limit - s.cursor;
              lab3: {
                if (!r_Suffix_Verb_Step2a()) {
                  break lab3;
                }
                break;
              }
              s.cursor = s.limit - v_7;
              lab3: {
                if (!r_Suffix_Verb_Step2c()) {
                  break lab3;
                }
                break;
              }
              s.cursor = s.limit - v_7;
              if (s.cursor <= s.limit_backward) {
                break lab2;
              }
              s.cursor -= 1;
              break;
            }
            break;
          }
          s.cursor = s.limit - v_4;
          lab2: {
            if (!r_Suffix_Verb_Step2b()) {
              break lab2;
            }
            break;
          }
          s.cursor = s.limit - v_4;
          if (!r_Suffix_Verb_Step2a()) {
            break lab1;
          }
          break;
        }
        break;
      }
      s.cursor = s.limit - v_3;
      lab1: {
        if (!B_is_noun) {
          break lab1;
        }
        v_8 = s.limit - s.cursor;
        lab2: {
          while (true) {
            v_9 = s.limit - s.cursor;
            lab3: {
              if (!r_Suffix_Noun_Step2c2()) {
                break lab3;
              }
              break;
            }
            s.cursor = s.limit - v_9;
            lab3: {
              if (B_is_defined) {
                break lab3;
              }
              if (!r_Suffix_Noun_Step1a()) {
                break lab3;
              }
              while (true) {
                v_10 = s.limit - s.cursor;
                lab4: {
                  if (!r_Suffix_Noun_Step2a()) {
                    break lab4;
                  }
                  break;
                }
                s.cursor = s.limit - v_10;
                lab4: {
                  if (!r_Suffix_Noun_Step2b()) {
                    break lab4;
                  }
                  break;
                }
                s.cursor = s.limit - v_10;
                lab4: {
                  if (!r_Suffix_Noun_Step2c1()) {
                    break lab4;
                  }
                  break;
                }
                s.cursor = s.limit - v_10;
                if (s.cursor <= s.limit_backward) {
                  break lab3;
                }
                s.cursor -= 1;
                break;
              }
              break;
            }
            s.cursor = s.limit - v_9;
            lab3: {
              if (!r_Suffix_Noun_Step1b()) {
                break lab3;
              }
              while (true) {
                v_11 = s.limit - s.cursor;
                lab4: {
                  if (!r_Suffix_Noun_Step2a()) {
                    break lab4;
                  }
                  break;
                }
                s.cursor = s.limit - v_11;
                lab4: {
                  if (!r_Suffix_Noun_Step2b()) {
                    break lab4;
                  }
                  break;
                }
                s.cursor = s.limit - v_11;
                if (!r_Suffix_Noun_Step2c1()) {
                  break lab3;
                }
                break;
              }
              break;
            }
            s.cursor = s.limit - v_9;
            lab3: {
              if (B_is_defined) {
                break lab3;
              }
              if (!r_Suffix_Noun_Step2a()) {
                break lab3;
              }
              break;
            }
            s.cursor = s.limit - v_9;
            if (!r_Suffix_Noun_Step2b()) {
              s.cursor = s.limit - v_8;
              break lab2;
            }
            break;
          }
        }
        if (!r_Suffix_Noun_Step3()) {
          break lab1;
        }
        break;
      }
      s.cursor = s.limit - v_3;
      if (!r_Suffix_All_alef_maqsura()) {
        break lab0;
      }
      break;
    }
  }
  s.cursor = s.limit - v_2;
  s.cursor = s.limit_backward;
  v_12 = s.cursor;
  lab0: {
    v_13 = s.cursor;
    lab1: {
      if (!r_Prefix_Step1()) {
        s.cursor = v_13;
        break lab1;
      }
    }
    v_14 = s.cursor;
    lab1: {
      if (!r_Prefix_Step2()) {
        s.cursor = v_14;
        break lab1;
      }
    }
    while (true) {
      v_15 = s.cursor;
      lab1: {
        if (!r_Prefix_Step3a_Noun()) {
          break lab1;
        }
        break;
      }
      s.cursor = v_15;
      lab1: {
        if (!B_is_noun) {
          break lab1;
        }
        if (!r_Prefix_Step3b_Noun()) {
          break lab1;
        }
        break;
      }
      s.cursor = v_15;
      if (!B_is_verb) {
        break lab0;
      }
      v_16 = s.cursor;
      lab1: {
        if (!r_Prefix_Step3_Verb()) {
          s.cursor = v_16;
          break lab1;
        }
      }
      if (!r_Prefix_Step4_Verb()) {
        break lab0;
      }
      break;
    }
  }
  s.cursor = v_12;
  r_Normalize_post();
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "";

export const stopWords =
  "";
