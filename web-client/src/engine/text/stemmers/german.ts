// Generated from german.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyäöü";
  const g_et_ending = "Udfgklmnrstzä";
  const g_s_ending = "bdfghklmnrt";
  const g_st_ending = "bdfghklmnt";
  let I_p2: number = 0;
  let I_p1: number = 0;
  const a_0 = s.among(["qu", "ß", "ae", "oe", "ue", ""]);
  const a_1 = s.among([null, "Y", "U,ü", "ä", "ö", ""]);
  const a_2 = s.among_b([null, "em", "erinnen,erin,ern,er", "e,en,es", "s", "ln,lns"]);
  const a_3 = s.among_b(["tick,plan,geordn,intern,tr"]);
  const a_4 = s.among_b([null, "en,er,est", "st", "et"]);
  const a_5 = s.among_b([null, "ig,lich"]);
  const a_6 = s.among_b([null, "end,ung", "ig,isch,ik", "lich,heit", "keit"]);
  const a_7 = s.among_b([null, "','sch,'s"]);

  function r_prelude(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    v_1 = s.cursor;
    while (true) {
      v_2 = s.cursor;
      lab0: {
        while (true) {
          v_3 = s.cursor;
          lab1: {
            if (!s.in_grouping(g_v)) {
              break lab1;
            }
            s.bra = s.cursor;
            while (true) {
              v_4 = s.cursor;
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
              s.cursor = v_4;
              if (!s.eq_s("y")) {
                break lab1;
              }
              s.ket = s.cursor;
              if (!s.in_grouping(g_v)) {
                break lab1;
              }
              s.slice_from("Y");
              break;
            }
            s.cursor = v_3;
            break;
          }
          s.cursor = v_3;
          if (s.cursor >= s.limit) {
            break lab0;
          }
          s.cursor += 1;
        }
        continue;
      }
      s.cursor = v_2;
      break;
    }
    s.cursor = v_1;
    while (true) {
      v_5 = s.cursor;
      lab0: {
        s.bra = s.cursor;
        among_var = s.find_among(a_0);
        s.ket = s.cursor;
        if (among_var === 1) {
          s.slice_from("ss");
        } else if (among_var === 2) {
          s.slice_from("ä");
        } else if (among_var === 3) {
          s.slice_from("ö");
        } else if (among_var === 4) {
          s.slice_from("ü");
        } else if (among_var === 5) {
          if (s.cursor >= s.limit) {
            break lab0;
          }
          s.cursor += 1;
        }
        continue;
      }
      s.cursor = v_5;
      break;
    }
    return true;
  }

  function r_mark_regions(): boolean {
    let I_x = 0;
    let v_1 = 0;
    I_p1 = s.limit;
    I_p2 = s.limit;
    v_1 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    I_x = s.cursor;
    s.cursor = v_1;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p1 = s.cursor;
    lab0: {
      if (I_p1 >= I_x) {
        break lab0;
      }
      I_p1 = I_x;
    }
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p2 = s.cursor;
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
          s.slice_from("y");
        } else if (among_var === 2) {
          s.slice_from("u");
        } else if (among_var === 3) {
          s.slice_from("a");
        } else if (among_var === 4) {
          s.slice_from("o");
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

  function r_R2(): boolean {
    return I_p2 <= s.cursor;
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
      among_var = s.find_among_b(a_2);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R1()) {
        break lab0;
      }
      if (among_var === 1) {
        lab1: {
          if (!s.eq_s_b("syst")) {
            break lab1;
          }
          break lab0;
        }
        s.slice_del();
      } else if (among_var === 2) {
        s.slice_del();
      } else if (among_var === 3) {
        s.slice_del();
        v_2 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          if (!s.eq_s_b("s")) {
            s.cursor = s.limit - v_2;
            break lab1;
          }
          s.bra = s.cursor;
          if (!s.eq_s_b("nis")) {
            s.cursor = s.limit - v_2;
            break lab1;
          }
          s.slice_del();
        }
      } else if (among_var === 4) {
        if (!s.in_grouping_b(g_s_ending)) {
          break lab0;
        }
        s.slice_del();
      } else {
        s.slice_from("l");
      }
    }
    s.cursor = s.limit - v_1;
    v_3 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_4);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R1()) {
        break lab0;
      }
      if (among_var === 1) {
        s.slice_del();
      } else if (among_var === 2) {
        if (!s.in_grouping_b(g_st_ending)) {
          break lab0;
        }
        if (s.cursor - 3 < s.limit_backward) {
          break lab0;
        }
        s.cursor -= 3;
        s.slice_del();
      } else {
        v_4 = s.limit - s.cursor;
        if (!s.in_grouping_b(g_et_ending)) {
          break lab0;
        }
        s.cursor = s.limit - v_4;
        v_5 = s.limit - s.cursor;
        lab1: {
          if (s.find_among_b(a_3) === 0) {
            break lab1;
          }
          break lab0;
        }
        s.cursor = s.limit - v_5;
        s.slice_del();
      }
    }
    s.cursor = s.limit - v_3;
    v_6 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_6);
      if (among_var === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R2()) {
        break lab0;
      }
      if (among_var === 1) {
        s.slice_del();
        v_7 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          if (!s.eq_s_b("ig")) {
            s.cursor = s.limit - v_7;
            break lab1;
          }
          s.bra = s.cursor;
          lab2: {
            if (!s.eq_s_b("e")) {
              break lab2;
            }
            s.cursor = s.limit - v_7;
            break lab1;
          }
          if (!r_R2()) {
            s.cursor = s.limit - v_7;
            break lab1;
          }
          s.slice_del();
        }
      } else if (among_var === 2) {
        lab1: {
          if (!s.eq_s_b("e")) {
            break lab1;
          }
          break lab0;
        }
        s.slice_del();
      } else if (among_var === 3) {
        s.slice_del();
        v_8 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          while (true) {
            lab2: {
              if (!s.eq_s_b("er")) {
                break lab2;
              }
              break;
            }
            if (!s.eq_s_b("en")) {
              s.cursor = s.limit - v_8;
              break lab1;
            }
            break;
          }
          s.bra = s.cursor;
          if (!r_R1()) {
            s.cursor = s.limit - v_8;
            break lab1;
          }
          s.slice_del();
        }
      } else {
        s.slice_del();
        v_9 = s.limit - s.cursor;
        lab1: {
          s.ket = s.cursor;
          if (s.find_among_b(a_5) === 0) {
            s.cursor = s.limit - v_9;
            break lab1;
          }
          s.bra = s.cursor;
          if (!r_R2()) {
            s.cursor = s.limit - v_9;
            break lab1;
          }
          s.slice_del();
        }
      }
    }
    s.cursor = s.limit - v_6;
    v_10 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_7) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      if (s.cursor <= s.limit_backward) {
        break lab0;
      }
      s.cursor -= 1;
      if (s.cursor <= s.limit_backward) {
        break lab0;
      }
      s.slice_del();
    }
    s.cursor = s.limit - v_10;
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    v_1 = s.cursor;
    r_prelude();
    s.cursor = v_1;
    v_2 = s.cursor;
    r_mark_regions();
    s.cursor = v_2;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    r_standard_suffix();
    s.cursor = s.limit_backward;
    v_3 = s.cursor;
    r_postlude();
    s.cursor = v_3;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "ßäöü";

export const stopWords =
  "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anderm andern " +
  "anderr anders auch auf aus bei bin bis bist da damit dann das dass dasselbe dazu dein deine deinem deinen " +
  "deiner deines dem demselben den denn denselben der derer derselbe derselben des desselben dessen dich die dies " +
  "diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines " +
  "einig einige einigem einigen einiger einiges einmal er es etwas euch euer eure eurem euren eurer eures fur " +
  "gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer " +
  "ihres im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine " +
  "keinem keinen keiner keines konnen konnte machen man manche manchem manchen mancher manches mein meine meinem " +
  "meinen meiner meines mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine " +
  "seinem seinen seiner seines selbst sich sie sind so solche solchem solchen solcher solches soll sollte sondern " +
  "sonst uber um und uns unse unsem unsen unser unses unter viel vom von vor wahrend war waren warst was weg weil " +
  "weiter welche welchem welchen welcher welches wenn werde werden wie wieder will wir wird wirst wo wollen " +
  "wollte wurde wurden zu zum zur zwar zwischen ";
