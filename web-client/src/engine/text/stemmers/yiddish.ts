// Generated from yiddish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_niked = "\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05bf\u05c1\u05c2";
  const g_vowel = "אויעױײ";
  const g_consonant = "בגדהזחטךכלםמןנסףפץצקרשתװ";
  let I_p1: number = 0;
  const a_0 = s.among([null, "וו", "וי", "יי", "ך", "ם", "ן", "ף", "ץ"]);
  const a_1 = s.among([
    null,
    "אדורכ,אהינ,אהער,אהײמ,אומ,אונטער,איבער,אנ,אנט,אנטקעגנ,אנידער,אפ,אפיר,אקעגנ,אראפ,ארומ,ארונטער,אריבער,ארױס,ארױפ,ארײנ,אװעק,אױס,אױפ,אײנ,בא,בײ,דורכ,דער,מיט,נאכ,פאר,פארבײ,פארױס,פונאנדער,צו,צוזאמענ,צונױפ,צוריק,צע",
  ]);
  const a_2 = s.among(["דזש,שטר,שטש,שפר"]);
  const a_3 = s.among_b([
    null, "גאנג", "נומ", "מיט", "ביט", "ביס", "װיז", "טריב", "ליט", "קליב", "ריב", "ריס", "שװיג", "שמיס", "שניט",
    "שריב", "בונד", "װוטש", "זונג", "טרונק", "צװונג", "שלונג", "בױג", "הױב", "פארלױר", "שטאנ", "שװױר",
  ]);
  const as_3 = ["גײ", "נעמ", "מײד", "בײט", "בײס", "װײז", "טרײב", "לײט", "קלײב", "רײב", "רײס", "שװײג", "שמײס", "שנײד", "שרײב", "בינד", "װיטש", "זינג", "טרינק", "צװינג", "שלינג", "בײג", "הײב", "פארליר", "שטײ", "שװער"] as const;
  const a_4 = s.among_b([
    "יע",
    "ונג,סטו,ט,סט,עט,שאפט,הײט,קײט,יקײט,לעכ,עלעכ,יזמ,ימ,עמ,נ,סטנ,יסטנ,עטנ,ענ,עלענ,יזמענ,ס,עטס,נס,עס,עלעס,ערס,ענערס,ע,סטע,עטע,עלע,ער,סטער,עטער",
    "יעס", "ענעמ,ענס,ענע,ענער", "טענעמ,טנ,טס,טנס,טע,טענע,טער,טענער", "גאנגענ,גײנ", "נומענ", "שריבנ", "GEמיטנ",
    "GEביטנ", "GEביסנ", "װיזנ", "טריבנ", "GEליטנ", "קליבנ", "ריבנ", "GEריסנ", "שװיגנ", "שמיסנ", "שניטנ", "בונדנ",
    "װוטשנ", "זונגנ", "טרונקנ", "צװונגנ", "שלונגנ", "בױגנ", "הױבנ", "פארלױרנ", "שטאנענ", "שװױרנ", "בראכט", "ות",
    "יסט",
  ]);
  const a_5 = s.among_b([null, "ונג,שאפט,הײט,קײט,יקײט", "ל"]);
  const a_6 = s.among_b(["בליק,גליק", "יג,יק,דיק,נדיק,ענדיק,ניק,יש"]);

  function r_prelude(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
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
              if (among_var === 1) {
                lab3: {
                  if (!s.eq_s("\u05bc")) {
                    break lab3;
                  }
                  break lab2;
                }
                s.slice_from("װ");
              } else if (among_var === 2) {
                lab3: {
                  if (!s.eq_s("\u05b4")) {
                    break lab3;
                  }
                  break lab2;
                }
                s.slice_from("ױ");
              } else if (among_var === 3) {
                lab3: {
                  if (!s.eq_s("\u05b4")) {
                    break lab3;
                  }
                  break lab2;
                }
                s.slice_from("ײ");
              } else if (among_var === 4) {
                s.slice_from("כ");
              } else if (among_var === 5) {
                s.slice_from("מ");
              } else if (among_var === 6) {
                s.slice_from("נ");
              } else if (among_var === 7) {
                s.slice_from("פ");
              } else {
                s.slice_from("צ");
              }
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
    v_4 = s.cursor;
    lab0: {
      while (true) {
        v_5 = s.cursor;
        lab1: {
          while (true) {
            v_6 = s.cursor;
            lab2: {
              s.bra = s.cursor;
              if (!s.in_grouping(g_niked)) {
                break lab2;
              }
              s.ket = s.cursor;
              s.slice_del();
              s.cursor = v_6;
              break;
            }
            s.cursor = v_6;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          continue;
        }
        s.cursor = v_5;
        break;
      }
    }
    s.cursor = v_4;
    return true;
  }

  function r_mark_regions(): boolean {
    let I_x = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    I_p1 = s.limit;
    v_1 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      if (!s.eq_s("גע")) {
        s.cursor = v_1;
        break lab0;
      }
      s.ket = s.cursor;
      v_2 = s.cursor;
      lab1: {
        while (true) {
          lab2: {
            if (!s.eq_s("לט")) {
              break lab2;
            }
            break;
          }
          lab2: {
            if (!s.eq_s("בנ")) {
              break lab2;
            }
            break;
          }
          if (s.cursor < s.limit) {
            break lab1;
          }
          break;
        }
        s.cursor = v_1;
        break lab0;
      }
      s.cursor = v_2;
      s.slice_from("GE");
    }
    v_3 = s.cursor;
    lab0: {
      if (s.find_among(a_1) === 0) {
        s.cursor = v_3;
        break lab0;
      }
      while (true) {
        v_4 = s.cursor;
        lab1: {
          v_5 = s.cursor;
          while (true) {
            lab2: {
              if (!s.eq_s("צוגנ")) {
                break lab2;
              }
              break;
            }
            lab2: {
              if (!s.eq_s("צוקט")) {
                break lab2;
              }
              break;
            }
            if (!s.eq_s("צוקנ")) {
              break lab1;
            }
            break;
          }
          if (s.cursor < s.limit) {
            break lab1;
          }
          s.cursor = v_5;
          break;
        }
        s.cursor = v_4;
        lab1: {
          v_6 = s.cursor;
          if (!s.eq_s("געבנ")) {
            break lab1;
          }
          s.cursor = v_6;
          break;
        }
        s.cursor = v_4;
        lab1: {
          s.bra = s.cursor;
          if (!s.eq_s("גע")) {
            break lab1;
          }
          s.ket = s.cursor;
          s.slice_from("GE");
          break;
        }
        s.cursor = v_4;
        s.bra = s.cursor;
        if (!s.eq_s("צו")) {
          s.cursor = v_3;
          break lab0;
        }
        s.ket = s.cursor;
        s.slice_from("TSU");
        break;
      }
    }
    v_7 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    I_x = s.cursor;
    s.cursor = v_7;
    v_8 = s.cursor;
    lab0: {
      if (s.find_among(a_2) === 0) {
        s.cursor = v_8;
        break lab0;
      }
    }
    v_9 = s.cursor;
    lab0: {
      if (!s.in_grouping(g_consonant)) {
        break lab0;
      }
      if (!s.in_grouping(g_consonant)) {
        break lab0;
      }
      if (!s.in_grouping(g_consonant)) {
        break lab0;
      }
      I_p1 = s.cursor;
      return false;
    }
    s.cursor = v_9;
    if (!s.go_out_grouping(g_vowel)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_vowel)) {
      return false;
    }
    I_p1 = s.cursor;
    lab0: {
      if (I_p1 >= I_x) {
        break lab0;
      }
      I_p1 = I_x;
    }
    return true;
  }

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_standard_suffix(): boolean {
    let among_var = 0;
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
        s.slice_del();
      } else if (among_var === 2) {
        if (!r_R1()) {
          break lab0;
        }
        s.slice_from("יע");
      } else if (among_var === 3) {
        if (!r_R1()) {
          break lab0;
        }
        s.slice_del();
        s.ket = s.cursor;
        among_var = s.find_among_b(a_3);
        if (among_var === 0) {
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_from(as_3[among_var - 1]!);
      } else if (among_var === 4) {
        while (true) {
          v_2 = s.limit - s.cursor;
          lab1: {
            if (!r_R1()) {
              break lab1;
            }
            s.slice_del();
            break;
          }
          s.cursor = s.limit - v_2;
          s.slice_from("ט");
          break;
        }
        s.ket = s.cursor;
        if (!s.eq_s_b("בראכ")) {
          break lab0;
        }
        v_3 = s.limit - s.cursor;
        lab1: {
          if (!s.eq_s_b("גע")) {
            s.cursor = s.limit - v_3;
            break lab1;
          }
        }
        s.bra = s.cursor;
        s.slice_from("ברענג");
      } else if (among_var === 5) {
        s.slice_from("גײ");
      } else if (among_var === 6) {
        s.slice_from("נעמ");
      } else if (among_var === 7) {
        s.slice_from("שרײב");
      } else if (among_var === 8) {
        s.slice_from("מײד");
      } else if (among_var === 9) {
        s.slice_from("בײט");
      } else if (among_var === 10) {
        s.slice_from("בײס");
      } else if (among_var === 11) {
        s.slice_from("װײז");
      } else if (among_var === 12) {
        s.slice_from("טרײב");
      } else if (among_var === 13) {
        s.slice_from("לײט");
      } else if (among_var === 14) {
        s.slice_from("קלײב");
      } else if (among_var === 15) {
        s.slice_from("רײב");
      } else if (among_var === 16) {
        s.slice_from("רײס");
      } else if (among_var === 17) {
        s.slice_from("שװײג");
      } else if (among_var === 18) {
        s.slice_from("שמײס");
      } else if (among_var === 19) {
        s.slice_from("שנײד");
      } else if (among_var === 20) {
        s.slice_from("בינד");
      } else if (among_var === 21) {
        s.slice_from("װיטש");
      } else if (among_var === 22) {
        s.slice_from("זינג");
      } else if (among_var === 23) {
        s.slice_from("טרינק");
      } else if (among_var === 24) {
        s.slice_from("צװינג");
      } else if (among_var === 25) {
        s.slice_from("שלינג");
      } else if (among_var === 26) {
        s.slice_from("בײג");
      } else if (among_var === 27) {
        s.slice_from("הײב");
      } else if (among_var === 28) {
        s.slice_from("פארליר");
      } else if (among_var === 29) {
        s.slice_from("שטײ");
      } else if (among_var === 30) {
        s.slice_from("שװער");
      } else if (among_var === 31) {
        s.slice_from("ברענג");
      } else if (among_var === 32) {
        if (!r_R1()) {
          break lab0;
        }
        s.slice_from("ה");
      } else if (among_var === 33) {
        while (true) {
          v_4 = s.limit - s.cursor;
          lab1: {
            while (true) {
              lab2: {
                if (!s.eq_s_b("ג")) {
                  break lab2;
                }
                break;
              }
              if (!s.eq_s_b("ש")) {
                break lab1;
              }
              break;
            }
            v_5 = s.limit - s.cursor;
            lab2: {
              if (I_p1 > s.cursor + 3) {
                s.cursor = s.limit - v_5;
                break lab2;
              }
              s.slice_from("יס");
            }
            break;
          }
          s.cursor = s.limit - v_4;
          if (!r_R1()) {
            break lab0;
          }
          s.slice_del();
          break;
        }
      }
    }
    s.cursor = s.limit - v_1;
    v_6 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_5);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (among_var === 1) {
        if (!r_R1()) {
          break lab0;
        }
        s.slice_del();
      } else {
        if (!r_R1()) {
          break lab0;
        }
        if (!s.in_grouping_b(g_consonant)) {
          break lab0;
        }
        s.slice_del();
      }
    }
    s.cursor = s.limit - v_6;
    v_7 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_6);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (among_var === 1) {
        if (!r_R1()) {
          break lab0;
        }
        s.slice_del();
      }
    }
    s.cursor = s.limit - v_7;
    v_8 = s.limit - s.cursor;
    lab0: {
      while (true) {
        v_9 = s.limit - s.cursor;
        lab1: {
          while (true) {
            v_10 = s.limit - s.cursor;
            lab2: {
              s.ket = s.cursor;
              while (true) {
                lab3: {
                  if (!s.eq_s_b("GE")) {
                    break lab3;
                  }
                  break;
                }
                if (!s.eq_s_b("TSU")) {
                  break lab2;
                }
                break;
              }
              s.bra = s.cursor;
              s.slice_del();
              s.cursor = s.limit - v_10;
              break;
            }
            s.cursor = s.limit - v_10;
            if (s.cursor <= s.limit_backward) {
              break lab1;
            }
            s.cursor -= 1;
          }
          continue;
        }
        s.cursor = s.limit - v_9;
        break;
      }
    }
    s.cursor = s.limit - v_8;
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    r_prelude();
    v_1 = s.cursor;
    r_mark_regions();
    s.cursor = v_1;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    r_standard_suffix();
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
