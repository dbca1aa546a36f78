// Generated from polish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyóąę";
  let I_p1: number = 0;
  const a_0 = s.among_b([null, "byście,bym,by,byśmy,byś"]);
  const a_1 = s.among_b([null, "ąc,ając,sz,iejsz", "sząc"]);
  const as_1 = ["", "s"] as const;
  const a_2 = s.among_b([
    null,
    "a,ąca,ająca,ia,sza,iejsza,ała,iała,iła,ąc,ając,e,ące,ające,ie,cie,acie,ecie,icie,ajcie,aliście,ieliście,iliście,ałyście,iałyście,iłyście,sze,iejsze,ach,iach,i,ali,ieli,ili,ami,iami,owi,iowi,aj,am,ałam,iałam,iłam,em,iem,ałem,iałem,iłem,om,iom,o,ało,iało,iło,u,iu,ów,amy,emy,imy,aliśmy,ieliśmy,iliśmy,ałyśmy,iałyśmy,iłyśmy,ały,iały,iły,asz,esz,isz,ą,ącą,ającą,ią,ają,iejszą,ać,ieć,ić,ąć,aść,eść,ę,ał,iał,ił,ałaś,iałaś,iłaś,ałeś,iałeś,iłeś",
    "sząca,szące,szącą,szę", "szą", "liście,łyście,liśmy,łyśmy,łaś,łeś",
    "ich,ych,imi,ymi,ej,iej,im,ym,ego,iego,emu,iemu,y",
  ], {
    "a": r_R1, "ia": r_R1, "e": r_R1, "ie": r_R1, "ach": r_R1, "iach": r_R1, "i": r_R1, "ami": r_R1, "iami": r_R1,
    "owi": r_R1, "iowi": r_R1, "em": r_R1, "iem": r_R1, "om": r_R1, "iom": r_R1, "o": r_R1, "u": r_R1, "iu": r_R1,
    "ów": r_R1, "ą": r_R1, "ią": r_R1,
  });
  const a_3 = s.among_b([null, "ć", "ń", "ś", "ź"]);
  const as_3 = ["c", "n", "s", "z"] as const;

  function r_mark_regions(): boolean {
    I_p1 = s.limit;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p1 = s.cursor;
    return true;
  }

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_remove_endings(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      if (s.cursor < I_p1) {
        break lab0;
      }
      v_3 = s.limit_backward;
      s.limit_backward = I_p1;
      s.ket = s.cursor;
      if (s.find_among_b(a_0) === 0) {
        s.limit_backward = v_3;
        break lab0;
      }
      s.bra = s.cursor;
      s.limit_backward = v_3;
      s.slice_del();
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_from("s");
    } else if (among_var === 3) {
      while (true) {
        v_4 = s.limit - s.cursor;
        lab0: {
          if (!r_R1()) {
            break lab0;
          }
          s.slice_del();
          break;
        }
        s.cursor = s.limit - v_4;
        s.slice_from("s");
        break;
      }
    } else if (among_var === 4) {
      s.slice_from("ł");
    } else {
      s.slice_del();
      v_5 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_1);
        if (among_var === 0) {
          s.cursor = s.limit - v_5;
          break lab0;
        }
        s.bra = s.cursor;
        s.slice_from(as_1[among_var - 1]!);
      }
    }
    v_6 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("'")) {
        s.cursor = s.limit - v_6;
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
    }
    return true;
  }

  function r_normalize_consonant(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_3);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.slice_from(as_3[among_var - 1]!);
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.cursor;
    r_mark_regions();
    s.cursor = v_1;
    while (true) {
      v_2 = s.cursor;
      lab0: {
        if (s.cursor + 2 > s.limit) {
          break lab0;
        }
        s.cursor += 2;
        s.limit_backward = s.cursor;
        s.cursor = s.limit;
        if (!r_remove_endings()) {
          break lab0;
        }
        s.cursor = s.limit_backward;
        break;
      }
      s.cursor = v_2;
      s.limit_backward = s.cursor;
      s.cursor = s.limit;
      if (!r_normalize_consonant()) {
        return false;
      }
      s.cursor = s.limit_backward;
      break;
    }
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "óąćęłńśź";

export const stopWords =
  "";
