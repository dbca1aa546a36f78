// Generated from dutch.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_E = "eèéêë";
  const g_AIOU = "aiouàáâäìíîïòóôöùúûü";
  const g_AEIOU = "aeiouàáâäèéêëìíîïòóôöùúûü";
  const g_v = "aeiouyàáâäèéêëìíîïòóôöùúûü";
  const g_v_WX = "aeiouwxyàáâäèéêëìíîïòóôöùúûü";
  let B_GE_removed: boolean = false;
  let I_p2: number = 0;
  let I_p1: number = 0;
  const a_0 = s.among_b([null, "a,o,u,à,á,â,ä,ò,ó,ô,ö,ù,ú,û,ü", "e,è,é,ê", "eë", "ië"]);
  const a_1 = s.among_b([null, "'s", "s", "ies", "es", "és", "aus", "en", "nde"]);
  const a_2 = s.among_b([null, "je", "ge", "lijke", "ische", "de", "te", "se", "re", "le", "ene", "ieve"]);
  const a_3 = s.among_b([
    null, "atie", "iteit", "heid,sel,ster", "rder", "isme,ing,erij", "arij", "fie", "gie", "tst", "dst",
  ]);
  const a_4 = s.among_b([
    null, "ioneel", "atief", "achtig,baar,achtiger,achtigst", "naar", "laar", "raar", "tant", "lijker,lijkst",
    "end,erig,eriger,erigst",
  ]);
  const a_5 = s.among_b([null, "ig,iger,igst"]);
  const a_6 = s.among_b([null, "kt", "ft", "pt"]);
  const as_6 = ["k", "f", "p"] as const;
  const a_7 = s.among_b([
    null, "bb", "cc", "dd", "ff,v", "gg", "hh", "jj", "kk", "ll", "mm", "nn", "pp", "qq", "rr", "ss,z", "tt", "vv",
    "ww", "xx", "zz",
  ]);
  const a_8 = s.among_b([null, "d", "t"]);
  const a_9 = s.among([",vali", "eft,vaa,val,vare"]);
  const a_10 = s.among([null, "ë", "ï"]);
  const as_10 = ["e", "i"] as const;
  const a_11 = s.among([null, "ë", "ï"]);
  const as_11 = ["e", "i"] as const;

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_R2(): boolean {
    return I_p2 <= s.cursor;
  }

  function r_V(): boolean {
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    while (true) {
      lab0: {
        if (!s.in_grouping_b(g_v)) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("ij")) {
        return false;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    return true;
  }

  function r_VX(): boolean {
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    while (true) {
      lab0: {
        if (!s.in_grouping_b(g_v)) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("ij")) {
        return false;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    return true;
  }

  function r_C(): boolean {
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!s.eq_s_b("ij")) {
        break lab0;
      }
      return false;
    }
    if (!s.out_grouping_b(g_v)) {
      return false;
    }
    s.cursor = s.limit - v_1;
    return true;
  }

  function r_lengthen_V(): boolean {
    let S_ch = "";
    let among_var = 0;
    let c = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!s.out_grouping_b(g_v_WX)) {
        break lab0;
      }
      s.ket = s.cursor;
      among_var = s.find_among_b(a_0);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (among_var === 1) {
        v_2 = s.limit - s.cursor;
        while (true) {
          lab1: {
            if (!s.out_grouping_b(g_AEIOU)) {
              break lab1;
            }
            break;
          }
          if (s.cursor > s.limit_backward) {
            break lab0;
          }
          break;
        }
        s.cursor = s.limit - v_2;
        S_ch = s.slice_to();
        c = s.cursor;
        s.insert(s.cursor, s.cursor, S_ch);
        s.cursor = c;
      } else if (among_var === 2) {
        v_3 = s.limit - s.cursor;
        while (true) {
          lab1: {
            if (!s.out_grouping_b(g_AEIOU)) {
              break lab1;
            }
            break;
          }
          if (s.cursor > s.limit_backward) {
            break lab0;
          }
          break;
        }
        v_4 = s.limit - s.cursor;
        lab1: {
          while (true) {
            lab2: {
              if (!s.in_grouping_b(g_AIOU)) {
                break lab2;
              }
              break;
            }
            if (!s.in_grouping_b(g_E)) {
              break lab1;
            }
            if (s.cursor > s.limit_backward) {
              break lab1;
            }
            break;
          }
          break lab0;
        }
        s.cursor = s.limit - v_4;
        v_5 = s.limit - s.cursor;
        lab1: {
          if (s.cursor <= s.limit_backward) {
            break lab1;
          }
          s.cursor -= 1;
          if (!s.in_grouping_b(g_AIOU)) {
            break lab1;
          }
          if (!s.out_grouping_b(g_AEIOU)) {
            break lab1;
          }
          break lab0;
        }
        s.cursor = s.limit - v_5;
        s.cursor = s.limit - v_3;
        S_ch = s.slice_to();
        c = s.cursor;
        s.insert(s.cursor, s.cursor, S_ch);
        s.cursor = c;
      } else if (among_var === 3) {
        s.slice_from("eëe");
      } else {
        s.slice_from("iee");
      }
    }
    s.cursor = s.limit - v_1;
    return true;
  }

  function r_Step_1(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      if (!r_R1()) {
        return false;
      }
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("t")) {
          break lab0;
        }
        if (!r_R1()) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_1;
      if (!r_C()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 3) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("ie");
    } else if (among_var === 4) {
      while (true) {
        v_2 = s.limit - s.cursor;
        lab0: {
          v_3 = s.limit - s.cursor;
          if (!s.eq_s_b("ar")) {
            break lab0;
          }
          if (!r_R1()) {
            break lab0;
          }
          if (!r_C()) {
            break lab0;
          }
          s.cursor = s.limit - v_3;
          s.slice_del();
          r_lengthen_V();
          break;
        }
        s.cursor = s.limit - v_2;
        lab0: {
          v_4 = s.limit - s.cursor;
          if (!s.eq_s_b("er")) {
            break lab0;
          }
          if (!r_R1()) {
            break lab0;
          }
          if (!r_C()) {
            break lab0;
          }
          s.cursor = s.limit - v_4;
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_2;
        if (!r_R1()) {
          return false;
        }
        if (!r_C()) {
          return false;
        }
        s.slice_from("e");
        break;
      }
    } else if (among_var === 5) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("é");
    } else if (among_var === 6) {
      if (!r_R1()) {
        return false;
      }
      if (!r_V()) {
        return false;
      }
      s.slice_from("au");
    } else if (among_var === 7) {
      while (true) {
        v_5 = s.limit - s.cursor;
        lab0: {
          if (!s.eq_s_b("hed")) {
            break lab0;
          }
          if (!r_R1()) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_from("heid");
          break;
        }
        s.cursor = s.limit - v_5;
        lab0: {
          if (!s.eq_s_b("nd")) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_5;
        lab0: {
          if (!s.eq_s_b("d")) {
            break lab0;
          }
          if (!r_R1()) {
            break lab0;
          }
          if (!r_C()) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_5;
        lab0: {
          while (true) {
            lab1: {
              if (!s.eq_s_b("i")) {
                break lab1;
              }
              break;
            }
            if (!s.eq_s_b("j")) {
              break lab0;
            }
            break;
          }
          if (!r_V()) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_5;
        if (!r_R1()) {
          return false;
        }
        if (!r_C()) {
          return false;
        }
        s.slice_del();
        r_lengthen_V();
        break;
      }
    } else {
      s.slice_from("nd");
    }
    return true;
  }

  function r_Step_2(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        v_1 = s.limit - s.cursor;
        lab0: {
          if (!s.eq_s_b("'t")) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_1;
        lab0: {
          if (!s.eq_s_b("et")) {
            break lab0;
          }
          s.bra = s.cursor;
          if (!r_R1()) {
            break lab0;
          }
          if (!r_C()) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_1;
        lab0: {
          if (!s.eq_s_b("rnt")) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_from("rn");
          break;
        }
        s.cursor = s.limit - v_1;
        lab0: {
          if (!s.eq_s_b("t")) {
            break lab0;
          }
          s.bra = s.cursor;
          if (!r_R1()) {
            break lab0;
          }
          if (!r_VX()) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_1;
        lab0: {
          if (!s.eq_s_b("ink")) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_from("ing");
          break;
        }
        s.cursor = s.limit - v_1;
        lab0: {
          if (!s.eq_s_b("mp")) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_from("m");
          break;
        }
        s.cursor = s.limit - v_1;
        lab0: {
          if (!s.eq_s_b("'")) {
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
        s.bra = s.cursor;
        if (!r_R1()) {
          return false;
        }
        if (!r_C()) {
          return false;
        }
        s.slice_del();
        break;
      }
    } else if (among_var === 2) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("g");
    } else if (among_var === 3) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("lijk");
    } else if (among_var === 4) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("isch");
    } else if (among_var === 5) {
      if (!r_R1()) {
        return false;
      }
      if (!r_C()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 6) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("t");
    } else if (among_var === 7) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("s");
    } else if (among_var === 8) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("r");
    } else if (among_var === 9) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
      s.insert(s.cursor, s.cursor, "l");
      r_lengthen_V();
    } else if (among_var === 10) {
      if (!r_R1()) {
        return false;
      }
      if (!r_C()) {
        return false;
      }
      s.slice_del();
      s.insert(s.cursor, s.cursor, "en");
      r_lengthen_V();
    } else {
      if (!r_R1()) {
        return false;
      }
      if (!r_C()) {
        return false;
      }
      s.slice_from("ief");
    }
    return true;
  }

  function r_Step_3(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_3);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("eer");
    } else if (among_var === 2) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
      r_lengthen_V();
    } else if (among_var === 3) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 4) {
      s.slice_from("r");
    } else if (among_var === 5) {
      while (true) {
        v_1 = s.limit - s.cursor;
        lab0: {
          if (!s.eq_s_b("ild")) {
            break lab0;
          }
          s.slice_from("er");
          break;
        }
        s.cursor = s.limit - v_1;
        if (!r_R1()) {
          return false;
        }
        s.slice_del();
        r_lengthen_V();
        break;
      }
    } else if (among_var === 6) {
      if (!r_R1()) {
        return false;
      }
      if (!r_C()) {
        return false;
      }
      s.slice_from("aar");
    } else if (among_var === 7) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
      s.insert(s.cursor, s.cursor, "f");
      r_lengthen_V();
    } else if (among_var === 8) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
      s.insert(s.cursor, s.cursor, "g");
      r_lengthen_V();
    } else if (among_var === 9) {
      if (!r_R1()) {
        return false;
      }
      if (!r_C()) {
        return false;
      }
      s.slice_from("t");
    } else {
      if (!r_R1()) {
        return false;
      }
      if (!r_C()) {
        return false;
      }
      s.slice_from("d");
    }
    return true;
  }

  function r_Step_4(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_4);
        if (among_var === 0) {
          break lab0;
        }
        s.bra = s.cursor;
        if (among_var === 1) {
          if (!r_R1()) {
            break lab0;
          }
          s.slice_from("ie");
        } else if (among_var === 2) {
          if (!r_R1()) {
            break lab0;
          }
          s.slice_from("eer");
        } else if (among_var === 3) {
          if (!r_R1()) {
            break lab0;
          }
          s.slice_del();
        } else if (among_var === 4) {
          if (!r_R1()) {
            break lab0;
          }
          if (!r_V()) {
            break lab0;
          }
          s.slice_from("n");
        } else if (among_var === 5) {
          if (!r_R1()) {
            break lab0;
          }
          if (!r_V()) {
            break lab0;
          }
          s.slice_from("l");
        } else if (among_var === 6) {
          if (!r_R1()) {
            break lab0;
          }
          if (!r_V()) {
            break lab0;
          }
          s.slice_from("r");
        } else if (among_var === 7) {
          if (!r_R1()) {
            break lab0;
          }
          s.slice_from("teer");
        } else if (among_var === 8) {
          if (!r_R1()) {
            break lab0;
          }
          s.slice_from("lijk");
        } else {
          if (!r_R1()) {
            break lab0;
          }
          if (!r_C()) {
            break lab0;
          }
          s.slice_del();
          r_lengthen_V();
        }
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      if (s.find_among_b(a_5) === 0) {
        return false;
      }
      s.bra = s.cursor;
      if (!r_R1()) {
        return false;
      }
      v_2 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("inn")) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_2;
      if (!r_C()) {
        return false;
      }
      s.slice_del();
      r_lengthen_V();
      break;
    }
    return true;
  }

  function r_Step_7(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_6);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from(as_6[among_var - 1]!);
    return true;
  }

  function r_Step_6(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_7);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_from("b");
    } else if (among_var === 2) {
      s.slice_from("c");
    } else if (among_var === 3) {
      s.slice_from("d");
    } else if (among_var === 4) {
      s.slice_from("f");
    } else if (among_var === 5) {
      s.slice_from("g");
    } else if (among_var === 6) {
      s.slice_from("h");
    } else if (among_var === 7) {
      s.slice_from("j");
    } else if (among_var === 8) {
      s.slice_from("k");
    } else if (among_var === 9) {
      s.slice_from("l");
    } else if (among_var === 10) {
      s.slice_from("m");
    } else if (among_var === 11) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("i")) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_1;
      s.slice_from("n");
    } else if (among_var === 12) {
      s.slice_from("p");
    } else if (among_var === 13) {
      s.slice_from("q");
    } else if (among_var === 14) {
      s.slice_from("r");
    } else if (among_var === 15) {
      s.slice_from("s");
    } else if (among_var === 16) {
      s.slice_from("t");
    } else if (among_var === 17) {
      s.slice_from("v");
    } else if (among_var === 18) {
      s.slice_from("w");
    } else if (among_var === 19) {
      s.slice_from("x");
    } else {
      s.slice_from("z");
    }
    return true;
  }

  function r_Step_1c(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_8);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    if (!r_C()) {
      return false;
    }
    if (among_var === 1) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("n")) {
          break lab0;
        }
        if (!r_R1()) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_1;
      while (true) {
        v_2 = s.limit - s.cursor;
        lab0: {
          if (!s.eq_s_b("in")) {
            break lab0;
          }
          if (s.cursor > s.limit_backward) {
            break lab0;
          }
          s.slice_from("n");
          break;
        }
        s.cursor = s.limit - v_2;
        s.slice_del();
        break;
      }
    } else {
      v_3 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("h")) {
          break lab0;
        }
        if (!r_R1()) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_3;
      v_4 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("en")) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_4;
      s.slice_del();
    }
    return true;
  }

  function r_Lose_prefix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    s.bra = s.cursor;
    if (!s.eq_s("ge")) {
      return false;
    }
    s.ket = s.cursor;
    v_1 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    s.cursor = v_1;
    v_2 = s.cursor;
    while (true) {
      v_3 = s.cursor;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s("ij")) {
              break lab1;
            }
            break;
          }
          if (!s.in_grouping(g_v)) {
            break lab0;
          }
          break;
        }
        break;
      }
      s.cursor = v_3;
      if (s.cursor >= s.limit) {
        return false;
      }
      s.cursor += 1;
    }
    while (true) {
      v_4 = s.cursor;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s("ij")) {
              break lab1;
            }
            break;
          }
          if (!s.in_grouping(g_v)) {
            break lab0;
          }
          break;
        }
        continue;
      }
      s.cursor = v_4;
      break;
    }
    if (s.cursor >= s.limit) {
      return false;
    }
    s.cursor = v_2;
    among_var = s.find_among(a_9);
    if (among_var === 1) {
      return false;
    }
    B_GE_removed = true;
    s.slice_del();
    v_5 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      among_var = s.find_among(a_10);
      if (among_var === 0) {
        break lab0;
      }
      s.ket = s.cursor;
      s.slice_from(as_10[among_var - 1]!);
    }
    s.cursor = v_5;
    return true;
  }

  function r_Lose_infix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    if (s.cursor >= s.limit) {
      return false;
    }
    s.cursor += 1;
    while (true) {
      lab0: {
        s.bra = s.cursor;
        if (!s.eq_s("ge")) {
          break lab0;
        }
        s.ket = s.cursor;
        break;
      }
      if (s.cursor >= s.limit) {
        return false;
      }
      s.cursor += 1;
    }
    v_1 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    s.cursor = v_1;
    v_2 = s.cursor;
    while (true) {
      v_3 = s.cursor;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s("ij")) {
              break lab1;
            }
            break;
          }
          if (!s.in_grouping(g_v)) {
            break lab0;
          }
          break;
        }
        break;
      }
      s.cursor = v_3;
      if (s.cursor >= s.limit) {
        return false;
      }
      s.cursor += 1;
    }
    while (true) {
      v_4 = s.cursor;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s("ij")) {
              break lab1;
            }
            break;
          }
          if (!s.in_grouping(g_v)) {
            break lab0;
          }
          break;
        }
        continue;
      }
      s.cursor = v_4;
      break;
    }
    if (s.cursor >= s.limit) {
      return false;
    }
    s.cursor = v_2;
    B_GE_removed = true;
    s.slice_del();
    v_5 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      among_var = s.find_among(a_11);
      if (among_var === 0) {
        break lab0;
      }
      s.ket = s.cursor;
      s.slice_from(as_11[among_var - 1]!);
    }
    s.cursor = v_5;
    return true;
  }

  function r_measure(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    I_p1 = s.limit;
    I_p2 = s.limit;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        lab1: {
          if (!s.out_grouping(g_v)) {
            break lab1;
          }
          continue;
        }
        break;
      }
      v_2 = 1;
      while (true) {
        v_3 = s.cursor;
        lab1: {
          while (true) {
            lab2: {
              if (!s.eq_s("ij")) {
                break lab2;
              }
              break;
            }
            if (!s.in_grouping(g_v)) {
              break lab1;
            }
            break;
          }
          v_2 -= 1;
          continue;
        }
        s.cursor = v_3;
        break;
      }
      if (v_2 > 0) {
        break lab0;
      }
      if (!s.out_grouping(g_v)) {
        break lab0;
      }
      I_p1 = s.cursor;
      while (true) {
        lab1: {
          if (!s.out_grouping(g_v)) {
            break lab1;
          }
          continue;
        }
        break;
      }
      v_4 = 1;
      while (true) {
        v_5 = s.cursor;
        lab1: {
          while (true) {
            lab2: {
              if (!s.eq_s("ij")) {
                break lab2;
              }
              break;
            }
            if (!s.in_grouping(g_v)) {
              break lab1;
            }
            break;
          }
          v_4 -= 1;
          continue;
        }
        s.cursor = v_5;
        break;
      }
      if (v_4 > 0) {
        break lab0;
      }
      if (!s.out_grouping(g_v)) {
        break lab0;
      }
      I_p2 = s.cursor;
    }
    s.cursor = v_1;
    return true;
  }

  function run(): boolean {
    let B_stemmed = false;
    let v_1 = 0;
    let v_10 = 0;
    let v_11 = 0;
    let v_12 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    B_stemmed = false;
    r_measure();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!r_Step_1()) {
        break lab0;
      }
      B_stemmed = true;
    }
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    lab0: {
      if (!r_Step_2()) {
        break lab0;
      }
      B_stemmed = true;
    }
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    lab0: {
      if (!r_Step_3()) {
        break lab0;
      }
      B_stemmed = true;
    }
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    lab0: {
      if (!r_Step_4()) {
        break lab0;
      }
      B_stemmed = true;
    }
    s.cursor = s.limit - v_4;
    s.cursor = s.limit_backward;
    B_GE_removed = false;
    v_5 = s.cursor;
    lab0: {
      v_6 = s.cursor;
      if (!r_Lose_prefix()) {
        break lab0;
      }
      s.cursor = v_6;
      r_measure();
    }
    s.cursor = v_5;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_7 = s.limit - s.cursor;
    lab0: {
      if (!B_GE_removed) {
        break lab0;
      }
      B_stemmed = true;
      if (!r_Step_1c()) {
        break lab0;
      }
    }
    s.cursor = s.limit - v_7;
    s.cursor = s.limit_backward;
    B_GE_removed = false;
    v_8 = s.cursor;
    lab0: {
      v_9 = s.cursor;
      if (!r_Lose_infix()) {
        break lab0;
      }
      s.cursor = v_9;
      r_measure();
    }
    s.cursor = v_8;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_10 = s.limit - s.cursor;
    lab0: {
      if (!B_GE_removed) {
        break lab0;
      }
      B_stemmed = true;
      if (!r_Step_1c()) {
        break lab0;
      }
    }
    s.cursor = s.limit - v_10;
    s.cursor = s.limit_backward;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_11 = s.limit - s.cursor;
    lab0: {
      if (!r_Step_7()) {
        break lab0;
      }
      B_stemmed = true;
    }
    s.cursor = s.limit - v_11;
    v_12 = s.limit - s.cursor;
    lab0: {
      if (!B_stemmed) {
        break lab0;
      }
      if (!r_Step_6()) {
        break lab0;
      }
    }
    s.cursor = s.limit - v_12;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "àáâäèéêëìíîïòóôöùúûü";

export const stopWords =
  "aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge " +
  "geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar " +
  "me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch " +
  "toen tot u uit uw van veel voor want waren was wat werd wezen wie wil worden wordt zal ze zelf zich zij zijn " +
  "zo zonder zou ";
