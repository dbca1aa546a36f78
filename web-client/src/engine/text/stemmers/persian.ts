// Generated from persian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  let I_p1: number = 0;
  let B_remove_verb_person_endings: boolean = false;
  let B_saw_present_prefix: boolean = false;
  const a_0 = s.among([null, "ك", "ئ,ي", "ة,ہ", "أ,إ", "ؤ", " ,\u200d", ""]);
  const a_1 = s.among([null, "نمی\u200c", "می\u200c"]);
  const a_2 = s.among_b(["ستان,ران,سان,وان"]);
  const a_3 = s.among_b([
    null,
    "آذربایجان,همدان,خاندان,زندان,میزان,درخشان,آتشفشان,نشان,کهکشان,ایشان,پریشان,سلطان,گیلان,ساختمان,رمان,درمان,قهرمان,کرمان,سازمان,همزمان,آسمان,آلمان,مسلمان,ایمان,سلیمان,پیمان,لبنان,یونان,اصفهان,امکان,پایان,بیان,جریان",
  ]);
  const a_4 = s.among_b([null, "اخبار", "اساتید"]);
  const as_4 = ["خبر", "استاد"] as const;
  const a_5 = s.among_b([
    null, "ها,ات,یت,مند,وار,گار,اش,ام,ان,بان,گان,یان,ین,ترین,گاه,انه,ناک,های,انی,گی,یی", "تر",
  ]);
  const a_6 = s.among_b([null, "است,اند,ید,اید,اس,یم,ایم,ای"]);
  const a_7 = s.among_b([null, "د,اند,ید,م,ام,یم", "رفتاند,رفتید,رفتم,رفتیم,رفتی", "ان,نده", "ده", "ته"]);

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
            if (!s.eq_s("\u200c")) {
              break lab1;
            }
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

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
