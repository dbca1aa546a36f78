// Generated from danish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_undouble_c = "bdfgklmnprst";
  const g_v = "aeiouyåæø";
  const g_s_ending = "'abcdfghjklmnoprtvyzå";
  let I_p1: number = 0;
  const a_0 = s.among_b([
    null,
    "hed,ethed,ered,e,erede,ende,erende,ene,erne,ere,en,heden,eren,er,heder,erer,heds,es,endes,erendes,enes,ernes,eres,ens,hedens,erens,ers,ets,erets,et,eret",
    "s",
  ]);
  const a_1 = s.among_b(["gd,dt,gt,kt"]);
  const a_2 = s.among_b([null, "ig,lig,elig,els", "løst"]);

  function r_mark_regions(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    I_p1 = s.limit;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          while (true) {
            lab2: {
              if (!s.eq_s("'")) {
                break lab2;
              }
              break;
            }
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
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
    }
    s.cursor = v_1;
    v_3 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    lab0: {
      if (I_p1 >= s.cursor) {
        break lab0;
      }
      I_p1 = s.cursor;
    }
    s.cursor = v_3;
    return true;
  }

  function r_main_suffix(): boolean {
    let among_var = 0;
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_0);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      s.slice_del();
    } else {
      if (!s.in_grouping_b(g_s_ending)) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_consonant_pair(): boolean {
    let v_1 = 0;
    let v_3 = 0;
    v_1 = s.limit - s.cursor;
    if (s.cursor < I_p1) {
      return false;
    }
    v_3 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (s.find_among_b(a_1) === 0) {
      s.limit_backward = v_3;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_3;
    s.cursor = s.limit - v_1;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_other_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_3 = 0;
    let v_4 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("st")) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!s.eq_s_b("ig")) {
        break lab0;
      }
      s.slice_del();
    }
    s.cursor = s.limit - v_1;
    if (s.cursor < I_p1) {
      return false;
    }
    v_3 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      s.limit_backward = v_3;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_3;
    if (among_var === 1) {
      s.slice_del();
      v_4 = s.limit - s.cursor;
      r_consonant_pair();
      s.cursor = s.limit - v_4;
    } else {
      s.slice_from("løs");
    }
    return true;
  }

  function r_undouble(): boolean {
    let S_ch = "";
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (!s.in_grouping_b(g_undouble_c)) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    S_ch = s.slice_to();
    s.limit_backward = v_2;
    if (!s.eq_s_b(S_ch)) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    if (!r_mark_regions()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_main_suffix();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    r_consonant_pair();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_other_suffix();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_undouble();
    s.cursor = s.limit - v_4;
    s.ket = s.cursor;
    if (!s.eq_s_b("'")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "åæø";

export const stopWords =
  "ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter " +
  "eller en end er et for fra ham han hans har havde have hende hendes her hos hun hvad hvis hvor i ikke ind jeg " +
  "jer jo kunne man mange med meget men mig min mine mit mod nar ned noget nogle nu og ogsa om op os over pa " +
  "sadan selv sig sin sine sit skal skulle som thi til ud under vaere vaeret var vi vil ville vor ";
