// Generated from french.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyàâèéêëîïôùû";
  const g_oux_ending = "bhjlnp";
  const g_elision_char = "cdjlmnst";
  const g_keep_with_s = "aiosuè";
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among(["col,par,tap", "ni"]);
  const a_1 = s.among([null, "I", "U", "Y", "He", "Hi", "H", ""]);
  const a_2 = s.among_b([null, "iv", "eus", "iqU,abl", "Ièr,ièr"]);
  const a_3 = s.among_b([null, "abil", "ic", "iv"]);
  const a_4 = s.among_b([
    null, "iqUe,ance,able,isme,iste,iqUes,ances,ables,ismes,istes,eux", "atrice,ation,ateur,atrices,ations,ateurs",
    "logie,logies", "usion,ution,usions,utions", "ence,ences", "ements,ement", "ités,ité", "ive,if,ives,ifs", "eaux",
    "aux", "oux", "euse,euses", "issements,issement", "amment", "emment", "ments,ment",
  ]);
  const a_5 = s.among_b([
    null,
    "ira,ie,isse,issante,i,irai,ir,iras,ies,îmes,isses,issantes,îtes,is,irais,issais,irions,issions,irons,issons,issants,it,irait,issait,issant,iraIent,issaIent,irent,issent,iront,ît,iriez,issiez,irez,issez",
  ]);
  const a_6 = s.among_b(["épl,auv", "al"]);
  const a_7 = s.among_b([
    null, "ions", "era,ée,erai,er,eras,ées,eais,erais,erions,erons,és,erait,eraIent,èrent,eront,ez,iez,eriez,erez,é",
    "a,asse,ante,ai,as,âmes,asses,antes,âtes,assions,ants,ait,ant,aIent,assent,ât,assiez", "aise,aises,ais",
  ]);
  const a_8 = s.among_b([null, "ion", "Ière,ière,Ier,ier", "e"]);
  const a_9 = s.among_b(["ell,eill,enn,onn,ett"]);

  function r_elisions(): boolean {
    s.bra = s.cursor;
    while (true) {
      lab0: {
        if (!s.in_grouping(g_elision_char)) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s("qu")) {
        return false;
      }
      break;
    }
    if (!s.eq_s("'")) {
      return false;
    }
    s.ket = s.cursor;
    if (s.cursor >= s.limit) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_prelude(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        while (true) {
          v_2 = s.cursor;
          lab1: {
            while (true) {
              v_3 = s.cursor;
              lab2: {
                if (!s.in_grouping(g_v)) {
                  break lab2;
                }
                s.bra = s.cursor;
                while (true) {
                  v_4 = s.cursor;
                  lab3: {
                    if (!s.eq_s("u")) {
                      break lab3;
                    }
                    s.ket = s.cursor;
                    if (!s.in_grouping(g_v)) {
                      break lab3;
                    }
                    s.slice_from("U");
                    break;
                  }
                  s.cursor = v_4;
                  lab3: {
                    if (!s.eq_s("i")) {
                      break lab3;
                    }
                    s.ket = s.cursor;
                    if (!s.in_grouping(g_v)) {
                      break lab3;
                    }
                    s.slice_from("I");
                    break;
                  }
                  s.cursor = v_4;
                  if (!s.eq_s("y")) {
                    break lab2;
                  }
                  s.ket = s.cursor;
                  s.slice_from("Y");
                  break;
                }
                break;
              }
              s.cursor = v_3;
              lab2: {
                s.bra = s.cursor;
                if (!s.eq_s("ë")) {
                  break lab2;
                }
                s.ket = s.cursor;
                s.slice_from("He");
                break;
              }
              s.cursor = v_3;
              lab2: {
                s.bra = s.cursor;
                if (!s.eq_s("ï")) {
                  break lab2;
                }
                s.ket = s.cursor;
                s.slice_from("Hi");
                break;
              }
              s.cursor = v_3;
              lab2: {
                s.bra = s.cursor;
                if (!s.eq_s("y")) {
                  break lab2;
                }
                s.ket = s.cursor;
                if (!s.in_grouping(g_v)) {
                  break lab2;
                }
                s.slice_from("Y");
                break;
              }
              s.cursor = v_3;
              if (!s.eq_s("q")) {
                break lab1;
              }
              s.bra = s.cursor;
              if (!s.eq_s("u")) {
                break lab1;
              }
              s.ket = s.cursor;
              s.slice_from("U");
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
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
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
          if (!s.in_grouping(g_v)) {
            break lab1;
          }
          if (s.cursor >= s.limit) {
            break lab1;
          }
          s.cursor += 1;
          break;
        }
        s.cursor = v_2;
        lab1: {
          among_var = s.find_among(a_0);
          if (among_var === 0) {
            break lab1;
          }
          if (among_var === 1) {
            if (!s.in_grouping(g_v)) {
              break lab1;
            }
          }
          break;
        }
        s.cursor = v_2;
        if (s.cursor >= s.limit) {
          break lab0;
        }
        s.cursor += 1;
        if (!s.go_out_grouping(g_v)) {
          break lab0;
        }
        s.cursor += 1;
        break;
      }
      I_pV = s.cursor;
    }
    s.cursor = v_1;
    v_3 = s.cursor;
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
    s.cursor = v_3;
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
        } else if (among_var === 3) {
          s.slice_from("y");
        } else if (among_var === 4) {
          s.slice_from("ë");
        } else if (among_var === 5) {
          s.slice_from("ï");
        } else if (among_var === 6) {
          s.slice_del();
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

  function r_RV(): boolean {
    return I_pV <= s.cursor;
  }

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_R2(): boolean {
    return I_p2 <= s.cursor;
  }

  function r_standard_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_10 = 0;
    let v_11 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_4);
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
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!s.eq_s_b("ic")) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.bra = s.cursor;
        while (true) {
          v_2 = s.limit - s.cursor;
          lab1: {
            if (!r_R2()) {
              break lab1;
            }
            s.slice_del();
            break;
          }
          s.cursor = s.limit - v_2;
          s.slice_from("iqU");
          break;
        }
      }
    } else if (among_var === 3) {
      if (!r_R2()) {
        return false;
      }
      s.slice_from("log");
    } else if (among_var === 4) {
      if (!r_R2()) {
        return false;
      }
      s.slice_from("u");
    } else if (among_var === 5) {
      if (!r_R2()) {
        return false;
      }
      s.slice_from("ent");
    } else if (among_var === 6) {
      if (!r_RV()) {
        return false;
      }
      s.slice_del();
      v_3 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_2);
        if (among_var === 0) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
        s.bra = s.cursor;
        if (among_var === 1) {
          if (!r_R2()) {
            s.cursor = s.limit - v_3;
            break lab0;
          }
          s.slice_del();
          s.ket = s.cursor;
          if (!s.eq_s_b("at")) {
            s.cursor = s.limit - v_3;
            break lab0;
          }
          s.bra = s.cursor;
          if (!r_R2()) {
            s.cursor = s.limit - v_3;
            break lab0;
          }
          s.slice_del();
        } else if (among_var === 2) {
          while (true) {
            v_4 = s.limit - s.cursor;
            lab1: {
              if (!r_R2()) {
                break lab1;
              }
              s.slice_del();
              break;
            }
            s.cursor = s.limit - v_4;
            if (!r_R1()) {
              s.cursor = s.limit - v_3;
              break lab0;
            }
            s.slice_from("eux");
            break;
          }
        } else if (among_var === 3) {
          if (!r_R2()) {
            s.cursor = s.limit - v_3;
            break lab0;
          }
          s.slice_del();
        } else {
          if (!r_RV()) {
            s.cursor = s.limit - v_3;
            break lab0;
          }
          s.slice_from("i");
        }
      }
    } else if (among_var === 7) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
      v_5 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_3);
        if (among_var === 0) {
          s.cursor = s.limit - v_5;
          break lab0;
        }
        s.bra = s.cursor;
        if (among_var === 1) {
          while (true) {
            v_6 = s.limit - s.cursor;
            lab1: {
              if (!r_R2()) {
                break lab1;
              }
              s.slice_del();
              break;
            }
            s.cursor = s.limit - v_6;
            s.slice_from("abl");
            break;
          }
        } else if (among_var === 2) {
          while (true) {
            v_7 = s.limit - s.cursor;
            lab1: {
              if (!r_R2()) {
                break lab1;
              }
              s.slice_del();
              break;
            }
            s.cursor = s.limit - v_7;
            s.slice_from("iqU");
            break;
          }
        } else {
          if (!r_R2()) {
            s.cursor = s.limit - v_5;
            break lab0;
          }
          s.slice_del();
        }
      }
    } else if (among_var === 8) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
      v_8 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!s.eq_s_b("at")) {
          s.cursor = s.limit - v_8;
          break lab0;
        }
        s.bra = s.cursor;
        if (!r_R2()) {
          s.cursor = s.limit - v_8;
          break lab0;
        }
        s.slice_del();
        s.ket = s.cursor;
        if (!s.eq_s_b("ic")) {
          s.cursor = s.limit - v_8;
          break lab0;
        }
        s.bra = s.cursor;
        while (true) {
          v_9 = s.limit - s.cursor;
          lab1: {
            if (!r_R2()) {
              break lab1;
            }
            s.slice_del();
            break;
          }
          s.cursor = s.limit - v_9;
          s.slice_from("iqU");
          break;
        }
      }
    } else if (among_var === 9) {
      s.slice_from("eau");
    } else if (among_var === 10) {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("al");
    } else if (among_var === 11) {
      if (!s.in_grouping_b(g_oux_ending)) {
        return false;
      }
      s.slice_from("ou");
    } else if (among_var === 12) {
      while (true) {
        v_10 = s.limit - s.cursor;
        lab0: {
          if (!r_R2()) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_10;
        if (!r_R1()) {
          return false;
        }
        s.slice_from("eux");
        break;
      }
    } else if (among_var === 13) {
      if (!r_R1()) {
        return false;
      }
      if (!s.out_grouping_b(g_v)) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 14) {
      if (!r_RV()) {
        return false;
      }
      s.slice_from("ant");
      return false;
    } else if (among_var === 15) {
      if (!r_RV()) {
        return false;
      }
      s.slice_from("ent");
      return false;
    } else {
      v_11 = s.limit - s.cursor;
      if (!s.in_grouping_b(g_v)) {
        return false;
      }
      if (!r_RV()) {
        return false;
      }
      s.cursor = s.limit - v_11;
      s.slice_del();
      return false;
    }
    return true;
  }

  function r_i_verb_suffix(): boolean {
    let v_2 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    if (s.find_among_b(a_5) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    lab0: {
      if (!s.eq_s_b("H")) {
        break lab0;
      }
      s.limit_backward = v_2;
      return false;
    }
    if (!s.out_grouping_b(g_v)) {
      s.limit_backward = v_2;
      return false;
    }
    s.slice_del();
    s.limit_backward = v_2;
    return true;
  }

  function r_verb_suffix(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_7);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_del();
    } else if (among_var === 3) {
      v_3 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("e")) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
        if (!r_RV()) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
        s.bra = s.cursor;
      }
      s.slice_del();
    } else {
      v_4 = s.limit - s.cursor;
      lab0: {
        among_var = s.find_among_b(a_6);
        if (among_var === 0) {
          break lab0;
        }
        if (among_var === 1) {
          if (s.cursor <= s.limit_backward) {
            break lab0;
          }
          s.cursor -= 1;
          if (s.cursor > s.limit_backward) {
            break lab0;
          }
        }
        return false;
      }
      s.cursor = s.limit - v_4;
      s.slice_del();
    }
    return true;
  }

  function r_residual_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_4 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("s")) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
      s.bra = s.cursor;
      v_2 = s.limit - s.cursor;
      while (true) {
        lab1: {
          if (!s.eq_s_b("Hi")) {
            break lab1;
          }
          break;
        }
        if (!s.out_grouping_b(g_keep_with_s)) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      s.slice_del();
    }
    if (s.cursor < I_pV) {
      return false;
    }
    v_4 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_8);
    if (among_var === 0) {
      s.limit_backward = v_4;
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_R2()) {
        s.limit_backward = v_4;
        return false;
      }
      while (true) {
        lab0: {
          if (!s.eq_s_b("s")) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("t")) {
          s.limit_backward = v_4;
          return false;
        }
        break;
      }
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_from("i");
    } else {
      s.slice_del();
    }
    s.limit_backward = v_4;
    return true;
  }

  function r_un_double(): boolean {
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    if (s.find_among_b(a_9) === 0) {
      return false;
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_un_accent(): boolean {
    let v_1 = 0;
    v_1 = 1;
    while (true) {
      lab0: {
        if (!s.out_grouping_b(g_v)) {
          break lab0;
        }
        v_1 -= 1;
        continue;
      }
      break;
    }
    if (v_1 > 0) {
      return false;
    }
    s.ket = s.cursor;
    while (true) {
      lab0: {
        if (!s.eq_s_b("é")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("è")) {
        return false;
      }
      break;
    }
    s.bra = s.cursor;
    s.slice_from("e");
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_10 = 0;
    let v_11 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    v_1 = s.cursor;
    r_elisions();
    s.cursor = v_1;
    v_2 = s.cursor;
    r_prelude();
    s.cursor = v_2;
    r_mark_regions();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_3 = s.limit - s.cursor;
    lab0: {
      while (true) {
        v_4 = s.limit - s.cursor;
        lab1: {
          v_5 = s.limit - s.cursor;
          while (true) {
            v_6 = s.limit - s.cursor;
            lab2: {
              if (!r_standard_suffix()) {
                break lab2;
              }
              break;
            }
            s.cursor = s.limit - v_6;
            lab2: {
              if (!r_i_verb_suffix()) {
                break lab2;
              }
              break;
            }
            s.cursor = s.limit - v_6;
            if (!r_verb_suffix()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_5;
          v_7 = s.limit - s.cursor;
          lab2: {
            s.ket = s.cursor;
            while (true) {
              v_8 = s.limit - s.cursor;
              lab3: {
                if (!s.eq_s_b("Y")) {
                  break lab3;
                }
                s.bra = s.cursor;
                s.slice_from("i");
                break;
              }
              s.cursor = s.limit - v_8;
              if (!s.eq_s_b("ç")) {
                s.cursor = s.limit - v_7;
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_from("c");
              break;
            }
          }
          break;
        }
        s.cursor = s.limit - v_4;
        if (!r_residual_suffix()) {
          break lab0;
        }
        break;
      }
    }
    s.cursor = s.limit - v_3;
    v_9 = s.limit - s.cursor;
    r_un_double();
    s.cursor = s.limit - v_9;
    v_10 = s.limit - s.cursor;
    r_un_accent();
    s.cursor = s.limit - v_10;
    s.cursor = s.limit_backward;
    v_11 = s.cursor;
    r_postlude();
    s.cursor = v_11;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "àâçèéêëîïôùû";

export const stopWords =
  "a ai aie aient aies ait as au aura aurai auraient aurais aurait auras aurez auriez aurions aurons auront aux " +
  "avaient avais avait avec avez aviez avions avons ayant ayez ayons c ce ceci cela ces cet cette d dans de des " +
  "du elle en es est et etaient etais etait etant ete etee etees etes etiez etions eu eue eues eumes eurent eus " +
  "eusse eussent eusses eussiez eussions eut eutes eux fumes furent fus fusse fussent fusses fussiez fussions fut " +
  "futes ici il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou " +
  "par pas pour qu que quel quelle quelles quels qui s sa sans se sera serai seraient serais serait seras serez " +
  "seriez serions serons seront ses soi soient sois soit sommes son sont soyez soyons suis sur t ta te tes toi " +
  "ton tu un une vos votre vous y ";
