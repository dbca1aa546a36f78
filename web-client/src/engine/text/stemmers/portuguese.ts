// Generated from portuguese.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouáâéêíóôú";
let I_p2: number = 0;
let I_p1: number = 0;
let I_pV: number = 0;
const a_0: readonly Among[] = [
  ["", -1, 3], ["ã", 0, 1], ["õ", 0, 2],
];
const a_1: readonly Among[] = [
  ["", -1, 3], ["a~", 0, 1], ["o~", 0, 2],
];
const a_2: readonly Among[] = [
  ["ic", -1, -1], ["ad", -1, -1], ["os", -1, -1], ["iv", -1, 1],
];
const a_3: readonly Among[] = [
  ["ante", -1, 1], ["avel", -1, 1], ["ível", -1, 1],
];
const a_4: readonly Among[] = [
  ["ic", -1, 1], ["abil", -1, 1], ["iv", -1, 1],
];
const a_5: readonly Among[] = [
  ["ica", -1, 1], ["ância", -1, 1], ["ência", -1, 4], ["logia", -1, 2], ["ira", -1, 9], ["adora", -1, 1],
  ["osa", -1, 1], ["ista", -1, 1], ["iva", -1, 8], ["eza", -1, 1], ["idade", -1, 7], ["ante", -1, 1], ["mente", -1, 6],
  ["amente", 12, 5], ["ável", -1, 1], ["ível", -1, 1], ["ico", -1, 1], ["ismo", -1, 1], ["oso", -1, 1],
  ["amento", -1, 1], ["imento", -1, 1], ["ivo", -1, 8], ["aça~o", -1, 1], ["uça~o", -1, 3], ["ador", -1, 1],
  ["icas", -1, 1], ["ências", -1, 4], ["logias", -1, 2], ["iras", -1, 9], ["adoras", -1, 1], ["osas", -1, 1],
  ["istas", -1, 1], ["ivas", -1, 8], ["ezas", -1, 1], ["idades", -1, 7], ["adores", -1, 1], ["antes", -1, 1],
  ["aço~es", -1, 1], ["uço~es", -1, 3], ["icos", -1, 1], ["ismos", -1, 1], ["osos", -1, 1], ["amentos", -1, 1],
  ["imentos", -1, 1], ["ivos", -1, 8],
];
const a_6: readonly Among[] = [
  ["ada", -1, 1], ["ida", -1, 1], ["ia", -1, 1], ["aria", 2, 1], ["eria", 2, 1], ["iria", 2, 1], ["ara", -1, 1],
  ["era", -1, 1], ["ira", -1, 1], ["ava", -1, 1], ["asse", -1, 1], ["esse", -1, 1], ["isse", -1, 1], ["aste", -1, 1],
  ["este", -1, 1], ["iste", -1, 1], ["ei", -1, 1], ["arei", 16, 1], ["erei", 16, 1], ["irei", 16, 1], ["am", -1, 1],
  ["iam", 20, 1], ["ariam", 21, 1], ["eriam", 21, 1], ["iriam", 21, 1], ["aram", 20, 1], ["eram", 20, 1],
  ["iram", 20, 1], ["avam", 20, 1], ["em", -1, 1], ["arem", 29, 1], ["erem", 29, 1], ["irem", 29, 1], ["assem", 29, 1],
  ["essem", 29, 1], ["issem", 29, 1], ["ado", -1, 1], ["ido", -1, 1], ["ando", -1, 1], ["endo", -1, 1], ["indo", -1, 1],
  ["ara~o", -1, 1], ["era~o", -1, 1], ["ira~o", -1, 1], ["ar", -1, 1], ["er", -1, 1], ["ir", -1, 1], ["as", -1, 1],
  ["adas", 47, 1], ["idas", 47, 1], ["ias", 47, 1], ["arias", 50, 1], ["erias", 50, 1], ["irias", 50, 1],
  ["aras", 47, 1], ["eras", 47, 1], ["iras", 47, 1], ["avas", 47, 1], ["es", -1, 1], ["ardes", 58, 1], ["erdes", 58, 1],
  ["irdes", 58, 1], ["ares", 58, 1], ["eres", 58, 1], ["ires", 58, 1], ["asses", 58, 1], ["esses", 58, 1],
  ["isses", 58, 1], ["astes", 58, 1], ["estes", 58, 1], ["istes", 58, 1], ["is", -1, 1], ["ais", 71, 1], ["eis", 71, 1],
  ["areis", 73, 1], ["ereis", 73, 1], ["ireis", 73, 1], ["áreis", 73, 1], ["éreis", 73, 1], ["íreis", 73, 1],
  ["ásseis", 73, 1], ["ésseis", 73, 1], ["ísseis", 73, 1], ["áveis", 73, 1], ["íeis", 73, 1], ["aríeis", 84, 1],
  ["eríeis", 84, 1], ["iríeis", 84, 1], ["ados", -1, 1], ["idos", -1, 1], ["amos", -1, 1], ["áramos", 90, 1],
  ["éramos", 90, 1], ["íramos", 90, 1], ["ávamos", 90, 1], ["íamos", 90, 1], ["aríamos", 95, 1], ["eríamos", 95, 1],
  ["iríamos", 95, 1], ["emos", -1, 1], ["aremos", 99, 1], ["eremos", 99, 1], ["iremos", 99, 1], ["ássemos", 99, 1],
  ["êssemos", 99, 1], ["íssemos", 99, 1], ["imos", -1, 1], ["armos", -1, 1], ["ermos", -1, 1], ["irmos", -1, 1],
  ["ámos", -1, 1], ["arás", -1, 1], ["erás", -1, 1], ["irás", -1, 1], ["eu", -1, 1], ["iu", -1, 1], ["ou", -1, 1],
  ["ará", -1, 1], ["erá", -1, 1], ["irá", -1, 1],
];
const a_7: readonly Among[] = [
  ["a", -1, 1], ["i", -1, 1], ["o", -1, 1], ["os", -1, 1], ["á", -1, 1], ["í", -1, 1], ["ó", -1, 1],
];
const a_8: readonly Among[] = [
  ["e", -1, 1], ["ç", -1, 2], ["é", -1, 1], ["ê", -1, 1],
];

