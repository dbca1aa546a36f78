// Generated from turkish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_vowel = "aeiouöüı";
  const g_U = "iuüı";
  const g_vowel1 = "aouı";
  const g_vowel2 = "eiöü";
  const g_vowel3 = "aı";
  const g_vowel4 = "ei";
  const g_vowel5 = "ou";
  const g_vowel6 = "öü";
  let B_continue_stemming_noun_suffixes: boolean = false;
  const a_0 = s.among_b(["m,n,miz,niz,muz,nuz,müz,nüz,mız,nız"]);
  const a_1 = s.among_b(["leri,ları"]);
  const a_2 = s.among_b(["ni,nu,nü,nı"]);
  const a_3 = s.among_b(["in,un,ün,ın"]);
  const a_4 = s.among_b(["a,e"]);
  const a_5 = s.among_b(["na,ne"]);
  const a_6 = s.among_b(["da,ta,de,te"]);
  const a_7 = s.among_b(["nda,nde"]);
  const a_8 = s.among_b(["dan,tan,den,ten"]);
  const a_9 = s.among_b(["ndan,nden"]);
  const a_10 = s.among_b(["la,le"]);
  const a_11 = s.among_b(["ca,ce"]);
  const a_12 = s.among_b(["im,um,üm,ım"]);
  const a_13 = s.among_b(["sin,sun,sün,sın"]);
  const a_14 = s.among_b(["iz,uz,üz,ız"]);
  const a_15 = s.among_b(["siniz,sunuz,sünüz,sınız"]);
  const a_16 = s.among_b(["lar,ler"]);
  const a_17 = s.among_b(["niz,nuz,nüz,nız"]);
  const a_18 = s.among_b(["dir,tir,dur,tur,dür,tür,dır,tır"]);
  const a_19 = s.among_b(["casına,cesine"]);
  const a_20 = s.among_b([
    "di,ti,dik,tik,duk,tuk,dük,tük,dık,tık,dim,tim,dum,tum,düm,tüm,dım,tım,din,tin,dun,tun,dün,tün,dın,tın,du,tu,dü,tü,dı,tı",
  ]);
  const a_21 = s.among_b(["sa,se,sak,sek,sam,sem,san,sen"]);
  const a_22 = s.among_b(["miş,muş,müş,mış"]);
  const a_23 = s.among_b([null, "b", "c", "d", "ğ"]);
  const as_23 = ["p", "ç", "t", "k"] as const;

  function r_check_vowel_harmony(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    if (!s.go_out_grouping_b(g_vowel)) {
      return false;
    }
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("a")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel1)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        if (!s.eq_s_b("e")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel2)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        if (!s.eq_s_b("ı")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel3)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        if (!s.eq_s_b("i")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel4)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        if (!s.eq_s_b("o")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel5)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        if (!s.eq_s_b("ö")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel6)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        if (!s.eq_s_b("u")) {
          break lab0;
        }
        if (!s.go_out_grouping_b(g_vowel5)) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_2;
      if (!s.eq_s_b("ü")) {
        return false;
      }
      if (!s.go_out_grouping_b(g_vowel6)) {
        return false;
      }
      break;
    }
    s.cursor = s.limit - v_1;
    return true;
  }

  function r_mark_suffix_with_optional_n_consonant(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("n")) {
          break lab0;
        }
        v_2 = s.limit - s.cursor;
        if (!s.in_grouping_b(g_vowel)) {
          break lab0;
        }
        s.cursor = s.limit - v_2;
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!s.eq_s_b("n")) {
          break lab0;
        }
        return false;
      }
      v_3 = s.limit - s.cursor;
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.cursor -= 1;
      if (!s.in_grouping_b(g_vowel)) {
        return false;
      }
      s.cursor = s.limit - v_3;
      break;
    }
    return true;
  }

  function r_mark_suffix_with_optional_s_consonant(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("s")) {
          break lab0;
        }
        v_2 = s.limit - s.cursor;
        if (!s.in_grouping_b(g_vowel)) {
          break lab0;
        }
        s.cursor = s.limit - v_2;
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!s.eq_s_b("s")) {
          break lab0;
        }
        return false;
      }
      v_3 = s.limit - s.cursor;
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.cursor -= 1;
      if (!s.in_grouping_b(g_vowel)) {
        return false;
      }
      s.cursor = s.limit - v_3;
      break;
    }
    return true;
  }

  function r_mark_suffix_with_optional_y_consonant(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("y")) {
          break lab0;
        }
        v_2 = s.limit - s.cursor;
        if (!s.in_grouping_b(g_vowel)) {
          break lab0;
        }
        s.cursor = s.limit - v_2;
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!s.eq_s_b("y")) {
          break lab0;
        }
        return false;
      }
      v_3 = s.limit - s.cursor;
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.cursor -= 1;
      if (!s.in_grouping_b(g_vowel)) {
        return false;
      }
      s.cursor = s.limit - v_3;
      break;
    }
    return true;
  }

  function r_mark_suffix_with_optional_U_vowel(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!s.in_grouping_b(g_U)) {
          break lab0;
        }
        v_2 = s.limit - s.cursor;
        if (!s.out_grouping_b(g_vowel)) {
          break lab0;
        }
        s.cursor = s.limit - v_2;
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!s.in_grouping_b(g_U)) {
          break lab0;
        }
        return false;
      }
      v_3 = s.limit - s.cursor;
      if (s.cursor <= s.limit_backward) {
        return false;
      }
      s.cursor -= 1;
      if (!s.out_grouping_b(g_vowel)) {
        return false;
      }
      s.cursor = s.limit - v_3;
      break;
    }
    return true;
  }

  function r_mark_possessives(): boolean {
    if (s.find_among_b(a_0) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_U_vowel();
  }

  function r_mark_sU(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (!s.in_grouping_b(g_U)) {
      return false;
    }
    return r_mark_suffix_with_optional_s_consonant();
  }

  function r_mark_lArI(): boolean {
    return s.find_among_b(a_1) !== 0;
  }

  function r_mark_yU(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (!s.in_grouping_b(g_U)) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_nU(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_2) !== 0;
  }

  function r_mark_nUn(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_3) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_n_consonant();
  }

  function r_mark_yA(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_4) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_nA(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_5) !== 0;
  }

  function r_mark_DA(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_6) !== 0;
  }

  function r_mark_ndA(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_7) !== 0;
  }

  function r_mark_DAn(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_8) !== 0;
  }

  function r_mark_ndAn(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_9) !== 0;
  }

  function r_mark_ylA(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_10) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_ncA(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_11) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_n_consonant();
  }

  function r_mark_yUm(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_12) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_sUn(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_13) !== 0;
  }

  function r_mark_yUz(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_14) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_sUnUz(): boolean {
    return s.find_among_b(a_15) !== 0;
  }

  function r_mark_lAr(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_16) !== 0;
  }

  function r_mark_nUz(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_17) !== 0;
  }

  function r_mark_DUr(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    return s.find_among_b(a_18) !== 0;
  }

  function r_mark_cAsInA(): boolean {
    return s.find_among_b(a_19) !== 0;
  }

  function r_mark_yDU(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_20) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_ysA(): boolean {
    if (s.find_among_b(a_21) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_ymUs_(): boolean {
    if (!r_check_vowel_harmony()) {
      return false;
    }
    if (s.find_among_b(a_22) === 0) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_mark_yken(): boolean {
    if (!s.eq_s_b("ken")) {
      return false;
    }
    return r_mark_suffix_with_optional_y_consonant();
  }

  function r_stem_nominal_verb_suffixes(): boolean {
    let v_1 = 0;
    let v_10 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    s.ket = s.cursor;
    B_continue_stemming_noun_suffixes = true;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        while (true) {
          v_2 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_ymUs_()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_2;
          lab1: {
            if (!r_mark_yDU()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_2;
          lab1: {
            if (!r_mark_ysA()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_2;
          if (!r_mark_yken()) {
            break lab0;
          }
          break;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!r_mark_cAsInA()) {
          break lab0;
        }
        while (true) {
          v_3 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_sUnUz()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_3;
          lab1: {
            if (!r_mark_lAr()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_3;
          lab1: {
            if (!r_mark_yUm()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_3;
          lab1: {
            if (!r_mark_sUn()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_3;
          lab1: {
            if (!r_mark_yUz()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_3;
          break;
        }
        if (!r_mark_ymUs_()) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!r_mark_lAr()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_4 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          while (true) {
            v_5 = s.limit - s.cursor;
            lab2: {
              if (!r_mark_DUr()) {
                break lab2;
              }
              break;
            }
            s.cursor = s.limit - v_5;
            lab2: {
              if (!r_mark_yDU()) {
                break lab2;
              }
              break;
            }
            s.cursor = s.limit - v_5;
            lab2: {
              if (!r_mark_ysA()) {
                break lab2;
              }
              break;
            }
            s.cursor = s.limit - v_5;
            if (!r_mark_ymUs_()) {
              s.cursor = s.limit - v_4;
              break lab1;
            }
            break;
          }
        }
        B_continue_stemming_noun_suffixes = false;
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!r_mark_nUz()) {
          break lab0;
        }
        while (true) {
          v_6 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_yDU()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_6;
          if (!r_mark_ysA()) {
            break lab0;
          }
          break;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        while (true) {
          v_7 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_sUnUz()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_7;
          lab1: {
            if (!r_mark_yUz()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_7;
          lab1: {
            if (!r_mark_sUn()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_7;
          if (!r_mark_yUm()) {
            break lab0;
          }
          break;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_8 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          if (!r_mark_ymUs_()) {
            s.cursor = s.limit - v_8;
            break lab1;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      if (!r_mark_DUr()) {
        return false;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_9 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        while (true) {
          v_10 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_sUnUz()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_10;
          lab1: {
            if (!r_mark_lAr()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_10;
          lab1: {
            if (!r_mark_yUm()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_10;
          lab1: {
            if (!r_mark_sUn()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_10;
          lab1: {
            if (!r_mark_yUz()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_10;
          break;
        }
        if (!r_mark_ymUs_()) {
          s.cursor = s.limit - v_9;
          break lab0;
        }
      }
      break;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_stem_suffix_chain_before_ki(): boolean {
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
    if (!s.eq_s_b("ki")) {
      return false;
    }
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!r_mark_DA()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_2 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          while (true) {
            v_3 = s.limit - s.cursor;
            lab2: {
              if (!r_mark_lAr()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_4 = s.limit - s.cursor;
              lab3: {
                if (!r_stem_suffix_chain_before_ki()) {
                  s.cursor = s.limit - v_4;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_3;
            if (!r_mark_possessives()) {
              s.cursor = s.limit - v_2;
              break lab1;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_5 = s.limit - s.cursor;
            lab2: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_5;
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_5;
                break lab2;
              }
            }
            break;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!r_mark_nUn()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_6 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          while (true) {
            v_7 = s.limit - s.cursor;
            lab2: {
              if (!r_mark_lArI()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              break;
            }
            s.cursor = s.limit - v_7;
            lab2: {
              s.ket = s.cursor;
              while (true) {
                v_8 = s.limit - s.cursor;
                lab3: {
                  if (!r_mark_possessives()) {
                    break lab3;
                  }
                  break;
                }
                s.cursor = s.limit - v_8;
                if (!r_mark_sU()) {
                  break lab2;
                }
                break;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_9 = s.limit - s.cursor;
              lab3: {
                s.ket = s.cursor;
                if (!r_mark_lAr()) {
                  s.cursor = s.limit - v_9;
                  break lab3;
                }
                s.bra = s.cursor;
                s.slice_del();
                if (!r_stem_suffix_chain_before_ki()) {
                  s.cursor = s.limit - v_9;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_7;
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_6;
              break lab1;
            }
            break;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      if (!r_mark_ndA()) {
        return false;
      }
      while (true) {
        v_10 = s.limit - s.cursor;
        lab0: {
          if (!r_mark_lArI()) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_10;
        lab0: {
          if (!r_mark_sU()) {
            break lab0;
          }
          s.bra = s.cursor;
          s.slice_del();
          v_11 = s.limit - s.cursor;
          lab1: {
            s.ket = s.cursor;
            if (!r_mark_lAr()) {
              s.cursor = s.limit - v_11;
              break lab1;
            }
            s.bra = s.cursor;
            s.slice_del();
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_11;
              break lab1;
            }
          }
          break;
        }
        s.cursor = s.limit - v_10;
        if (!r_stem_suffix_chain_before_ki()) {
          return false;
        }
        break;
      }
      break;
    }
    return true;
  }

  function r_stem_noun_suffixes(): boolean {
    let v_1 = 0;
    let v_10 = 0;
    let v_11 = 0;
    let v_12 = 0;
    let v_13 = 0;
    let v_14 = 0;
    let v_15 = 0;
    let v_16 = 0;
    let v_17 = 0;
    let v_18 = 0;
    let v_19 = 0;
    let v_2 = 0;
    let v_20 = 0;
    let v_21 = 0;
    let v_22 = 0;
    let v_23 = 0;
    let v_24 = 0;
    let v_25 = 0;
    let v_26 = 0;
    let v_27 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!r_mark_lAr()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_2 = s.limit - s.cursor;
        lab1: {
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_2;
            break lab1;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        if (!r_mark_ncA()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_3 = s.limit - s.cursor;
        lab1: {
          while (true) {
            v_4 = s.limit - s.cursor;
            lab2: {
              s.ket = s.cursor;
              if (!r_mark_lArI()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              break;
            }
            s.cursor = s.limit - v_4;
            lab2: {
              s.ket = s.cursor;
              while (true) {
                v_5 = s.limit - s.cursor;
                lab3: {
                  if (!r_mark_possessives()) {
                    break lab3;
                  }
                  break;
                }
                s.cursor = s.limit - v_5;
                if (!r_mark_sU()) {
                  break lab2;
                }
                break;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_6 = s.limit - s.cursor;
              lab3: {
                s.ket = s.cursor;
                if (!r_mark_lAr()) {
                  s.cursor = s.limit - v_6;
                  break lab3;
                }
                s.bra = s.cursor;
                s.slice_del();
                if (!r_stem_suffix_chain_before_ki()) {
                  s.cursor = s.limit - v_6;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_4;
            s.ket = s.cursor;
            if (!r_mark_lAr()) {
              s.cursor = s.limit - v_3;
              break lab1;
            }
            s.bra = s.cursor;
            s.slice_del();
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_3;
              break lab1;
            }
            break;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        while (true) {
          v_7 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_ndA()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_7;
          if (!r_mark_nA()) {
            break lab0;
          }
          break;
        }
        while (true) {
          v_8 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_lArI()) {
              break lab1;
            }
            s.bra = s.cursor;
            s.slice_del();
            break;
          }
          s.cursor = s.limit - v_8;
          lab1: {
            if (!r_mark_sU()) {
              break lab1;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_9 = s.limit - s.cursor;
            lab2: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_9;
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_9;
                break lab2;
              }
            }
            break;
          }
          s.cursor = s.limit - v_8;
          if (!r_stem_suffix_chain_before_ki()) {
            break lab0;
          }
          break;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        while (true) {
          v_10 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_ndAn()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_10;
          if (!r_mark_nU()) {
            break lab0;
          }
          break;
        }
        while (true) {
          v_11 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_sU()) {
              break lab1;
            }
            s.bra = s.cursor;
            s.slice_del();
            v_12 = s.limit - s.cursor;
            lab2: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                s.cursor = s.limit - v_12;
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                s.cursor = s.limit - v_12;
                break lab2;
              }
            }
            break;
          }
          s.cursor = s.limit - v_11;
          if (!r_mark_lArI()) {
            break lab0;
          }
          break;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        if (!r_mark_DAn()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_13 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          while (true) {
            v_14 = s.limit - s.cursor;
            lab2: {
              if (!r_mark_possessives()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_15 = s.limit - s.cursor;
              lab3: {
                s.ket = s.cursor;
                if (!r_mark_lAr()) {
                  s.cursor = s.limit - v_15;
                  break lab3;
                }
                s.bra = s.cursor;
                s.slice_del();
                if (!r_stem_suffix_chain_before_ki()) {
                  s.cursor = s.limit - v_15;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_14;
            lab2: {
              if (!r_mark_lAr()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_16 = s.limit - s.cursor;
              lab3: {
                if (!r_stem_suffix_chain_before_ki()) {
                  s.cursor = s.limit - v_16;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_14;
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_13;
              break lab1;
            }
            break;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        while (true) {
          v_17 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_nUn()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_17;
          if (!r_mark_ylA()) {
            break lab0;
          }
          break;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_18 = s.limit - s.cursor;
        lab1: {
          while (true) {
            v_19 = s.limit - s.cursor;
            lab2: {
              s.ket = s.cursor;
              if (!r_mark_lAr()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              if (!r_stem_suffix_chain_before_ki()) {
                break lab2;
              }
              break;
            }
            s.cursor = s.limit - v_19;
            lab2: {
              s.ket = s.cursor;
              while (true) {
                v_20 = s.limit - s.cursor;
                lab3: {
                  if (!r_mark_possessives()) {
                    break lab3;
                  }
                  break;
                }
                s.cursor = s.limit - v_20;
                if (!r_mark_sU()) {
                  break lab2;
                }
                break;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_21 = s.limit - s.cursor;
              lab3: {
                s.ket = s.cursor;
                if (!r_mark_lAr()) {
                  s.cursor = s.limit - v_21;
                  break lab3;
                }
                s.bra = s.cursor;
                s.slice_del();
                if (!r_stem_suffix_chain_before_ki()) {
                  s.cursor = s.limit - v_21;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_19;
            if (!r_stem_suffix_chain_before_ki()) {
              s.cursor = s.limit - v_18;
              break lab1;
            }
            break;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        if (!r_mark_lArI()) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        if (!r_stem_suffix_chain_before_ki()) {
          break lab0;
        }
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        s.ket = s.cursor;
        while (true) {
          v_22 = s.limit - s.cursor;
          lab1: {
            if (!r_mark_DA()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_22;
          lab1: {
            if (!r_mark_yU()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_22;
          if (!r_mark_yA()) {
            break lab0;
          }
          break;
        }
        s.bra = s.cursor;
        s.slice_del();
        v_23 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          while (true) {
            v_24 = s.limit - s.cursor;
            lab2: {
              if (!r_mark_possessives()) {
                break lab2;
              }
              s.bra = s.cursor;
              s.slice_del();
              v_25 = s.limit - s.cursor;
              lab3: {
                s.ket = s.cursor;
                if (!r_mark_lAr()) {
                  s.cursor = s.limit - v_25;
                  break lab3;
                }
              }
              break;
            }
            s.cursor = s.limit - v_24;
            if (!r_mark_lAr()) {
              s.cursor = s.limit - v_23;
              break lab1;
            }
            break;
          }
          s.bra = s.cursor;
          s.slice_del();
          s.ket = s.cursor;
          if (!r_stem_suffix_chain_before_ki()) {
            s.cursor = s.limit - v_23;
            break lab1;
          }
        }
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      while (true) {
        v_26 = s.limit - s.cursor;
        lab0: {
          if (!r_mark_possessives()) {
            break lab0;
          }
          break;
        }
        s.cursor = s.limit - v_26;
        if (!r_mark_sU()) {
          return false;
        }
        break;
      }
      s.bra = s.cursor;
      s.slice_del();
      v_27 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!r_mark_lAr()) {
          s.cursor = s.limit - v_27;
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_del();
        if (!r_stem_suffix_chain_before_ki()) {
          s.cursor = s.limit - v_27;
          break lab0;
        }
      }
      break;
    }
    return true;
  }

  function r_post_process_last_consonants(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_23);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from(as_23[among_var - 1]!);
    return true;
  }

  function r_append_U_to_stems_ending_with_d_or_g(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    s.bra = s.cursor;
    while (true) {
      lab0: {
        if (!s.eq_s_b("d")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("g")) {
        return false;
      }
      break;
    }
    if (!s.go_out_grouping_b(g_vowel)) {
      return false;
    }
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s_b("a")) {
              break lab1;
            }
            break;
          }
          if (!s.eq_s_b("ı")) {
            break lab0;
          }
          break;
        }
        s.slice_from("ı");
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s_b("e")) {
              break lab1;
            }
            break;
          }
          if (!s.eq_s_b("i")) {
            break lab0;
          }
          break;
        }
        s.slice_from("i");
        break;
      }
      s.cursor = s.limit - v_1;
      lab0: {
        while (true) {
          lab1: {
            if (!s.eq_s_b("o")) {
              break lab1;
            }
            break;
          }
          if (!s.eq_s_b("u")) {
            break lab0;
          }
          break;
        }
        s.slice_from("u");
        break;
      }
      s.cursor = s.limit - v_1;
      while (true) {
        lab0: {
          if (!s.eq_s_b("ö")) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("ü")) {
          return false;
        }
        break;
      }
      s.slice_from("ü");
      break;
    }
    return true;
  }

  function r_is_reserved_word(): boolean {
    let v_1 = 0;
    if (!s.eq_s_b("ad")) {
      return false;
    }
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!s.eq_s_b("soy")) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
    }
    return s.cursor <= s.limit_backward;
  }

  function r_remove_proper_noun_suffix(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    v_1 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      while (true) {
        v_2 = s.cursor;
        lab1: {
          lab2: {
            if (!s.eq_s("'")) {
              break lab2;
            }
            break lab1;
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
      s.ket = s.cursor;
      s.slice_del();
    }
    s.cursor = v_1;
    v_3 = s.cursor;
    lab0: {
      if (s.cursor + 2 > s.limit) {
        break lab0;
      }
      s.cursor += 2;
      while (true) {
        v_4 = s.cursor;
        lab1: {
          if (!s.eq_s("'")) {
            break lab1;
          }
          s.cursor = v_4;
          break;
        }
        s.cursor = v_4;
        if (s.cursor >= s.limit) {
          break lab0;
        }
        s.cursor += 1;
      }
      s.bra = s.cursor;
      s.cursor = s.limit;
      s.ket = s.cursor;
      s.slice_del();
    }
    s.cursor = v_3;
    return true;
  }

  function r_more_than_one_syllable_word(): boolean {
    let v_1 = 0;
    v_1 = s.cursor;
    for (let round = 0; round < 2; round++) {
      if (!s.go_out_grouping(g_vowel)) {
        return false;
      }
      s.cursor += 1;
    }
    s.cursor = v_1;
    return true;
  }

  function r_postlude(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (!r_is_reserved_word()) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    r_append_U_to_stems_ending_with_d_or_g();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_post_process_last_consonants();
    s.cursor = s.limit - v_3;
    s.cursor = s.limit_backward;
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    r_remove_proper_noun_suffix();
    if (!r_more_than_one_syllable_word()) {
      return false;
    }
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_stem_nominal_verb_suffixes();
    s.cursor = s.limit - v_1;
    if (!B_continue_stemming_noun_suffixes) {
      return false;
    }
    v_2 = s.limit - s.cursor;
    r_stem_noun_suffixes();
    s.cursor = s.limit - v_2;
    s.cursor = s.limit_backward;
    return r_postlude();
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "çöüğış";

export const stopWords =
  "";
