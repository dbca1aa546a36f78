// Generated from romanian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouâîă";
let B_standard_suffix_removed: boolean = false;
let I_p2: number = 0;
let I_p1: number = 0;
let I_pV: number = 0;
const a_0: readonly Among[] = [
  ["ş", -1, 1], ["ţ", -1, 2],
];
const as_0 = ["ș", "ț"] as const;
const a_1: readonly Among[] = [
  ["", -1, 3], ["I", 0, 1], ["U", 0, 2],
];
const a_2: readonly Among[] = [
  ["ea", -1, 3], ["ația", -1, 7], ["aua", -1, 2], ["iua", -1, 4], ["ație", -1, 7], ["ele", -1, 3], ["ile", -1, 5],
  ["iile", 6, 4], ["iei", -1, 4], ["atei", -1, 6], ["ii", -1, 4], ["ului", -1, 1], ["ul", -1, 1], ["elor", -1, 3],
  ["ilor", -1, 4], ["iilor", 14, 4],
];
const a_3: readonly Among[] = [
  ["icala", -1, 4], ["iciva", -1, 4], ["ativa", -1, 5], ["itiva", -1, 6], ["icale", -1, 4], ["ațiune", -1, 5],
  ["ițiune", -1, 6], ["atoare", -1, 5], ["itoare", -1, 6], ["ătoare", -1, 5], ["icitate", -1, 4], ["abilitate", -1, 1],
  ["ibilitate", -1, 2], ["ivitate", -1, 3], ["icive", -1, 4], ["ative", -1, 5], ["itive", -1, 6], ["icali", -1, 4],
  ["atori", -1, 5], ["icatori", 18, 4], ["itori", -1, 6], ["ători", -1, 5], ["icitati", -1, 4], ["abilitati", -1, 1],
  ["ivitati", -1, 3], ["icivi", -1, 4], ["ativi", -1, 5], ["itivi", -1, 6], ["icităi", -1, 4], ["abilităi", -1, 1],
  ["ivităi", -1, 3], ["icități", -1, 4], ["abilități", -1, 1], ["ivități", -1, 3], ["ical", -1, 4], ["ator", -1, 5],
  ["icator", 35, 4], ["itor", -1, 6], ["ător", -1, 5], ["iciv", -1, 4], ["ativ", -1, 5], ["itiv", -1, 6],
  ["icală", -1, 4], ["icivă", -1, 4], ["ativă", -1, 5], ["itivă", -1, 6],
];
const as_3 = ["abil", "ibil", "iv", "ic", "at", "it"] as const;
const a_4: readonly Among[] = [
  ["ica", -1, 1], ["abila", -1, 1], ["ibila", -1, 1], ["oasa", -1, 1], ["ata", -1, 1], ["ita", -1, 1], ["anta", -1, 1],
  ["ista", -1, 3], ["uta", -1, 1], ["iva", -1, 1], ["ic", -1, 1], ["ice", -1, 1], ["abile", -1, 1], ["ibile", -1, 1],
  ["isme", -1, 3], ["iune", -1, 2], ["oase", -1, 1], ["ate", -1, 1], ["itate", 17, 1], ["ite", -1, 1], ["ante", -1, 1],
  ["iste", -1, 3], ["ute", -1, 1], ["ive", -1, 1], ["ici", -1, 1], ["abili", -1, 1], ["ibili", -1, 1], ["iuni", -1, 2],
  ["atori", -1, 1], ["osi", -1, 1], ["ati", -1, 1], ["itati", 30, 1], ["iti", -1, 1], ["anti", -1, 1], ["isti", -1, 3],
  ["uti", -1, 1], ["iști", -1, 3], ["ivi", -1, 1], ["ităi", -1, 1], ["oși", -1, 1], ["ități", -1, 1], ["abil", -1, 1],
  ["ibil", -1, 1], ["ism", -1, 3], ["ator", -1, 1], ["os", -1, 1], ["at", -1, 1], ["it", -1, 1], ["ant", -1, 1],
  ["ist", -1, 3], ["ut", -1, 1], ["iv", -1, 1], ["ică", -1, 1], ["abilă", -1, 1], ["ibilă", -1, 1], ["oasă", -1, 1],
  ["ată", -1, 1], ["ită", -1, 1], ["antă", -1, 1], ["istă", -1, 3], ["ută", -1, 1], ["ivă", -1, 1],
];
const a_5: readonly Among[] = [
  ["ea", -1, 1], ["ia", -1, 1], ["esc", -1, 1], ["ăsc", -1, 1], ["ind", -1, 1], ["ând", -1, 1], ["are", -1, 1],
  ["ere", -1, 1], ["ire", -1, 1], ["âre", -1, 1], ["se", -1, 2], ["ase", 10, 1], ["sese", 10, 2], ["ise", 10, 1],
  ["use", 10, 1], ["âse", 10, 1], ["ește", -1, 1], ["ăște", -1, 1], ["eze", -1, 1], ["ai", -1, 1], ["eai", 19, 1],
  ["iai", 19, 1], ["sei", -1, 2], ["ești", -1, 1], ["ăști", -1, 1], ["ui", -1, 1], ["ezi", -1, 1], ["âi", -1, 1],
  ["ași", -1, 1], ["seși", -1, 2], ["aseși", 29, 1], ["seseși", 29, 2], ["iseși", 29, 1], ["useși", 29, 1],
  ["âseși", 29, 1], ["iși", -1, 1], ["uși", -1, 1], ["âși", -1, 1], ["ați", -1, 2], ["eați", 38, 1], ["iați", 38, 1],
  ["eți", -1, 2], ["iți", -1, 2], ["âți", -1, 2], ["arăți", -1, 1], ["serăți", -1, 2], ["aserăți", 45, 1],
  ["seserăți", 45, 2], ["iserăți", 45, 1], ["userăți", 45, 1], ["âserăți", 45, 1], ["irăți", -1, 1], ["urăți", -1, 1],
  ["ârăți", -1, 1], ["am", -1, 1], ["eam", 54, 1], ["iam", 54, 1], ["em", -1, 2], ["asem", 57, 1], ["sesem", 57, 2],
  ["isem", 57, 1], ["usem", 57, 1], ["âsem", 57, 1], ["im", -1, 2], ["âm", -1, 2], ["ăm", -1, 2], ["arăm", 65, 1],
  ["serăm", 65, 2], ["aserăm", 67, 1], ["seserăm", 67, 2], ["iserăm", 67, 1], ["userăm", 67, 1], ["âserăm", 67, 1],
  ["irăm", 65, 1], ["urăm", 65, 1], ["ârăm", 65, 1], ["au", -1, 1], ["eau", 76, 1], ["iau", 76, 1], ["indu", -1, 1],
  ["ându", -1, 1], ["ez", -1, 1], ["ească", -1, 1], ["ară", -1, 1], ["seră", -1, 2], ["aseră", 84, 1],
  ["seseră", 84, 2], ["iseră", 84, 1], ["useră", 84, 1], ["âseră", 84, 1], ["iră", -1, 1], ["ură", -1, 1],
  ["âră", -1, 1], ["ează", -1, 1],
];
const a_6: readonly Among[] = [
  ["a", -1, 1], ["e", -1, 1], ["ie", 1, 1], ["i", -1, 1], ["ă", -1, 1],
];

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
              if (s.cursor === s.limit || s.current[s.cursor] !== "u") {
                break lab2;
              }
              s.cursor += 1;
              s.ket = s.cursor;
              if (!s.in_grouping(g_v)) {
                break lab2;
              }
              s.slice_from("U");
              break;
            }
            s.cursor = v_3;
            if (s.cursor === s.limit || s.current[s.cursor] !== "i") {
              break lab1;
            }
            s.cursor += 1;
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
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "ț") {
      return false;
    }
    s.cursor -= 1;
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
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "u") {
        s.limit_backward = v_2;
        return false;
      }
      s.cursor -= 1;
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

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "âîăşţșț";

export const stopWords =
  "";