function r_prelude(): boolean {
  let among_var = 0;
  let v_1 = 0;
  while (true) {
    v_1 = s.cursor;
    lab0: {
      s.bra = s.cursor;
      among_var = s.find_among(a_0);
      s.ket = s.cursor;
      if (among_var === 1) {
        s.slice_from("a~");
      } else if (among_var === 2) {
        s.slice_from("o~");
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
        s.slice_from("ã");
      } else if (among_var === 2) {
        s.slice_from("õ");
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

function r_R2(): boolean {
  return I_p2 <= s.cursor;
}

function r_standard_suffix(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_5);
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
    s.slice_from("log");
  } else if (among_var === 3) {
    if (!r_R2()) {
      return false;
    }
    s.slice_from("u");
  } else if (among_var === 4) {
    if (!r_R2()) {
      return false;
    }
    s.slice_from("ente");
  } else if (among_var === 5) {
    if (I_p1 > s.cursor) {
      return false;
    }
    s.slice_del();
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_2);
      if (among_var === 0) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R2()) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
      s.slice_del();
      if (among_var === 1) {
        s.ket = s.cursor;
        if (!s.eq_s_b("at")) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.bra = s.cursor;
        if (!r_R2()) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.slice_del();
      }
    }
  } else if (among_var === 6) {
    if (!r_R2()) {
      return false;
    }
    s.slice_del();
    v_2 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_3) === 0) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R2()) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
      s.slice_del();
    }
  } else if (among_var === 7) {
    if (!r_R2()) {
      return false;
    }
    s.slice_del();
    v_3 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_4) === 0) {
        s.cursor = s.limit - v_3;
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R2()) {
        s.cursor = s.limit - v_3;
        break lab0;
      }
      s.slice_del();
    }
  } else if (among_var === 8) {
    if (!r_R2()) {
      return false;
    }
    s.slice_del();
    v_4 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("at")) {
        s.cursor = s.limit - v_4;
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R2()) {
        s.cursor = s.limit - v_4;
        break lab0;
      }
      s.slice_del();
    }
  } else {
    if (!r_RV()) {
      return false;
    }
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "e") {
      return false;
    }
    s.cursor -= 1;
    s.slice_from("ir");
  }
  return true;
}

