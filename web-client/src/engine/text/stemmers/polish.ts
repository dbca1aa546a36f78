// Generated from polish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouyóąę";
let I_p1: number = 0;
const a_0: readonly Among[] = [
  ["byście", -1, 1], ["bym", -1, 1], ["by", -1, 1], ["byśmy", -1, 1], ["byś", -1, 1],
];
const a_1: readonly Among[] = [
  ["ąc", -1, 1], ["ając", 0, 1], ["sząc", 0, 2], ["sz", -1, 1], ["iejsz", 3, 1],
];
const as_1 = ["", "s"] as const;
const a_2: readonly Among[] = [
  ["a", -1, 1, r_R1], ["ąca", 0, 1], ["ająca", 1, 1], ["sząca", 1, 2], ["ia", 0, 1, r_R1], ["sza", 0, 1],
  ["iejsza", 5, 1], ["ała", 0, 1], ["iała", 7, 1], ["iła", 0, 1], ["ąc", -1, 1], ["ając", 10, 1], ["e", -1, 1, r_R1],
  ["ące", 12, 1], ["ające", 13, 1], ["szące", 13, 2], ["ie", 12, 1, r_R1], ["cie", 16, 1], ["acie", 17, 1],
  ["ecie", 17, 1], ["icie", 17, 1], ["ajcie", 17, 1], ["liście", 17, 4], ["aliście", 22, 1], ["ieliście", 22, 1],
  ["iliście", 22, 1], ["łyście", 17, 4], ["ałyście", 26, 1], ["iałyście", 27, 1], ["iłyście", 26, 1], ["sze", 12, 1],
  ["iejsze", 30, 1], ["ach", -1, 1, r_R1], ["iach", 32, 1, r_R1], ["ich", -1, 5], ["ych", -1, 5], ["i", -1, 1, r_R1],
  ["ali", 36, 1], ["ieli", 36, 1], ["ili", 36, 1], ["ami", 36, 1, r_R1], ["iami", 40, 1, r_R1], ["imi", 36, 5],
  ["ymi", 36, 5], ["owi", 36, 1, r_R1], ["iowi", 44, 1, r_R1], ["aj", -1, 1], ["ej", -1, 5], ["iej", 47, 5],
  ["am", -1, 1], ["ałam", 49, 1], ["iałam", 50, 1], ["iłam", 49, 1], ["em", -1, 1, r_R1], ["iem", 53, 1, r_R1],
  ["ałem", 53, 1], ["iałem", 55, 1], ["iłem", 53, 1], ["im", -1, 5], ["om", -1, 1, r_R1], ["iom", 59, 1, r_R1],
  ["ym", -1, 5], ["o", -1, 1, r_R1], ["ego", 62, 5], ["iego", 63, 5], ["ało", 62, 1], ["iało", 65, 1], ["iło", 62, 1],
  ["u", -1, 1, r_R1], ["iu", 68, 1, r_R1], ["emu", 68, 5], ["iemu", 70, 5], ["ów", -1, 1, r_R1], ["y", -1, 5],
  ["amy", 73, 1], ["emy", 73, 1], ["imy", 73, 1], ["liśmy", 73, 4], ["aliśmy", 77, 1], ["ieliśmy", 77, 1],
  ["iliśmy", 77, 1], ["łyśmy", 73, 4], ["ałyśmy", 81, 1], ["iałyśmy", 82, 1], ["iłyśmy", 81, 1], ["ały", 73, 1],
  ["iały", 85, 1], ["iły", 73, 1], ["asz", -1, 1], ["esz", -1, 1], ["isz", -1, 1], ["ą", -1, 1, r_R1], ["ącą", 91, 1],
  ["ającą", 92, 1], ["szącą", 92, 2], ["ią", 91, 1, r_R1], ["ają", 91, 1], ["szą", 91, 3], ["iejszą", 97, 1],
  ["ać", -1, 1], ["ieć", -1, 1], ["ić", -1, 1], ["ąć", -1, 1], ["aść", -1, 1], ["eść", -1, 1], ["ę", -1, 1],
  ["szę", 105, 2], ["ał", -1, 1], ["iał", 107, 1], ["ił", -1, 1], ["łaś", -1, 4], ["ałaś", 110, 1], ["iałaś", 111, 1],
  ["iłaś", 110, 1], ["łeś", -1, 4], ["ałeś", 114, 1], ["iałeś", 115, 1], ["iłeś", 114, 1],
];
const a_3: readonly Among[] = [
  ["ć", -1, 1], ["ń", -1, 2], ["ś", -1, 3], ["ź", -1, 4],
];
const as_3 = ["c", "n", "s", "z"] as const;

function r_mark_regions(): boolean {
  I_p1 = s.limit;
  if (!s.go_out_grouping(g_v)) {
    return false;
  }
  s.cursor += 1;
  if (!s.go_in_grouping(g_v)) {
    return false;
  }
  s.cursor += 1;
  I_p1 = s.cursor;
  return true;
}

function r_R1(): boolean {
  return I_p1 <= s.cursor;
}

function r_remove_endings(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_3 = 0;
  let v_4 = 0;
  let v_5 = 0;
  let v_6 = 0;
  v_1 = s.limit - s.cursor;
  lab0: {
    if (s.cursor < I_p1) {
      break lab0;
    }
    v_3 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (s.find_among_b(a_0) === 0) {
      s.limit_backward = v_3;
      break lab0;
    }
    s.bra = s.cursor;
    s.limit_backward = v_3;
    s.slice_del();
  }
  s.cursor = s.limit - v_1;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_2);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    s.slice_del();
  } else if (among_var === 2) {
    s.slice_from("s");
  } else if (among_var === 3) {
    while (true) {
      v_4 = s.limit - s.cursor;
      lab0: {
        if (!r_R1()) {
          break lab0;
        }
        s.slice_del();
        break;
      }
      s.cursor = s.limit - v_4;
      s.slice_from("s");
      break;
    }
  } else if (among_var === 4) {
    s.slice_from("ł");
  } else {
    s.slice_del();
    v_5 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_1);
      if (among_var === 0) {
        s.cursor = s.limit - v_5;
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_from(as_1[among_var - 1]!);
    }
  }
  v_6 = s.limit - s.cursor;
  lab0: {
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "'") {
      s.cursor = s.limit - v_6;
      break lab0;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    s.slice_del();
  }
  return true;
}

function r_normalize_consonant(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_3);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (s.cursor <= s.limit_backward) {
    return false;
  }
  s.slice_from(as_3[among_var - 1]!);
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  v_1 = s.cursor;
  r_mark_regions();
  s.cursor = v_1;
  while (true) {
    v_2 = s.cursor;
    lab0: {
      if (s.cursor + 2 > s.limit) {
        break lab0;
      }
      s.cursor += 2;
      s.limit_backward = s.cursor;
      s.cursor = s.limit;
      if (!r_remove_endings()) {
        break lab0;
      }
      s.cursor = s.limit_backward;
      break;
    }
    s.cursor = v_2;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    if (!r_normalize_consonant()) {
      return false;
    }
    s.cursor = s.limit_backward;
    break;
  }
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "óąćęłńśź";

export const stopWords =
  "";
