// Generated from norwegian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyåæêòóôø";
  const g_s_ending = "bcdfghjlmnoptvyz";
  let I_p1: number = 0;
  const a_0 = s.among_b(["ind,kk,nk,amm,omm,kap,pp,lt,ast,øst,v", ",skap,hav,giv"]);
  const a_1 = s.among_b([
    null,
    "a,e,ede,ande,ende,ane,ene,hetene,en,heten,ar,er,heter,as,es,edes,endes,enes,hetenes,ens,hetens,ets,et,het,ast",
    "ers", "s", "erte,ert",
  ]);
  const a_2 = s.among_b(["dt,vt"]);
  const a_3 = s.among_b([null, "leg,eleg,ig,eig,lig,elig,els,lov,elov,slov,hetslov"]);

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
      among_var = s.find_among_b(a_0);
      if (among_var === 1) {
        s.slice_del();
      }
    } else if (among_var === 3) {
      while (true) {
        v_3 = s.limit - s.cursor;
        lab0: {
          if (!s.in_grouping_b(g_s_ending)) {
            break lab0;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        lab0: {
          if (!s.eq_s_b("r")) {
            break lab0;
          }
          lab1: {
            if (!s.eq_s_b("e")) {
              break lab1;
            }
            break lab0;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        if (!s.eq_s_b("k")) {
          return false;
        }
        if (!s.out_grouping_b(g_v)) {
          return false;
        }
        break;
      }
      s.slice_del();
    } else {
      s.slice_from("er");
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
    if (s.find_among_b(a_2) === 0) {
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
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (s.find_among_b(a_3) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    s.slice_del();
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
    r_main_suffix();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    r_consonant_pair();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_other_suffix();
    s.cursor = s.limit - v_3;
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

export const knownDiacritics = "åæêòóôø";

export const stopWords =
  "a alle at av bade bae bare begge ble blei bli blir blitt da de deg dei deim deira deires dem den denne der " +
  "dere deres det dette di din disse ditt du dykk dykkar eg ein eit eitt eller elles en enn er et ett etter for " +
  "fordi fra ha hadde han hans har hennar henne hennes her hja ho hoe honom hoss hossen hun hva hvem hver hvilke " +
  "hvilken hvis hvor hvordan hvorfor i ikke ikkje ingen ingi inkje inn inni ja jeg kan kom korleis korso kun " +
  "kunne kva kvar kvarhelst kven kvi kvifor man mange me med medan meg meget mellom men mi min mine mitt mot " +
  "mykje na nar ned no noe noen noka noko nokon nokor nokre og ogsa om opp oss over pa sa samme sann seg selv si " +
  "sia sidan siden sin sine sitt sjol skal skulle slik so som somme somt til um upp ut uten vaere vaert var vart " +
  "varte ved vere verte vi vil ville vore vors vort ";
