// Generated from swedish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouyäåö";
const g_s_ending = "bcdfghjklmnoprtvy";
const g_ost_ending = "iklnprtuv";
let I_p1: number = 0;
const a_0: readonly Among[] = [
  ["fab", -1, -1], ["h", -1, -1], ["pak", -1, -1], ["rak", -1, -1], ["stak", -1, -1], ["kom", -1, -1], ["iet", -1, -1],
  ["cit", -1, -1], ["dit", -1, -1], ["alit", -1, -1], ["ilit", -1, -1], ["mit", -1, -1], ["nit", -1, -1],
  ["pit", -1, -1], ["rit", -1, -1], ["sit", -1, -1], ["tit", -1, -1], ["uit", -1, -1], ["ivit", -1, -1],
  ["kvit", -1, -1], ["xit", -1, -1],
];
const a_1: readonly Among[] = [
  ["a", -1, 1], ["arna", 0, 1], ["erna", 0, 1], ["heterna", 2, 1], ["orna", 0, 1], ["ad", -1, 1], ["e", -1, 1],
  ["ade", 6, 1], ["ande", 6, 1], ["arne", 6, 1], ["are", 6, 1], ["aste", 6, 1], ["en", -1, 1], ["anden", 12, 1],
  ["aren", 12, 1], ["heten", 12, 1], ["ern", -1, 1], ["ar", -1, 1], ["er", -1, 1], ["heter", 18, 1], ["or", -1, 1],
  ["s", -1, 2], ["as", 21, 1], ["arnas", 22, 1], ["ernas", 22, 1], ["ornas", 22, 1], ["es", 21, 1], ["ades", 26, 1],
  ["andes", 26, 1], ["ens", 21, 1], ["arens", 29, 1], ["hetens", 29, 1], ["erns", 21, 1], ["at", -1, 1], ["et", -1, 3],
  ["andet", 34, 1], ["het", 34, 1], ["ast", -1, 1],
];
const a_2: readonly Among[] = [
  ["dd", -1, -1], ["gd", -1, -1], ["nn", -1, -1], ["dt", -1, -1], ["gt", -1, -1], ["kt", -1, -1], ["tt", -1, -1],
];
const a_3: readonly Among[] = [
  ["ig", -1, 1], ["lig", 0, 1], ["els", -1, 1], ["fullt", -1, 3], ["öst", -1, 2],
];

function r_mark_regions(): boolean {
  let I_x = 0;
  let v_1 = 0;
  I_p1 = s.limit;
  v_1 = s.cursor;
  if (s.cursor + 3 > s.limit) {
    return false;
  }
  s.cursor += 3;
  I_x = s.cursor;
  s.cursor = v_1;
  if (!s.go_out_grouping(g_v)) {
    return false;
  }
  s.cursor += 1;
  if (!s.go_in_grouping(g_v)) {
    return false;
  }
  s.cursor += 1;
  I_p1 = s.cursor;
  lab0: {
    if (I_p1 >= I_x) {
      break lab0;
    }
    I_p1 = I_x;
  }
  return true;
}

function r_et_condition(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  v_1 = s.limit - s.cursor;
  if (!s.out_grouping_b(g_v)) {
    return false;
  }
  if (!s.in_grouping_b(g_v)) {
    return false;
  }
  if (s.cursor <= s.limit_backward) {
    return false;
  }
  s.cursor = s.limit - v_1;
  v_2 = s.limit - s.cursor;
  lab0: {
    if (s.find_among_b(a_0) === 0) {
      break lab0;
    }
    return false;
  }
  s.cursor = s.limit - v_2;
  return true;
}

function r_main_suffix(): boolean {
  let among_var = 0;
  let v_2 = 0;
  let v_3 = 0;
  if (s.cursor < I_p1) {
    return false;
  }
  v_2 = s.limit_backward;
  s.limit_backward = I_p1;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_1);
  if (among_var === 0) {
    s.limit_backward = v_2;
    return false;
  }
  s.bra = s.cursor;
  s.limit_backward = v_2;
  if (among_var === 1) {
    s.slice_del();
  } else if (among_var === 2) {
    while (true) {
      v_3 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("et")) {
          break lab0;
        }
        if (!r_et_condition()) {
          break lab0;
        }
        s.bra = s.cursor;
        break;
      }
      s.cursor = s.limit - v_3;
      if (!s.in_grouping_b(g_s_ending)) {
        return false;
      }
      break;
    }
    s.slice_del();
  } else {
    if (!r_et_condition()) {
      return false;
    }
    s.slice_del();
  }
  return true;
}

function r_consonant_pair(): boolean {
  let v_2 = 0;
  let v_3 = 0;
  if (s.cursor < I_p1) {
    return false;
  }
  v_2 = s.limit_backward;
  s.limit_backward = I_p1;
  v_3 = s.limit - s.cursor;
  if (s.find_among_b(a_2) === 0) {
    s.limit_backward = v_2;
    return false;
  }
  s.cursor = s.limit - v_3;
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward) {
    s.limit_backward = v_2;
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  s.slice_del();
  s.limit_backward = v_2;
  return true;
}

function r_other_suffix(): boolean {
  let among_var = 0;
  let v_2 = 0;
  if (s.cursor < I_p1) {
    return false;
  }
  v_2 = s.limit_backward;
  s.limit_backward = I_p1;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_3);
  if (among_var === 0) {
    s.limit_backward = v_2;
    return false;
  }
  s.bra = s.cursor;
  s.limit_backward = v_2;
  if (among_var === 1) {
    s.slice_del();
  } else if (among_var === 2) {
    if (!s.in_grouping_b(g_ost_ending)) {
      return false;
    }
    s.slice_from("ös");
  } else {
    s.slice_from("full");
  }
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  v_1 = s.cursor;
  r_mark_regions();
  s.cursor = v_1;
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_2 = s.limit - s.cursor;
  r_main_suffix();
  s.cursor = s.limit - v_2;
  v_3 = s.limit - s.cursor;
  r_consonant_pair();
  s.cursor = s.limit - v_3;
  v_4 = s.limit - s.cursor;
  r_other_suffix();
  s.cursor = s.limit - v_4;
  s.cursor = s.limit_backward;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "äåö";

export const stopWords =
  "alla allt an ar at att av blev bli blir blivit da dar de dem den denna deras dess dessa det detta dig din dina " +
  "ditt du efter ej eller en er era ert ett for fran ha hade han hans har henne hennes hon honom hur i icke ingen " +
  "inom inte jag ju kan kunde man med mellan men mig min mina mitt mot mycket nagon nagot nagra nar ni nu och om " +
  "oss over pa sa sadan sadana sadant samma sedan sig sin sina sitta sjalv skulle som till under upp ut utan vad " +
  "var vara varfor varit varje vars vart vem vi vid vilka vilkas vilken vilket ";
