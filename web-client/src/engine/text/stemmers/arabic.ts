// Generated from arabic.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  let B_is_defined: boolean = false;
  let B_is_verb: boolean = false;
  let B_is_noun: boolean = false;
  const a_0 = s.among([
    null, "ـ,\u064b,\u064c,\u064d,\u064e,\u064f,\u0650,\u0651,\u0652", "٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨",
    "٩", "ﺀ", "ﺃ,ﺄ", "ﺇ,ﺈ", "ﺉ,ﺊ,ﺋ,ﺌ", "ﺁ,ﺂ", "ﺅ,ﺆ", "ﺍ,ﺎ", "ﺏ,ﺐ,ﺑ,ﺒ", "ﺓ,ﺔ", "ﺕ,ﺖ,ﺗ,ﺘ", "ﺙ,ﺚ,ﺛ,ﺜ", "ﺝ,ﺞ,ﺟ,ﺠ",
    "ﺡ,ﺢ,ﺣ,ﺤ", "ﺥ,ﺦ,ﺧ,ﺨ", "ﺩ,ﺪ", "ﺫ,ﺬ", "ﺭ,ﺮ", "ﺯ,ﺰ", "ﺱ,ﺲ,ﺳ,ﺴ", "ﺵ,ﺶ,ﺷ,ﺸ", "ﺹ,ﺺ,ﺻ,ﺼ", "ﺽ,ﺾ,ﺿ,ﻀ", "ﻁ,ﻂ,ﻃ,ﻄ",
    "ﻅ,ﻆ,ﻇ,ﻈ", "ﻉ,ﻊ,ﻋ,ﻌ", "ﻍ,ﻎ,ﻏ,ﻐ", "ﻑ,ﻒ,ﻓ,ﻔ", "ﻕ,ﻖ,ﻗ,ﻘ", "ﻙ,ﻚ,ﻛ,ﻜ", "ﻝ,ﻞ,ﻟ,ﻠ", "ﻡ,ﻢ,ﻣ,ﻤ", "ﻥ,ﻦ,ﻧ,ﻨ", "ﻩ,ﻪ,ﻫ,ﻬ",
    "ﻭ,ﻮ", "ﻯ,ﻰ", "ﻱ,ﻲ,ﻳ,ﻴ", "ﻻ,ﻼ", "ﻷ,ﻸ", "ﻹ,ﻺ", "ﻵ,ﻶ",
  ]);
  const as_0 = ["", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "ء", "أ", "إ", "ئ", "آ", "ؤ", "ا", "ب", "ة", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ى", "ي", "لا", "لأ", "لإ", "لآ"] as const;
  const a_1 = s.among_b([null, "آ,أ,ؤ,إ,ئ"]);
  const a_2 = s.among([null, "آ,أ,إ", "ؤ", "ئ"]);
  const as_2 = ["ا", "و", "ي"] as const;
  const a_3 = s.among([null, "بال,كال", "ال,لل"]);
  const a_4 = s.among([null, "أأ,أؤ", "أآ", "أا", "أإ"]);
  const a_5 = s.among([null, "ف,و"]);
  const a_6 = s.among([null, "بال,كال", "ال,لل"]);
  const a_7 = s.among(["با", "ب", "بب", "كك"]);
  const a_8 = s.among([null, "سي", "ست", "سن", "سأ"]);
  const a_9 = s.among([null, "تست,نست,يست"]);
  const a_10 = s.among_b([null, "ك,ه,ي", "نا,ها,كم,هم,هن", "كما,هما"]);
  const a_11 = s.among_b([null, "ا,و,ي"]);
  const a_12 = s.among_b([null, "ك,ه", "نا,ها,كم,هم,كن,هن,ني", "كما,هما,كمو"]);
  const a_13 = s.among_b([null, "ا,ت,ن,ي", "تا,نا,تن", "ان,ون,ين", "تما"]);
  const a_14 = s.among_b([null, "وا,تم"]);
  const a_15 = s.among_b([null, "و", "تمو"]);

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
      if (!s.eq_s("ا")) {
        break lab0;
      }
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
    if (!s.eq_s_b("ن")) {
      return false;
    }
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
    if (!s.eq_s_b("ت")) {
      return false;
    }
    s.bra = s.cursor;
    if (s.current.length < 4) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_Suffix_Noun_Step2c2(): boolean {
    s.ket = s.cursor;
    if (!s.eq_s_b("ة")) {
      return false;
    }
    s.bra = s.cursor;
    if (s.current.length < 4) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_Suffix_Noun_Step3(): boolean {
    s.ket = s.cursor;
    if (!s.eq_s_b("ي")) {
      return false;
    }
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
    if (!s.eq_s_b("ى")) {
      return false;
    }
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

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
