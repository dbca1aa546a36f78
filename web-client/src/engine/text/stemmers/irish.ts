// Generated from irish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouáéíóú";
let I_p2: number = 0;
let I_p1: number = 0;
let I_pV: number = 0;
const a_0: readonly Among[] = [
  ["b'", -1, 1], ["bh", -1, 4], ["bhf", 1, 2], ["bp", -1, 8], ["ch", -1, 5], ["d'", -1, 1], ["d'fh", 5, 2],
  ["dh", -1, 6], ["dt", -1, 9], ["fh", -1, 2], ["gc", -1, 5], ["gh", -1, 7], ["h-", -1, 1], ["m'", -1, 1],
  ["mb", -1, 4], ["mh", -1, 10], ["n-", -1, 1], ["nd", -1, 6], ["ng", -1, 7], ["ph", -1, 8], ["sh", -1, 3],
  ["t-", -1, 1], ["th", -1, 9], ["ts", -1, 3],
];
const as_0 = ["", "f", "s", "b", "c", "d", "g", "p", "t", "m"] as const;
const a_1: readonly Among[] = [
  ["íochta", -1, 1], ["aíochta", 0, 1], ["ire", -1, 2], ["aire", 2, 2], ["abh", -1, 1], ["eabh", 4, 1], ["ibh", -1, 1],
  ["aibh", 6, 1], ["amh", -1, 1], ["eamh", 8, 1], ["imh", -1, 1], ["aimh", 10, 1], ["íocht", -1, 1], ["aíocht", 12, 1],
  ["irí", -1, 2], ["airí", 14, 2],
];
const a_2: readonly Among[] = [
  ["óideacha", -1, 6], ["patacha", -1, 5], ["achta", -1, 1], ["arcachta", 2, 2], ["eachta", 2, 1],
  ["grafaíochta", -1, 4], ["paite", -1, 5], ["ach", -1, 1], ["each", 7, 1], ["óideach", 8, 6], ["gineach", 8, 3],
  ["patach", 7, 5], ["grafaíoch", -1, 4], ["pataigh", -1, 5], ["óidigh", -1, 6], ["achtúil", -1, 1],
  ["eachtúil", 15, 1], ["gineas", -1, 3], ["ginis", -1, 3], ["acht", -1, 1], ["arcacht", 19, 2], ["eacht", 19, 1],
  ["grafaíocht", -1, 4], ["arcachtaí", -1, 2], ["grafaíochtaí", -1, 4],
];
const a_3: readonly Among[] = [
  ["imid", -1, 1], ["aimid", 0, 1], ["ímid", -1, 1], ["aímid", 2, 1], ["adh", -1, 2], ["eadh", 4, 2], ["faidh", -1, 1],
  ["fidh", -1, 1], ["áil", -1, 2], ["ain", -1, 2], ["tear", -1, 2], ["tar", -1, 2],
];

function r_mark_regions(): boolean {
  let v_1 = 0;
  I_pV = s.limit;
  I_p1 = s.limit;
  I_p2 = s.limit;
  v_1 = s.cursor;
  lab0: {
    if (!s.go_out_grouping(g_v)) {
      break lab0;
    }
    s.cursor += 1;
    I_pV = s.cursor;
    if (!s.go_in_grouping(g_v)) {
      break lab0;
    }
    s.cursor += 1;
    I_p1 = s.cursor;
    if (!s.go_out_grouping(g_v)) {
      break lab0;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      break lab0;
    }
    s.cursor += 1;
    I_p2 = s.cursor;
  }
  s.cursor = v_1;
  return true;
}

function r_initial_morph(): boolean {
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

function r_R1(): boolean {
  return I_p1 <= s.cursor;
}

function r_R2(): boolean {
  return I_p2 <= s.cursor;
}

function r_noun_sfx(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_1);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (!r_R1()) {
      return false;
    }
    s.slice_del();
  } else {
    if (!r_R2()) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_deriv(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_2);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (!r_R2()) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 2) {
    s.slice_from("arc");
  } else if (among_var === 3) {
    s.slice_from("gin");
  } else if (among_var === 4) {
    s.slice_from("graf");
  } else if (among_var === 5) {
    s.slice_from("paite");
  } else {
    s.slice_from("óid");
  }
  return true;
}

function r_verb_sfx(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_3);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (I_pV > s.cursor) {
      return false;
    }
    s.slice_del();
  } else {
    if (!r_R1()) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  v_1 = s.cursor;
  r_initial_morph();
  s.cursor = v_1;
  r_mark_regions();
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_2 = s.limit - s.cursor;
  r_noun_sfx();
  s.cursor = s.limit - v_2;
  v_3 = s.limit - s.cursor;
  r_deriv();
  s.cursor = s.limit - v_3;
  v_4 = s.limit - s.cursor;
  r_verb_sfx();
  s.cursor = s.limit - v_4;
  s.cursor = s.limit_backward;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "áéíóú";

export const stopWords =
  "";
