// Generated from tamil.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  let B_found_vetrumai_urupu: boolean = false;
  const a_0 = s.among([null, "வோ", "வொ", "வு", "வூ"]);
  const as_0 = ["ஓ", "ஒ", "உ", "ஊ"] as const;
  const a_1 = s.among(["க,ங,ச,ஞ,த,ந,ப,ம,ய,வ"]);
  const a_2 = s.among_b(["ி,ீ,ை"]);
  const a_3 = s.among_b(["ா,ி,ீ,ு,ூ,ெ,ே,ை"]);
  const a_4 = s.among_b([null, "ை,்", ""]);
  const as_4 = ["", "ம்"] as const;
  const a_5 = s.among_b([
    null, "ந்த,ய,வ,ந்த்,ந்,வ்", "ய்", "ட்க்,ட்ப்", "ற்க்,ன்ற்", "ட்ட்", "த்த்", "ுக்,ுக்க்", "னு", "ங்",
  ]);
  const a_6 = s.among_b(["க,ச,ட,த,ப,ற"]);
  const a_7 = s.among_b(["க,ச,ட,த,ப,ற"]);
  const a_8 = s.among_b(["ஞ,ண,ந,ன,ம,ய,ர,ல,ள,ழ,வ"]);
  const a_9 = s.among_b(["ா,ி,ீ,ு,ூ,ெ,ே,ை,்"]);
  const a_10 = s.among(["அ,இ,உ"]);
  const a_11 = s.among(["க,ங,ச,ஞ,த,ந,ப,ம,ய,வ"]);
  const a_12 = s.among_b(["க,ச,ட,த,ப,ற"]);
  const a_13 = s.among_b([null, "ுங்கள்", "ற்கள்", "ட்கள்", "கள்"]);
  const a_14 = s.among_b(["ா,ே,ோ"]);
  const a_15 = s.among_b(["பி,வி"]);
  const a_16 = s.among_b(["ா,ி,ீ,ு,ூ,ெ,ே,ை"]);
  const a_17 = s.among_b([
    null, "ென,ாகிய,ுடைய,ுள்ள,ாகி,ின்றி,ென்று,ுடை,ில்லை,ுடன்,ிடம்,ெனும்", "ல்ல",
    "பட்ட,பட்டண,தான,படிதான,குரிய,படி,பற்றி,படு,விடு,பட்டு,விட்டு,பட்டது,ெல்லாம்",
  ]);
  const a_18 = s.among_b(["ா,ி,ீ,ு,ூ,ெ,ே,ை"]);
  const a_19 = s.among_b(["ா,ி,ீ,ு,ூ,ெ,ே,ை"]);
  const a_20 = s.among_b([
    null, "னை,கண்,முன்,மேற்,மேல்,கீழ்", "விட,ொடு,ோடு,ிருந்து,ின்று,ுடை,ிற்,ாமல்,ால்,ில்,ுள்", "ின்", "ிடம்", "ல்",
    "து", "ீ",
  ]);
  const a_21 = s.among_b(["க,ச,ட,த,ப,ற"]);
  const a_22 = s.among_b(["க,ச,ட,த,ப,ற"]);
  const a_23 = s.among_b(["அ,ஆ,இ,ஈ,உ,ஊ,எ,ஏ,ஐ,ஒ,ஓ,ஔ"]);
  const a_24 = s.among_b(["ா,ி,ீ,ு,ூ,ெ,ே,ை"]);
  const a_25 = s.among_b([
    null,
    "க,த,ன,ப,ய,படு,ிற்று,னை,வை,னன்,பன்,னான்,மின்,னென்,னம்,பம்,கும்,தும்,றும்,னர்,பர்,வர்,னார்,மார்,கொண்டிர்,னள்,பள்,வள்,னாள்",
    "வன்", "து", "ான்", "ா,ேன்,ாம்,டும்,ெம்,ேம்,ோம்,ாய்,ீயர்,ார்,னிர்,ீர்,ாள்", "கு",
  ]);
  const a_26 = s.among_b(["கிற,கின்ற,ாநின்ற,கிற்,கின்ற்,ாநின்ற்"]);

  function r_has_min_length(): boolean {
    return s.current.length > 4;
  }

  function r_fix_va_start(): boolean {
    let among_var = 0;
    s.bra = s.cursor;
    among_var = s.find_among(a_0);
    if (among_var === 0) {
      return false;
    }
    s.ket = s.cursor;
    s.slice_from(as_0[among_var - 1]!);
    return true;
  }

  function r_fix_endings(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          if (!r_fix_ending()) {
            break lab1;
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

  function r_remove_question_prefixes(): boolean {
    let v_1 = 0;
    s.bra = s.cursor;
    if (!s.eq_s("எ")) {
      return false;
    }
    if (s.find_among(a_1) === 0) {
      return false;
    }
    if (!s.eq_s("்")) {
      return false;
    }
    s.ket = s.cursor;
    s.slice_del();
    v_1 = s.cursor;
    r_fix_va_start();
    s.cursor = v_1;
    return true;
  }

  function r_fix_ending(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    if (s.current.length <= 3) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_5);
        if (among_var === 0) {
          break lab0;
        }
        s.bra = s.cursor;
        if (among_var === 1) {
          s.slice_del();
        } else if (among_var === 2) {
          v_2 = s.limit - s.cursor;
          if (s.find_among_b(a_2) === 0) {
            break lab0;
          }
          s.cursor = s.limit - v_2;
          s.slice_del();
        } else if (among_var === 3) {
          s.slice_from("ள்");
        } else if (among_var === 4) {
          s.slice_from("ல்");
        } else if (among_var === 5) {
          s.slice_from("டு");
        } else if (among_var === 6) {
          if (!B_found_vetrumai_urupu) {
            break lab0;
          }
          lab1: {
            if (!s.eq_s_b("ை")) {
              break lab1;
            }
            break lab0;
          }
          s.slice_from("ம்");
        } else if (among_var === 7) {
          s.slice_from("்");
        } else if (among_var === 8) {
          v_3 = s.limit - s.cursor;
          lab1: {
            if (s.find_among_b(a_3) === 0) {
              break lab1;
            }
            break lab0;
          }
          s.cursor = s.limit - v_3;
          s.slice_del();
        } else {
          among_var = s.find_among_b(a_4);
          s.slice_from(as_4[among_var - 1]!);
        }
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      if (!s.eq_s_b("்")) {
        return false;
      }
      while (true) {
        v_4 = s.limit - s.cursor;
        lab0: {
          if (s.find_among_b(a_6) === 0) {
            break lab0;
          }
          v_5 = s.limit - s.cursor;
          lab1: {
            if (!s.eq_s_b("்")) {
              s.cursor = s.limit - v_5;
              break lab1;
            }
            if (s.find_among_b(a_7) === 0) {
              s.cursor = s.limit - v_5;
              break lab1;
            }
          }
          s.bra = s.cursor;
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_4;
        lab0: {
          if (s.find_among_b(a_8) === 0) {
            break lab0;
          }
          s.bra = s.cursor;
          if (!s.eq_s_b("்")) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_4;
        v_6 = s.limit - s.cursor;
        if (s.find_among_b(a_9) === 0) {
          return false;
        }
        s.cursor = s.limit - v_6;
        s.bra = s.cursor;
        s.slice_del();
        break;
      }
      break;
    }
    s.cursor = s.limit_backward;
    return true;
  }

  function r_remove_pronoun_prefixes(): boolean {
    let v_1 = 0;
    s.bra = s.cursor;
    if (s.find_among(a_10) === 0) {
      return false;
    }
    if (s.find_among(a_11) === 0) {
      return false;
    }
    if (!s.eq_s("்")) {
      return false;
    }
    s.ket = s.cursor;
    s.slice_del();
    v_1 = s.cursor;
    r_fix_va_start();
    s.cursor = v_1;
    return true;
  }

  function r_remove_plural_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_13);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        v_1 = s.limit - s.cursor;
        lab0: {
          if (s.find_among_b(a_12) === 0) {
            break lab0;
          }
          s.slice_from("ுங்");
          break;
        }
        s.cursor = s.limit - v_1;
        s.slice_from("்");
        break;
      }
    } else if (among_var === 2) {
      s.slice_from("ல்");
    } else if (among_var === 3) {
      s.slice_from("ள்");
    } else {
      s.slice_del();
    }
    s.cursor = s.limit_backward;
    return true;
  }

  function r_remove_question_suffixes(): boolean {
    let v_1 = 0;
    if (!r_has_min_length()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_14) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_from("்");
    }
    s.cursor = s.limit - v_1;
    s.cursor = s.limit_backward;
    r_fix_endings();
    return true;
  }

  function r_remove_command_suffixes(): boolean {
    if (!r_has_min_length()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    if (s.find_among_b(a_15) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.cursor = s.limit_backward;
    return true;
  }

  function r_remove_um(): boolean {
    let v_1 = 0;
    if (!r_has_min_length()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    if (!s.eq_s_b("ும்")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from("்");
    s.cursor = s.limit_backward;
    v_1 = s.cursor;
    r_fix_ending();
    s.cursor = v_1;
    return true;
  }

  function r_remove_common_word_endings(): boolean {
    let among_var = 0;
    let v_1 = 0;
    if (!r_has_min_length()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_17);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_from("்");
    } else if (among_var === 2) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (s.find_among_b(a_16) === 0) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_1;
      s.slice_from("்");
    } else {
      s.slice_del();
    }
    s.cursor = s.limit_backward;
    r_fix_endings();
    return true;
  }

  function r_remove_vetrumai_urupukal(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    B_found_vetrumai_urupu = false;
    if (!r_has_min_length()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        v_2 = s.limit - s.cursor;
        s.ket = s.cursor;
        among_var = s.find_among_b(a_20);
        if (among_var === 0) {
          break lab0;
        }
        s.bra = s.cursor;
        if (among_var === 1) {
          s.slice_del();
        } else if (among_var === 2) {
          s.slice_from("்");
        } else if (among_var === 3) {
          lab1: {
            if (!s.eq_s_b("ம")) {
              break lab1;
            }
            break lab0;
          }
          s.slice_from("்");
        } else if (among_var === 4) {
          if (s.current.length < 7) {
            break lab0;
          }
          s.slice_from("்");
        } else if (among_var === 5) {
          v_3 = s.limit - s.cursor;
          lab1: {
            if (s.find_among_b(a_18) === 0) {
              break lab1;
            }
            break lab0;
          }
          s.cursor = s.limit - v_3;
          s.slice_from("்");
        } else if (among_var === 6) {
          v_4 = s.limit - s.cursor;
          lab1: {
            if (s.find_among_b(a_19) === 0) {
              break lab1;
            }
            break lab0;
          }
          s.cursor = s.limit - v_4;
          s.slice_del();
        } else {
          s.slice_from("ி");
        }
        s.cursor = s.limit - v_2;
        break;
      }
      s.cursor = s.limit - v_1;
      v_5 = s.limit - s.cursor;
      s.ket = s.cursor;
      if (!s.eq_s_b("ை")) {
        return false;
      }
      while (true) {
        v_6 = s.limit - s.cursor;
        lab0: {
          v_7 = s.limit - s.cursor;
          lab1: {
            if (s.find_among_b(a_21) === 0) {
              break lab1;
            }
            break lab0;
          }
          s.cursor = s.limit - v_7;
          break;
        }
        s.cursor = s.limit - v_6;
        v_8 = s.limit - s.cursor;
        if (s.find_among_b(a_22) === 0) {
          return false;
        }
        if (!s.eq_s_b("்")) {
          return false;
        }
        s.cursor = s.limit - v_8;
        break;
      }
      s.bra = s.cursor;
      s.slice_from("்");
      s.cursor = s.limit - v_5;
      break;
    }
    B_found_vetrumai_urupu = true;
    v_9 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("ின்")) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_from("்");
    }
    s.cursor = s.limit - v_9;
    s.cursor = s.limit_backward;
    r_fix_endings();
    return true;
  }

  function r_remove_tense_suffixes(): boolean {
    let v_1 = 0;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        if (!r_remove_tense_suffix()) {
          break lab0;
        }
        continue;
      }
      s.cursor = v_1;
      break;
    }
    return true;
  }

  function r_remove_tense_suffix(): boolean {
    let B_found_a_match = false;
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    B_found_a_match = false;
    if (!r_has_min_length()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    lab0: {
      v_2 = s.limit - s.cursor;
      s.ket = s.cursor;
      among_var = s.find_among_b(a_25);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (among_var === 1) {
        s.slice_del();
      } else if (among_var === 2) {
        v_3 = s.limit - s.cursor;
        lab1: {
          if (s.find_among_b(a_23) === 0) {
            break lab1;
          }
          break lab0;
        }
        s.cursor = s.limit - v_3;
        s.slice_del();
      } else if (among_var === 3) {
        v_4 = s.limit - s.cursor;
        lab1: {
          if (s.find_among_b(a_24) === 0) {
            break lab1;
          }
          break lab0;
        }
        s.cursor = s.limit - v_4;
        s.slice_del();
      } else if (among_var === 4) {
        lab1: {
          if (!s.eq_s_b("ச")) {
            break lab1;
          }
          break lab0;
        }
        s.slice_from("்");
      } else if (among_var === 5) {
        s.slice_from("்");
      } else {
        v_5 = s.limit - s.cursor;
        if (!s.eq_s_b("்")) {
          break lab0;
        }
        s.cursor = s.limit - v_5;
        s.slice_del();
      }
      B_found_a_match = true;
      s.cursor = s.limit - v_2;
    }
    s.cursor = s.limit - v_1;
    v_6 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_26) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      B_found_a_match = true;
    }
    s.cursor = s.limit - v_6;
    s.cursor = s.limit_backward;
    r_fix_endings();
    return B_found_a_match;
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
    B_found_vetrumai_urupu = false;
    v_1 = s.cursor;
    r_fix_ending();
    s.cursor = v_1;
    if (!r_has_min_length()) {
      return false;
    }
    v_2 = s.cursor;
    r_remove_question_prefixes();
    s.cursor = v_2;
    v_3 = s.cursor;
    r_remove_pronoun_prefixes();
    s.cursor = v_3;
    r_remove_question_suffixes();
    v_4 = s.cursor;
    r_remove_um();
    s.cursor = v_4;
    v_5 = s.cursor;
    r_remove_common_word_endings();
    s.cursor = v_5;
    v_6 = s.cursor;
    r_remove_vetrumai_urupukal();
    s.cursor = v_6;
    v_7 = s.cursor;
    r_remove_plural_suffix();
    s.cursor = v_7;
    v_8 = s.cursor;
    r_remove_command_suffixes();
    s.cursor = v_8;
    v_9 = s.cursor;
    r_remove_tense_suffixes();
    s.cursor = v_9;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
