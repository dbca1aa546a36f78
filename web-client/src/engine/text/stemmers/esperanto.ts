// Generated from esperanto.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_vowel = "aeiou";
  const g_aou = "aou";
  const g_digit = "0123456789";
  const a_0 = s.among([
    null, "cx", "gx", "hx", "jx", "sx", "ux", "á", "é", "í", "ó", "ú", "q,w,x,y", "-", "",
  ]);
  const a_1 = s.among(["as,i,is,os,u,us"]);
  const a_2 = s.among_b(["ci,gi,hi,li,ili,ŝli,mi,ni,oni,ri,si,vi,ivi,ĝi,ŝi,iŝi,malŝi"]);
  const a_3 = s.among_b([
    "amb,bald,malbald,morg,postmorg,adi,hodi,ank,ĉirk,tutĉirk,presk,almen,apen,hier,antaŭhier,malgr,ankor,kontr,anstat,kvaz",
  ]);
  const a_4 = s.among_b(["aliu,unu"]);
  const a_5 = s.among_b([
    "aha,haha,haleluja,hola,hosana,maltra,hura,ĥaĥa,ekde,elde,disde,ehe,maltre,dirlididi,malpli,malĉi,malkaj,amen,tamen,oho,maltro,minus,uhu,muu",
  ]);
  const a_6 = s.among_b(["tri,du,unu"]);
  const a_7 = s.among_b(["dek,cent"]);
  const a_8 = s.among_b(["k,kelk,nen,t,mult,samt,ĉ"]);
  const a_9 = s.among_b(["a,e,i,aj,oj,an,en,ajn,ojn,on,o,as,is,os,us,u", "j,n,jn"]);

  function r_canonical_form(): boolean {
    let B_foreign = false;
    let among_var = 0;
    let v_1 = 0;
    B_foreign = false;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        s.bra = s.cursor;
        among_var = s.find_among(a_0);
        s.ket = s.cursor;
        if (among_var === 1) {
          s.slice_from("ĉ");
        } else if (among_var === 2) {
          s.slice_from("ĝ");
        } else if (among_var === 3) {
          s.slice_from("ĥ");
        } else if (among_var === 4) {
          s.slice_from("ĵ");
        } else if (among_var === 5) {
          s.slice_from("ŝ");
        } else if (among_var === 6) {
          s.slice_from("ŭ");
        } else if (among_var === 7) {
          s.slice_from("a");
          B_foreign = true;
        } else if (among_var === 8) {
          s.slice_from("e");
          B_foreign = true;
        } else if (among_var === 9) {
          s.slice_from("i");
          B_foreign = true;
        } else if (among_var === 10) {
          s.slice_from("o");
          B_foreign = true;
        } else if (among_var === 11) {
          s.slice_from("u");
          B_foreign = true;
        } else if (among_var === 12) {
          B_foreign = true;
        } else if (among_var === 13) {
          B_foreign = false;
        } else {
          if (s.cursor >= s.limit) {
            break lab0;
          }
          s.cursor += 1;
        }
        continue;
      }
      s.cursor = v_1;
      break;
    }
    return !B_foreign;
  }

  function r_initial_apostrophe(): boolean {
    s.bra = s.cursor;
    if (!s.eq_s("'")) {
      return false;
    }
    s.ket = s.cursor;
    if (!s.eq_s("st")) {
      return false;
    }
    if (s.find_among(a_1) === 0) {
      return false;
    }
    if (s.cursor < s.limit) {
      return false;
    }
    s.slice_from("e");
    return true;
  }

  function r_pronoun(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!s.eq_s_b("n")) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
    }
    s.bra = s.cursor;
    if (s.find_among_b(a_2) === 0) {
      return false;
    }
    while (true) {
      lab0: {
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("-")) {
        return false;
      }
      break;
    }
    s.slice_del();
    return true;
  }

  function r_final_apostrophe(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    if (!s.eq_s_b("'")) {
      return false;
    }
    s.bra = s.cursor;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("l")) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from("a");
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!s.eq_s_b("un")) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from("u");
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (s.find_among_b(a_3) === 0) {
          break lab0;
        }
        while (true) {
          lab1: {
            if (s.cursor > s.limit_backward) {
              break lab1;
            }
            break;
          }
          if (!s.eq_s_b("-")) {
            break lab0;
          }
          break;
        }
        s.slice_from("aŭ");
        break;
      }
      s.cursor = s.limit - v_1;
      s.slice_from("o");
      break;
    }
    return true;
  }

  function r_ujn_suffix(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    s.ket = s.cursor;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!s.eq_s_b("n")) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
    }
    v_2 = s.limit - s.cursor;
    lab0: {
      if (!s.eq_s_b("j")) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
    }
    s.bra = s.cursor;
    if (s.find_among_b(a_4) === 0) {
      return false;
    }
    while (true) {
      lab0: {
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("-")) {
        return false;
      }
      break;
    }
    s.slice_del();
    return true;
  }

  function r_uninflected(): boolean {
    if (s.find_among_b(a_5) === 0) {
      return false;
    }
    while (true) {
      lab0: {
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("-")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_merged_numeral(): boolean {
    if (s.find_among_b(a_6) === 0) {
      return false;
    }
    return s.find_among_b(a_7) !== 0;
  }

  function r_correlative(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    s.ket = s.cursor;
    s.bra = s.cursor;
    v_1 = s.limit - s.cursor;
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        v_3 = s.limit - s.cursor;
        lab1: {
          if (!s.eq_s_b("n")) {
            s.cursor = s.limit - v_3;
            break lab1;
          }
        }
        s.bra = s.cursor;
        if (!s.eq_s_b("e")) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      v_4 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("n")) {
          s.cursor = s.limit - v_4;
          break lab0;
        }
      }
      v_5 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("j")) {
          s.cursor = s.limit - v_5;
          break lab0;
        }
      }
      s.bra = s.cursor;
      if (!s.in_grouping_b(g_aou)) {
        return false;
      }
      break;
    }
    if (!s.eq_s_b("i")) {
      return false;
    }
    v_6 = s.limit - s.cursor;
    lab0: {
      if (s.find_among_b(a_8) === 0) {
        s.cursor = s.limit - v_6;
        break lab0;
      }
    }
    while (true) {
      lab0: {
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("-")) {
        return false;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    s.slice_del();
    return true;
  }

  function r_long_word(): boolean {
    let v_1 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        for (let round = 0; round < 2; round++) {
          if (!s.go_out_grouping_b(g_vowel)) {
            break lab0;
          }
          s.cursor -= 1;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s_b("-")) {
              break lab1;
            }
            break;
          }
          if (s.cursor <= s.limit_backward) {
            break lab0;
          }
          s.cursor -= 1;
        }
        if (s.cursor <= s.limit_backward) {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      s.cursor = s.limit - v_1;
      if (!s.go_out_grouping_b(g_digit)) {
        return false;
      }
      s.cursor -= 1;
      break;
    }
    return true;
  }

  function r_standard_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_9);
    if (among_var === 0) {
      return false;
    }
    if (among_var === 1) {
      v_1 = s.limit - s.cursor;
      while (true) {
        lab0: {
          if (!s.eq_s_b("-")) {
            break lab0;
          }
          break;
        }
        if (!s.in_grouping_b(g_digit)) {
          return false;
        }
        break;
      }
      s.cursor = s.limit - v_1;
    }
    v_2 = s.limit - s.cursor;
    lab0: {
      if (!s.eq_s_b("-")) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
    }
    s.bra = s.cursor;
    s.slice_del();
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
    v_1 = s.cursor;
    if (!r_canonical_form()) {
      return false;
    }
    s.cursor = v_1;
    v_2 = s.cursor;
    r_initial_apostrophe();
    s.cursor = v_2;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_3 = s.limit - s.cursor;
    lab0: {
      if (!r_pronoun()) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_final_apostrophe();
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    lab0: {
      if (!r_correlative()) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_5;
    v_6 = s.limit - s.cursor;
    lab0: {
      if (!r_uninflected()) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_6;
    v_7 = s.limit - s.cursor;
    lab0: {
      if (!r_merged_numeral()) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_7;
    v_8 = s.limit - s.cursor;
    lab0: {
      if (!r_ujn_suffix()) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_8;
    v_9 = s.limit - s.cursor;
    if (!r_long_word()) {
      return false;
    }
    s.cursor = s.limit - v_9;
    if (!r_standard_suffix()) {
      return false;
    }
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "áéíóúĉĝĥĵŝŭ";

export const stopWords =
  "";