function r_verb_suffix(): boolean {
  let v_2 = 0;
  if (s.cursor < I_pV) {
    return false;
  }
  v_2 = s.limit_backward;
  s.limit_backward = I_pV;
  s.ket = s.cursor;
  if (s.find_among_b(a_6) === 0) {
    s.limit_backward = v_2;
    return false;
  }
  s.bra = s.cursor;
  s.slice_del();
  s.limit_backward = v_2;
  return true;
}

function r_residual_suffix(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_7) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_RV()) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_residual_form(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_8);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    if (!r_RV()) {
      return false;
    }
    s.slice_del();
    s.ket = s.cursor;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "u") {
          break lab0;
        }
        s.cursor -= 1;
        s.bra = s.cursor;
        v_2 = s.limit - s.cursor;
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "g") {
          break lab0;
        }
        s.cursor -= 1;
        s.cursor = s.limit - v_2;
        break;
      }
      s.cursor = s.limit - v_1;
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "i") {
        return false;
      }
      s.cursor -= 1;
      s.bra = s.cursor;
      v_3 = s.limit - s.cursor;
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "c") {
        return false;
      }
      s.cursor -= 1;
      s.cursor = s.limit - v_3;
      break;
    }
    if (!r_RV()) {
      return false;
    }
    s.slice_del();
  } else {
    s.slice_from("c");
  }
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
  r_prelude();
  s.cursor = v_1;
  r_mark_regions();
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_2 = s.limit - s.cursor;
  lab0: {
    while (true) {
      v_3 = s.limit - s.cursor;
      lab1: {
        v_4 = s.limit - s.cursor;
        while (true) {
          v_5 = s.limit - s.cursor;
          lab2: {
            if (!r_standard_suffix()) {
              break lab2;
            }
            break;
          }
          s.cursor = s.limit - v_5;
          if (!r_verb_suffix()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_4;
        v_6 = s.limit - s.cursor;
        lab2: {
          s.ket = s.cursor;
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "i") {
            break lab2;
          }
          s.cursor -= 1;
          s.bra = s.cursor;
          v_7 = s.limit - s.cursor;
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "c") {
            break lab2;
          }
          s.cursor -= 1;
          s.cursor = s.limit - v_7;
          if (!r_RV()) {
            break lab2;
          }
          s.slice_del();
        }
        s.cursor = s.limit - v_6;
        break;
      }
      s.cursor = s.limit - v_3;
      if (!r_residual_suffix()) {
        break lab0;
      }
      break;
    }
  }
  s.cursor = s.limit - v_2;
  v_8 = s.limit - s.cursor;
  r_residual_form();
  s.cursor = s.limit - v_8;
  s.cursor = s.limit_backward;
  v_9 = s.cursor;
  r_postlude();
  s.cursor = v_9;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "áâãçéêíóôõú";

export const stopWords =
  "a ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas dele deles depois do dos e " +
  "ela elas ele eles em entre era eram eramos essa essas esse esses esta estamos estao estas estava estavam " +
  "estavamos este esteja estejam estejamos estes esteve estive estivemos estiver estivera estiveram estiveramos " +
  "estiverem estivermos estivesse estivessem estivessemos estou eu foi fomos for fora foram foramos forem formos " +
  "fosse fossem fossemos fui ha haja hajam hajamos hao havemos hei houve houvemos houver houvera houveram " +
  "houveramos houverao houverei houverem houveremos houveria houveriam houveriamos houvermos houvesse houvessem " +
  "houvessemos isso isto ja lhe lhes mais mas me mesmo meu meus minha minhas muito na nao nas nem no nos nossa " +
  "nossas nosso nossos num numa o os ou para pela pelas pelo pelos por qual quando que quem sao se seja sejam " +
  "sejamos sem sera serao serei seremos seria seriam seriamos seu seus so somos sou sua suas tambem te tem temos " +
  "tenha tenham tenhamos tenho tera terao terei teremos teria teriam teriamos teu teus teve tinha tinham tinhamos " +
  "tive tivemos tiver tivera tiveram tiveramos tiverem tivermos tivesse tivessem tivessemos tu tua tuas um uma " +
  "voce voces vos ";
