// Generated from irish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouáéíóú";
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among([
    null, "b',d',h-,m',n-,t-", "bhf,d'fh,fh", "sh,ts", "bh,mb", "ch,gc", "dh,nd", "gh,ng", "bp,ph", "dt,th", "mh",
  ]);
  const as_0 = ["", "f", "s", "b", "c", "d", "g", "p", "t", "m"] as const;
  const a_1 = s.among_b([
    null, "íochta,aíochta,abh,eabh,ibh,aibh,amh,eamh,imh,aimh,íocht,aíocht", "ire,aire,irí,airí",
  ]);
  const a_2 = s.among_b([
    null, "achta,eachta,ach,each,achtúil,eachtúil,acht,eacht", "arcachta,arcacht,arcachtaí", "gineach,gineas,ginis",
    "grafaíochta,grafaíoch,grafaíocht,grafaíochtaí", "patacha,paite,patach,pataigh", "óideacha,óideach,óidigh",
  ]);
  const a_3 = s.among_b([null, "imid,aimid,ímid,aímid,faidh,fidh", "adh,eadh,áil,ain,tear,tar"]);

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

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "áéíóú";

export const stopWords =
  "";
