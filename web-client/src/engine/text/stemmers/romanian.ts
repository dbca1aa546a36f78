// Generated from romanian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouâîă";
  let B_standard_suffix_removed: boolean = false;
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among([null, "ş", "ţ"]);
  const as_0 = ["ș", "ț"] as const;
  const a_1 = s.among([null, "I", "U", ""]);
  const a_2 = s.among_b([
    null, "ului,ul", "aua", "ea,ele,elor", "iua,iile,iei,ii,ilor,iilor", "ile", "atei", "ația,ație",
  ]);
  const a_3 = s.among_b([
    null, "abilitate,abilitati,abilităi,abilități", "ibilitate", "ivitate,ivitati,ivităi,ivități",
    "icala,iciva,icale,icitate,icive,icali,icatori,icitati,icivi,icităi,icități,ical,icator,iciv,icală,icivă",
    "ativa,ațiune,atoare,ătoare,ative,atori,ători,ativi,ator,ător,ativ,ativă",
    "itiva,ițiune,itoare,itive,itori,itivi,itor,itiv,itivă",
  ]);
  const as_3 = ["abil", "ibil", "iv", "ic", "at", "it"] as const;
  const a_4 = s.among_b([
    null,
    "ica,abila,ibila,oasa,ata,ita,anta,uta,iva,ic,ice,abile,ibile,oase,ate,itate,ite,ante,ute,ive,ici,abili,ibili,atori,osi,ati,itati,iti,anti,uti,ivi,ităi,oși,ități,abil,ibil,ator,os,at,it,ant,ut,iv,ică,abilă,ibilă,oasă,ată,ită,antă,ută,ivă",
    "iune,iuni", "ista,isme,iste,isti,iști,ism,ist,istă",
  ]);
  const a_5 = s.among_b([
    null,
    "ea,ia,esc,ăsc,ind,ând,are,ere,ire,âre,ase,ise,use,âse,ește,ăște,eze,ai,eai,iai,ești,ăști,ui,ezi,âi,ași,aseși,iseși,useși,âseși,iși,uși,âși,eați,iați,arăți,aserăți,iserăți,userăți,âserăți,irăți,urăți,ârăți,am,eam,iam,asem,isem,usem,âsem,arăm,aserăm,iserăm,userăm,âserăm,irăm,urăm,ârăm,au,eau,iau,indu,ându,ez,ească,ară,aseră,iseră,useră,âseră,iră,ură,âră,ează",
    "se,sese,sei,seși,seseși,ați,eți,iți,âți,serăți,seserăți,em,sesem,im,âm,ăm,serăm,seserăm,seră,seseră",
  ]);
  const a_6 = s.among_b([null, "a,e,ie,i,ă"]);

  function r_norm(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          while (true) {
            v_3 = s.cursor;
            lab2: {
              s.bra = s.cursor;
              among_var = s.find_among(a_0);
              if (among_var === 0) {
                break lab2;
              }
              s.ket = s.cursor;
              s.slice_from(as_0[among_var - 1]!);
              s.cursor = v_3;
              break;
            }
            s.cursor = v_3;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          continue;
        }
        s.cursor = v_2;
        break;
      }
    }
    s.cursor = v_1;
    return true;
  }

  function r_prelude(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        while (true) {
          v_2 = s.cursor;
          lab1: {
            if (!s.in_grouping(g_v)) {
              break lab1;
            }
            s.bra = s.cursor;
            while (true) {
              v_3 = s.cursor;
              lab2: {
                if (!s.eq_s("u")) {
                  break lab2;
                }
                s.ket = s.cursor;
                if (!s.in_grouping(g_v)) {
                  break lab2;
                }
                s.slice_from("U");
                break;
              }
              s.cursor = v_3;
              if (!s.eq_s("i")) {
                break lab1;
              }
              s.ket = s.cursor;
              if (!s.in_grouping(g_v)) {
                break lab1;
              }
              s.slice_from("I");
              break;
            }
            s.cursor = v_2;
            break;
          }
          s.cursor = v_2;
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
    return true;
  }

  function r_mark_regions(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    I_pV = s.limit;
    I_p1 = s.limit;
    I_p2 = s.limit;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          if (!s.in_grouping(g_v)) {
            break lab1;
          }
          while (true) {
            v_3 = s.cursor;
            lab2: {
              if (!s.out_grouping(g_v)) {
                break lab2;
              }
              if (!s.go_out_grouping(g_v)) {
                break lab2;
              }
              s.cursor += 1;
              break;
            }
            s.cursor = v_3;
            if (!s.in_grouping(g_v)) {
              break lab1;
            }
            if (!s.go_in_grouping(g_v)) {
              break lab1;
            }
            s.cursor += 1;
            break;
          }
          break;
        }
        s.cursor = v_2;
        if (!s.out_grouping(g_v)) {
          break lab0;
        }
        while (true) {
          v_4 = s.cursor;
          lab1: {
            if (!s.out_grouping(g_v)) {
              break lab1;
            }
            if (!s.go_out_grouping(g_v)) {
              break lab1;
            }
            s.cursor += 1;
            break;
          }
          s.cursor = v_4;
          if (!s.in_grouping(g_v)) {
            break lab0;
          }
          if (s.cursor >= s.limit) {
            break lab0;
          }
          s.cursor += 1;
          break;
        }
        break;
      }
      I_pV = s.cursor;
    }
    s.cursor = v_1;
    v_5 = s.cursor;
    lab0: {
      if (!s.go_out_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
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
    s.cursor = v_5;
    return true;
  }

  function r_postlude(): boolean {
    let among_var = 0;
    let v_1 = 0;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        s.bra = s.cursor;
        among_var = s.find_among(a_1);
        s.ket = s.cursor;
        if (among_var === 1) {
          s.slice_from("i");
        } else if (among_var === 2) {
          s.slice_from("u");
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
    return true;
  }

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_step_0(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_from("a");
    } else if (among_var === 3) {
      s.slice_from("e");
    } else if (among_var === 4) {
      s.slice_from("i");
    } else if (among_var === 5) {
      lab0: {
        if (!s.eq_s_b("ab")) {
          break lab0;
        }
        return false;
      }
      s.slice_from("i");
    } else if (among_var === 6) {
      s.slice_from("at");
    } else {
      s.slice_from("ați");
    }
    return true;
  }

  function r_combo_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_3);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    s.slice_from(as_3[among_var - 1]!);
    B_standard_suffix_removed = true;
    s.cursor = s.limit - v_1;
    return true;
  }

  function r_standard_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    B_standard_suffix_removed = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!r_combo_suffix()) {
          break lab0;
        }
        continue;
      }
      s.cursor = s.limit - v_1;
      break;
    }
    s.ket = s.cursor;
    among_var = s.find_among_b(a_4);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (I_p2 > s.cursor) {
      return false;
    }
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      if (!s.eq_s_b("ț")) {
        return false;
      }
      s.bra = s.cursor;
      s.slice_from("t");
    } else {
      s.slice_from("ist");
    }
    B_standard_suffix_removed = true;
    return true;
  }

  function r_verb_suffix(): boolean {
    let among_var = 0;
    let v_2 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_5);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        lab0: {
          if (!s.out_grouping_b(g_v)) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("u")) {
          s.limit_backward = v_2;
          return false;
        }
        break;
      }
      s.slice_del();
    } else {
      s.slice_del();
    }
    s.limit_backward = v_2;
    return true;
  }

  function r_vowel_suffix(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_6) === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (I_pV > s.cursor) {
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
    let v_5 = 0;
    let v_6 = 0;
    r_norm();
    v_1 = s.cursor;
    r_prelude();
    s.cursor = v_1;
    r_mark_regions();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_2 = s.limit - s.cursor;
    r_step_0();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_standard_suffix();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    lab0: {
      while (true) {
        lab1: {
          if (!B_standard_suffix_removed) {
            break lab1;
          }
          break;
        }
        if (!r_verb_suffix()) {
          break lab0;
        }
        break;
      }
    }
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    r_vowel_suffix();
    s.cursor = s.limit - v_5;
    s.cursor = s.limit_backward;
    v_6 = s.cursor;
    r_postlude();
    s.cursor = v_6;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "âîăşţșț";

export const stopWords =
  "";
