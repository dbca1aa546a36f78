// Generated from tamil.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

let B_found_vetrumai_urupu: boolean = false;
const a_0: readonly Among[] = [
  ["வு", -1, 3], ["வூ", -1, 4], ["வொ", -1, 2], ["வோ", -1, 1],
];
const as_0 = ["ஓ", "ஒ", "உ", "ஊ"] as const;
const a_1: readonly Among[] = [
  ["க", -1, -1], ["ங", -1, -1], ["ச", -1, -1], ["ஞ", -1, -1], ["த", -1, -1], ["ந", -1, -1], ["ப", -1, -1],
  ["ம", -1, -1], ["ய", -1, -1], ["வ", -1, -1],
];
const a_2: readonly Among[] = [
  ["ி", -1, -1], ["ீ", -1, -1], ["ை", -1, -1],
];
const a_3: readonly Among[] = [
  ["ா", -1, -1], ["ி", -1, -1], ["ீ", -1, -1], ["ு", -1, -1], ["ூ", -1, -1], ["ெ", -1, -1], ["ே", -1, -1],
  ["ை", -1, -1],
];
const a_4: readonly Among[] = [
  ["", -1, 2], ["ை", 0, 1], ["்", 0, 1],
];
const as_4 = ["", "ம்"] as const;
const a_5: readonly Among[] = [
  ["ந்த", -1, 1], ["ய", -1, 1], ["வ", -1, 1], ["னு", -1, 8], ["ுக்", -1, 7], ["ுக்க்", -1, 7], ["ட்க்", -1, 3],
  ["ற்க்", -1, 4], ["ங்", -1, 9], ["ட்ட்", -1, 5], ["த்த்", -1, 6], ["ந்த்", -1, 1], ["ந்", -1, 1], ["ட்ப்", -1, 3],
  ["ய்", -1, 2], ["ன்ற்", -1, 4], ["வ்", -1, 1],
];
const a_6: readonly Among[] = [
  ["க", -1, -1], ["ச", -1, -1], ["ட", -1, -1], ["த", -1, -1], ["ப", -1, -1], ["ற", -1, -1],
];
const a_7: readonly Among[] = [
  ["க", -1, -1], ["ச", -1, -1], ["ட", -1, -1], ["த", -1, -1], ["ப", -1, -1], ["ற", -1, -1],
];
const a_8: readonly Among[] = [
  ["ஞ", -1, -1], ["ண", -1, -1], ["ந", -1, -1], ["ன", -1, -1], ["ம", -1, -1], ["ய", -1, -1], ["ர", -1, -1],
  ["ல", -1, -1], ["ள", -1, -1], ["ழ", -1, -1], ["வ", -1, -1],
];
const a_9: readonly Among[] = [
  ["ா", -1, -1], ["ி", -1, -1], ["ீ", -1, -1], ["ு", -1, -1], ["ூ", -1, -1], ["ெ", -1, -1], ["ே", -1, -1],
  ["ை", -1, -1], ["்", -1, -1],
];
const a_10: readonly Among[] = [
  ["அ", -1, -1], ["இ", -1, -1], ["உ", -1, -1],
];
const a_11: readonly Among[] = [
  ["க", -1, -1], ["ங", -1, -1], ["ச", -1, -1], ["ஞ", -1, -1], ["த", -1, -1], ["ந", -1, -1], ["ப", -1, -1],
  ["ம", -1, -1], ["ய", -1, -1], ["வ", -1, -1],
];
const a_12: readonly Among[] = [
  ["க", -1, -1], ["ச", -1, -1], ["ட", -1, -1], ["த", -1, -1], ["ப", -1, -1], ["ற", -1, -1],
];
const a_13: readonly Among[] = [
  ["கள்", -1, 4], ["ுங்கள்", 0, 1], ["ட்கள்", 0, 3], ["ற்கள்", 0, 2],
];
const a_14: readonly Among[] = [
  ["ா", -1, -1], ["ே", -1, -1], ["ோ", -1, -1],
];
const a_15: readonly Among[] = [
  ["பி", -1, -1], ["வி", -1, -1],
];
const a_16: readonly Among[] = [
  ["ா", -1, -1], ["ி", -1, -1], ["ீ", -1, -1], ["ு", -1, -1], ["ூ", -1, -1], ["ெ", -1, -1], ["ே", -1, -1],
  ["ை", -1, -1],
];
const a_17: readonly Among[] = [
  ["பட்ட", -1, 3], ["பட்டண", -1, 3], ["தான", -1, 3], ["படிதான", 2, 3], ["ென", -1, 1], ["ாகிய", -1, 1], ["குரிய", -1, 3],
  ["ுடைய", -1, 1], ["ல்ல", -1, 2], ["ுள்ள", -1, 1], ["ாகி", -1, 1], ["படி", -1, 3], ["ின்றி", -1, 1], ["பற்றி", -1, 3],
  ["படு", -1, 3], ["விடு", -1, 3], ["பட்டு", -1, 3], ["விட்டு", -1, 3], ["பட்டது", -1, 3], ["ென்று", -1, 1],
  ["ுடை", -1, 1], ["ில்லை", -1, 1], ["ுடன்", -1, 1], ["ிடம்", -1, 1], ["ெல்லாம்", -1, 3], ["ெனும்", -1, 1],
];
const a_18: readonly Among[] = [
  ["ா", -1, -1], ["ி", -1, -1], ["ீ", -1, -1], ["ு", -1, -1], ["ூ", -1, -1], ["ெ", -1, -1], ["ே", -1, -1],
  ["ை", -1, -1],
];
const a_19: readonly Among[] = [
  ["ா", -1, -1], ["ி", -1, -1], ["ீ", -1, -1], ["ு", -1, -1], ["ூ", -1, -1], ["ெ", -1, -1], ["ே", -1, -1],
  ["ை", -1, -1],
];
const a_20: readonly Among[] = [
  ["விட", -1, 2], ["ீ", -1, 7], ["ொடு", -1, 2], ["ோடு", -1, 2], ["து", -1, 6], ["ிருந்து", 4, 2], ["ின்று", -1, 2],
  ["ுடை", -1, 2], ["னை", -1, 1], ["கண்", -1, 1], ["ின்", -1, 3], ["முன்", -1, 1], ["ிடம்", -1, 4], ["ிற்", -1, 2],
  ["மேற்", -1, 1], ["ல்", -1, 5], ["ாமல்", 15, 2], ["ால்", 15, 2], ["ில்", 15, 2], ["மேல்", 15, 1], ["ுள்", -1, 2],
  ["கீழ்", -1, 1],
];
const a_21: readonly Among[] = [
  ["க", -1, -1], ["ச", -1, -1], ["ட", -1, -1], ["த", -1, -1], ["ப", -1, -1], ["ற", -1, -1],
];
const a_22: readonly Among[] = [
  ["க", -1, -1], ["ச", -1, -1], ["ட", -1, -1], ["த", -1, -1], ["ப", -1, -1], ["ற", -1, -1],
];
const a_23: readonly Among[] = [
  ["அ", -1, -1], ["ஆ", -1, -1], ["இ", -1, -1], ["ஈ", -1, -1], ["உ", -1, -1], ["ஊ", -1, -1], ["எ", -1, -1],
  ["ஏ", -1, -1], ["ஐ", -1, -1], ["ஒ", -1, -1], ["ஓ", -1, -1], ["ஔ", -1, -1],
];
const a_24: readonly Among[] = [
  ["ா", -1, -1], ["ி", -1, -1], ["ீ", -1, -1], ["ு", -1, -1], ["ூ", -1, -1], ["ெ", -1, -1], ["ே", -1, -1],
  ["ை", -1, -1],
];
const a_25: readonly Among[] = [
  ["க", -1, 1], ["த", -1, 1], ["ன", -1, 1], ["ப", -1, 1], ["ய", -1, 1], ["ா", -1, 5], ["கு", -1, 6], ["படு", -1, 1],
  ["து", -1, 3], ["ிற்று", -1, 1], ["னை", -1, 1], ["வை", -1, 1], ["னன்", -1, 1], ["பன்", -1, 1], ["வன்", -1, 2],
  ["ான்", -1, 4], ["னான்", 15, 1], ["மின்", -1, 1], ["னென்", -1, 1], ["ேன்", -1, 5], ["னம்", -1, 1], ["பம்", -1, 1],
  ["ாம்", -1, 5], ["கும்", -1, 1], ["டும்", -1, 5], ["தும்", -1, 1], ["றும்", -1, 1], ["ெம்", -1, 5], ["ேம்", -1, 5],
  ["ோம்", -1, 5], ["ாய்", -1, 5], ["னர்", -1, 1], ["பர்", -1, 1], ["ீயர்", -1, 5], ["வர்", -1, 1], ["ார்", -1, 5],
  ["னார்", 35, 1], ["மார்", 35, 1], ["கொண்டிர்", -1, 1], ["னிர்", -1, 5], ["ீர்", -1, 5], ["னள்", -1, 1],
  ["பள்", -1, 1], ["வள்", -1, 1], ["ாள்", -1, 5], ["னாள்", 44, 1],
];
const a_26: readonly Among[] = [
  ["கிற", -1, -1], ["கின்ற", -1, -1], ["ாநின்ற", -1, -1], ["கிற்", -1, -1], ["கின்ற்", -1, -1], ["ாநின்ற்", -1, -1],
];

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
  if (s.cursor === s.limit || s.current[s.cursor] !== "எ") {
    return false;
  }
  s.cursor += 1;
  if (s.find_among(a_1) === 0) {
    return false;
  }
  if (s.cursor === s.limit || s.current[s.cursor] !== "்") {
    return false;
  }
  s.cursor += 1;
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
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ை") {
            break lab1;
          }
          s.cursor -= 1;
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
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "்") {
      return false;
    }
    s.cursor -= 1;
    while (true) {
      v_4 = s.limit - s.cursor;
      lab0: {
        if (s.find_among_b(a_6) === 0) {
          break lab0;
        }
        v_5 = s.limit - s.cursor;
        lab1: {
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "்") {
            s.cursor = s.limit - v_5;
            break lab1;
          }
          s.cursor -= 1;
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
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "்") {
          break lab0;
        }
        s.cursor -= 1;
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
  if (s.cursor === s.limit || s.current[s.cursor] !== "்") {
    return false;
  }
  s.cursor += 1;
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
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ம") {
            break lab1;
          }
          s.cursor -= 1;
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
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ை") {
      return false;
    }
    s.cursor -= 1;
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
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "்") {
        return false;
      }
      s.cursor -= 1;
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
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ச") {
          break lab1;
        }
        s.cursor -= 1;
        break lab0;
      }
      s.slice_from("்");
    } else if (among_var === 5) {
      s.slice_from("்");
    } else {
      v_5 = s.limit - s.cursor;
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "்") {
        break lab0;
      }
      s.cursor -= 1;
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

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "";

export const stopWords =
  "";
