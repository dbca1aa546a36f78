// Generated from sesotho.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiou";
  let I_pV: number = 0;
  const a_0 = s.among(["ba,boi,le,li,ma,me,mo,se"]);
  const a_1 = s.among_b([null, "a,ela,isa,wa,ile,etse,ang,eng,ong"]);
  const a_2 = s.among_b([null, "ana,nyana,oa,i,ano"]);

  function r_mark_regions(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.cursor;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_pV = s.cursor;
    s.cursor = v_1;
    v_2 = s.cursor;
    if (s.cursor + 2 > s.limit) {
      return false;
    }
    s.cursor += 2;
    lab0: {
      if (s.cursor <= I_pV) {
        break lab0;
      }
      I_pV = s.cursor;
    }
    s.cursor = v_2;
    return true;
  }

  function r_remove_noun_prefixes(): boolean {
    let v_1 = 0;
    s.bra = s.cursor;
    if (s.find_among(a_0) === 0) {
      return false;
    }
    s.ket = s.cursor;
    v_1 = s.cursor;
    if (s.cursor >= s.limit) {
      return false;
    }
    s.cursor += 1;
    if (s.cursor >= s.limit) {
      return false;
    }
    s.cursor = v_1;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    s.slice_del();
    return true;
  }

  function r_remove_verb_suffixes(): boolean {
    let v_2 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    if (s.find_among_b(a_1) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.limit_backward = v_2;
    return true;
  }

  function r_remove_nominal_suffixes(): boolean {
    let v_2 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    if (s.find_among_b(a_2) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.limit_backward = v_2;
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    if (!r_mark_regions()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_remove_nominal_suffixes();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    r_remove_verb_suffixes();
    s.cursor = s.limit - v_2;
    s.cursor = s.limit_backward;
    v_3 = s.cursor;
    r_remove_noun_prefixes();
    s.cursor = v_3;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
