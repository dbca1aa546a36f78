// Generated from czech.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyáéíóúýěů";
  const g_v_or_syllabic_c = "aeiloruyáéíóúýěů";
  const g_ev_ending = "hknrtz";
  const g_env_ending = "bcdhkprstvzčšž";
  let I_p1: number = 0;
  const a_0 = s.among_b(["nc,avc,ovc", "c", "ínc"]);
  const as_0 = ["k", "ínk"] as const;
  const a_1 = s.among_b(["nc,avc,ovc,dešt,lešt,išt,poušt,ášt,íšt", "c", "ínc", "čt", "št"]);
  const as_1 = ["k", "ínk", "ck", "sk"] as const;
  const a_2 = s.among_b([null, "ov,ův", "in"]);
  const a_3 = s.among_b([null, "l,s,č,ř,ž", ",tl,es,eč"]);
  const as_3 = ["", "et"] as const;
  const a_4 = s.among_b(["obl,sn,dot"]);
  const a_5 = s.among_b(["uc,h,ok,kar,č"]);
  const a_6 = s.among_b([
    null,
    "a,ama,ata,ěte,atech,ách,ých,mi,ami,ými,ěmi,ěti,ovi,ětem,ám,ém,ým,ěm,ům,atům,o,ého,us,at,u,ému,ou,y,aty,á,é,ové,ý,ě,ů",
    "e,ech,emi,em", "ete,eti,etem", "eb", "ec", "ek", "ěk", "eň", "et", "ev", "ťmi,ť", "ích,i,ími,ím,ího,ímu,í",
  ]);

  function r_mark_regions(): boolean {
    let I_x = 0;
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    I_x = s.cursor;
    s.cursor = v_1;
    I_p1 = s.limit;
    v_2 = s.cursor;
    lab0: {
      while (true) {
        lab1: {
          if (!s.in_grouping(g_v)) {
            break lab1;
          }
          break;
        }
        if (s.cursor >= s.limit) {
          break lab0;
        }
        s.cursor += 1;
        if (!s.go_out_grouping(g_v_or_syllabic_c)) {
          break lab0;
        }
        s.cursor += 1;
        break;
      }
      if (!s.go_in_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
      I_p1 = s.cursor;
      lab1: {
        if (I_p1 >= I_x) {
          break lab1;
        }
        I_p1 = I_x;
      }
    }
    s.cursor = v_2;
    return true;
  }

  function r_palatalise_e(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_0);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var > 0) {
      s.slice_from(as_0[among_var - 1]!);
    }
    return true;
  }

  function r_palatalise_i(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var > 0) {
      s.slice_from(as_1[among_var - 1]!);
    }
    return true;
  }

  function r_possessive_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (I_p1 > s.cursor) {
      return false;
    }
    if (among_var === 1) {
      s.slice_del();
    } else {
      s.slice_del();
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!r_palatalise_i()) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
      }
    }
    return true;
  }

  function r_case_suffix(): boolean {
    let among_var = 0;
    let v_10 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_6);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_del();
      v_3 = s.limit - s.cursor;
      lab0: {
        if (!r_palatalise_e()) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
      }
    } else if (among_var === 3) {
      among_var = s.find_among_b(a_3);
      s.slice_from(as_3[among_var - 1]!);
    } else if (among_var === 4) {
      v_4 = s.limit - s.cursor;
      if (!s.out_grouping_b(g_v)) {
        return false;
      }
      s.cursor = s.limit - v_4;
      lab0: {
        if (!s.eq_s_b("tř")) {
          break lab0;
        }
        return false;
      }
      s.slice_from("b");
    } else if (among_var === 5) {
      v_5 = s.limit - s.cursor;
      if (!s.out_grouping_b(g_v)) {
        return false;
      }
      s.cursor = s.limit - v_5;
      s.slice_del();
      s.insert(s.cursor, s.cursor, "c");
      v_6 = s.limit - s.cursor;
      lab0: {
        if (!r_palatalise_e()) {
          s.cursor = s.limit - v_6;
          break lab0;
        }
      }
    } else if (among_var === 6) {
      v_7 = s.limit - s.cursor;
      if (!s.out_grouping_b(g_v)) {
        return false;
      }
      s.cursor = s.limit - v_7;
      v_8 = s.limit - s.cursor;
      lab0: {
        if (s.find_among_b(a_4) === 0) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_8;
      s.slice_from("k");
    } else if (among_var === 7) {
      if (!s.eq_s_b("n")) {
        return false;
      }
      s.bra = s.cursor;
      s.slice_from("ňk");
    } else if (among_var === 8) {
      v_9 = s.limit - s.cursor;
      if (!s.in_grouping_b(g_env_ending)) {
        return false;
      }
      s.cursor = s.limit - v_9;
      s.slice_from("n");
    } else if (among_var === 9) {
      if (s.find_among_b(a_5) === 0) {
        return false;
      }
      s.slice_from("t");
    } else if (among_var === 10) {
      if (!s.in_grouping_b(g_ev_ending)) {
        return false;
      }
      s.slice_from("v");
    } else if (among_var === 11) {
      s.slice_from("t");
    } else {
      s.slice_del();
      v_10 = s.limit - s.cursor;
      lab0: {
        if (!r_palatalise_i()) {
          s.cursor = s.limit - v_10;
          break lab0;
        }
      }
    }
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    if (!r_mark_regions()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_case_suffix();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    r_possessive_suffix();
    s.cursor = s.limit - v_2;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "áéíóúýčěňřšťůž";

export const stopWords =
  "";
