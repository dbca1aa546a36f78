// Generated from english.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_aeo = "aeo";
  const g_v = "aeiouy";
  const g_v_WXY = "Yaeiouwxy";
  const g_valid_LI = "cdeghkmnrt";
  let B_Y_found: boolean = false;
  let I_p2: number = 0;
  let I_p1: number = 0;
  const a_0 = s.among(["arsen,commun,emerg,gener,inter,later,organ,past,univers"]);
  const a_1 = s.among_b([null, "','s','s"]);
  const a_2 = s.among_b(["ss,us", "sses", "ied,ies", "s"]);
  const a_3 = s.among_b([null, "succ,proc,exc"]);
  const a_4 = s.among_b([null, "y", "even,cann,inn,earr,herr,out"]);
  const a_5 = s.among_b(["", "eed,eedly", "ed,edly,ingly", "ing"]);
  const a_6 = s.among_b([null, "bl,at,iz", "bb,dd,ff,gg,mm,nn,pp,rr,tt", ""]);
  const a_7 = s.among_b([
    null, "tional", "enci", "anci", "abli", "entli", "ization,izer", "ational,ation,ator", "alli,aliti,alism",
    "fulli,fulness", "ousli,ousness", "iviti,iveness", "bli,biliti", "ogist", "ogi", "lessli", "li",
  ]);
  const a_8 = s.among_b([null, "tional", "ational", "alize", "icate,iciti,ical", "ful,ness", "ative"]);
  const a_9 = s.among_b([
    null, "ic,ance,ence,able,ible,ate,ive,ize,iti,al,ism,er,ous,ant,ent,ment,ement", "ion",
  ]);
  const a_10 = s.among_b([null, "e", "l"]);
  const a_11 = s.among([
    "andes,atlas,bias,cosmos,howe,news,sky", "skis", "skies", "idly", "gently", "ugly", "early", "only", "singly",
  ]);
  const as_11 = ["ski", "sky", "idl", "gentl", "ugli", "earli", "onli", "singl"] as const;

  function r_prelude(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    B_Y_found = false;
    v_1 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      if (!s.eq_s("'")) {
        break lab0;
      }
      s.ket = s.cursor;
      s.slice_del();
    }
    s.cursor = v_1;
    v_2 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      if (!s.eq_s("y")) {
        break lab0;
      }
      s.ket = s.cursor;
      s.slice_from("Y");
      B_Y_found = true;
    }
    s.cursor = v_2;
    v_3 = s.cursor;
    lab0: {
      while (true) {
        v_4 = s.cursor;
        lab1: {
          while (true) {
            v_5 = s.cursor;
            lab2: {
              if (!s.in_grouping(g_v)) {
                break lab2;
              }
              s.bra = s.cursor;
              if (!s.eq_s("y")) {
                break lab2;
              }
              s.ket = s.cursor;
              s.cursor = v_5;
              break;
            }
            s.cursor = v_5;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          s.slice_from("Y");
          B_Y_found = true;
          continue;
        }
        s.cursor = v_4;
        break;
      }
    }
    s.cursor = v_3;
    return true;
  }

  function r_mark_regions(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    I_p1 = s.limit;
    I_p2 = s.limit;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          if (s.find_among(a_0) === 0) {
            break lab1;
          }
          break;
        }
        s.cursor = v_2;
        if (!s.go_out_grouping(g_v)) {
          break lab0;
        }
        s.cursor += 1;
        if (!s.go_in_grouping(g_v)) {
          break lab0;
        }
        s.cursor += 1;
        break;
      }
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

  function r_shortv(): boolean {
    let v_1 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.out_grouping_b(g_v_WXY)) {
          break lab0;
        }
        if (!s.in_grouping_b(g_v)) {
          break lab0;
        }
        if (!s.out_grouping_b(g_v)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!s.out_grouping_b(g_v)) {
          break lab0;
        }
        if (!s.in_grouping_b(g_v)) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      if (!s.eq_s_b("past")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_R2(): boolean {
    return I_p2 <= s.cursor;
  }

  function r_Step_1a(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_1) === 0) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
    }
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_from("ss");
    } else if (among_var === 2) {
      while (true) {
        v_2 = s.limit - s.cursor;
        lab0: {
          if (s.cursor - 2 < s.limit_backward) {
            break lab0;
          }
          s.cursor -= 2;
          s.slice_from("i");
          break;
        }
        s.cursor = s.limit - v_2;
        s.slice_from("ie");
        break;
      }
    } else if (among_var === 3) {
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.cursor -= 1;
      if (!s.go_out_grouping_b(g_v)) {
        return false;
      }
      s.cursor -= 1;
      s.slice_del();
    }
    return true;
  }

  function r_Step_1b(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_5);
    s.bra = s.cursor;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (among_var === 1) {
          v_2 = s.limit - s.cursor;
          lab1: {
            if (!r_R1()) {
              break lab1;
            }
            while (true) {
              v_3 = s.limit - s.cursor;
              lab2: {
                if (s.find_among_b(a_3) === 0) {
                  break lab2;
                }
                if (s.cursor > s.limit_backward) {
                  break lab2;
                }
                break;
              }
              s.cursor = s.limit - v_3;
              s.slice_from("ee");
              break;
            }
          }
          s.cursor = s.limit - v_2;
        } else if (among_var === 2) {
          break lab0;
        } else if (among_var === 3) {
          among_var = s.find_among_b(a_4);
          if (among_var === 0) {
            break lab0;
          }
          if (among_var === 1) {
            v_4 = s.limit - s.cursor;
            if (!s.out_grouping_b(g_v)) {
              break lab0;
            }
            if (s.cursor > s.limit_backward) {
              break lab0;
            }
            s.cursor = s.limit - v_4;
            s.bra = s.cursor;
            s.slice_from("ie");
          } else if (s.cursor > s.limit_backward) {
            break lab0;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      v_5 = s.limit - s.cursor;
      if (!s.go_out_grouping_b(g_v)) {
        return false;
      }
      s.cursor -= 1;
      s.cursor = s.limit - v_5;
      s.slice_del();
      s.ket = s.cursor;
      s.bra = s.cursor;
      v_6 = s.limit - s.cursor;
      among_var = s.find_among_b(a_6);
      if (among_var === 1) {
        s.slice_from("e");
        return false;
      } else if (among_var === 2) {
        v_7 = s.limit - s.cursor;
        lab0: {
          if (!s.in_grouping_b(g_aeo)) {
            break lab0;
          }
          if (s.cursor > s.limit_backward) {
            break lab0;
          }
          return false;
        }
        s.cursor = s.limit - v_7;
      } else {
        if (s.cursor !== I_p1) {
          return false;
        }
        v_8 = s.limit - s.cursor;
        if (!r_shortv()) {
          return false;
        }
        s.cursor = s.limit - v_8;
        s.slice_from("e");
        return false;
      }
      s.cursor = s.limit - v_6;
      s.ket = s.cursor;
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.cursor -= 1;
      s.bra = s.cursor;
      s.slice_del();
      break;
    }
    return true;
  }

  function r_Step_1c(): boolean {
    s.ket = s.cursor;
    while (true) {
      lab0: {
        if (!s.eq_s_b("y")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("Y")) {
        return false;
      }
      break;
    }
    s.bra = s.cursor;
    if (!s.out_grouping_b(g_v)) {
      return false;
    }
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.slice_from("i");
    return true;
  }

  function r_Step_2(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_7);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    if (among_var === 1) {
      s.slice_from("tion");
    } else if (among_var === 2) {
      s.slice_from("ence");
    } else if (among_var === 3) {
      s.slice_from("ance");
    } else if (among_var === 4) {
      s.slice_from("able");
    } else if (among_var === 5) {
      s.slice_from("ent");
    } else if (among_var === 6) {
      s.slice_from("ize");
    } else if (among_var === 7) {
      s.slice_from("ate");
    } else if (among_var === 8) {
      s.slice_from("al");
    } else if (among_var === 9) {
      s.slice_from("ful");
    } else if (among_var === 10) {
      s.slice_from("ous");
    } else if (among_var === 11) {
      s.slice_from("ive");
    } else if (among_var === 12) {
      s.slice_from("ble");
    } else if (among_var === 13) {
      s.slice_from("og");
    } else if (among_var === 14) {
      if (!s.eq_s_b("l")) {
        return false;
      }
      s.slice_from("og");
    } else if (among_var === 15) {
      s.slice_from("less");
    } else {
      if (!s.in_grouping_b(g_valid_LI)) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_Step_3(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_8);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    if (among_var === 1) {
      s.slice_from("tion");
    } else if (among_var === 2) {
      s.slice_from("ate");
    } else if (among_var === 3) {
      s.slice_from("al");
    } else if (among_var === 4) {
      s.slice_from("ic");
    } else if (among_var === 5) {
      s.slice_del();
    } else {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_Step_4(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_9);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R2()) {
      return false;
    }
    if (among_var === 1) {
      s.slice_del();
    } else {
      while (true) {
        lab0: {
          if (!s.eq_s_b("s")) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("t")) {
          return false;
        }
        break;
      }
      s.slice_del();
    }
    return true;
  }

  function r_Step_5(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_10);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        lab0: {
          if (!r_R2()) {
            break lab0;
          }
          break;
        }
        if (!r_R1()) {
          return false;
        }
        v_1 = s.limit - s.cursor;
        lab0: {
          if (!r_shortv()) {
            break lab0;
          }
          return false;
        }
        s.cursor = s.limit - v_1;
        break;
      }
      s.slice_del();
    } else {
      if (!r_R2()) {
        return false;
      }
      if (!s.eq_s_b("l")) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_exception1(): boolean {
    let among_var = 0;
    s.bra = s.cursor;
    among_var = s.find_among(a_11);
    if (among_var === 0) {
      return false;
    }
    s.ket = s.cursor;
    if (s.cursor < s.limit) {
      return false;
    }
    if (among_var > 0) {
      s.slice_from(as_11[among_var - 1]!);
    }
    return true;
  }

  function r_postlude(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    if (!B_Y_found) {
      return false;
    }
    while (true) {
      v_1 = s.cursor;
      lab0: {
        while (true) {
          v_2 = s.cursor;
          lab1: {
            s.bra = s.cursor;
            if (!s.eq_s("Y")) {
              break lab1;
            }
            s.ket = s.cursor;
            s.cursor = v_2;
            break;
          }
          s.cursor = v_2;
          if (s.cursor >= s.limit) {
            break lab0;
          }
          s.cursor += 1;
        }
        s.slice_from("y");
        continue;
      }
      s.cursor = v_1;
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
    let v_8 = 0;
    let v_9 = 0;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        if (!r_exception1()) {
          break lab0;
        }
        break;
      }
      s.cursor = v_1;
      lab0: {
        lab1: {
          if (s.cursor + 3 > s.limit) {
            break lab1;
          }
          s.cursor += 3;
          break lab0;
        }
        break;
      }
      s.cursor = v_1;
      r_prelude();
      r_mark_regions();
      s.limit_backward = s.cursor;
      s.cursor = s.limit;
      v_2 = s.limit - s.cursor;
      r_Step_1a();
      s.cursor = s.limit - v_2;
      v_3 = s.limit - s.cursor;
      r_Step_1b();
      s.cursor = s.limit - v_3;
      v_4 = s.limit - s.cursor;
      r_Step_1c();
      s.cursor = s.limit - v_4;
      v_5 = s.limit - s.cursor;
      r_Step_2();
      s.cursor = s.limit - v_5;
      v_6 = s.limit - s.cursor;
      r_Step_3();
      s.cursor = s.limit - v_6;
      v_7 = s.limit - s.cursor;
      r_Step_4();
      s.cursor = s.limit - v_7;
      v_8 = s.limit - s.cursor;
      r_Step_5();
      s.cursor = s.limit - v_8;
      s.cursor = s.limit_backward;
      v_9 = s.cursor;
      r_postlude();
      s.cursor = v_9;
      break;
    }
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "a about above after again against all also am an and any are aren't as at be because been before being below " +
  "between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each " +
  "etc few for from further had hadn't has hasn't have haven't having he her here hers herself him himself his " +
  "how i if in into is isn't it its itself let may me might more most must mustn't my myself no nor not of off on " +
  "once only or other ought our ours ourselves out over own same shall shan't she should shouldn't so some such " +
  "than that the their theirs them themselves then there these they this those through to too under until up us " +
  "very via want was wasn't we were weren't what when where which while who whom why will with without won't " +
  "would wouldn't yes you your yours yourself yourselves ";
