// Generated from italian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouàèìòù";
const g_AEIO = "aeioàèìò";
const g_CG = "cg";
let I_p2: number = 0;
let I_p1: number = 0;
let I_pV: number = 0;
const a_0: readonly Among[] = [
  ["all'", -1, -1], ["d'", -1, -1], ["dall'", -1, -1], ["dell'", -1, -1], ["gl'", -1, -1], ["l'", -1, -1],
  ["m'", -1, -1], ["nell'", -1, -1], ["quell'", -1, -1], ["quest'", -1, -1], ["s'", -1, -1], ["sull'", -1, -1],
  ["t'", -1, -1], ["tutt'", -1, -1], ["un'", -1, -1], ["v'", -1, -1],
];
const a_1: readonly Among[] = [
  ["", -1, 7], ["qu", 0, 6], ["á", 0, 1], ["é", 0, 2], ["í", 0, 3], ["ó", 0, 4], ["ú", 0, 5],
];
const a_2: readonly Among[] = [
  ["", -1, 3], ["I", 0, 1], ["U", 0, 2],
];
const a_3: readonly Among[] = [
  ["la", -1, -1], ["cela", 0, -1], ["gliela", 0, -1], ["mela", 0, -1], ["tela", 0, -1], ["vela", 0, -1], ["le", -1, -1],
  ["cele", 6, -1], ["gliele", 6, -1], ["mele", 6, -1], ["tele", 6, -1], ["vele", 6, -1], ["ne", -1, -1],
  ["cene", 12, -1], ["gliene", 12, -1], ["mene", 12, -1], ["sene", 12, -1], ["tene", 12, -1], ["vene", 12, -1],
  ["ci", -1, -1], ["li", -1, -1], ["celi", 20, -1], ["glieli", 20, -1], ["meli", 20, -1], ["teli", 20, -1],
  ["veli", 20, -1], ["gli", 20, -1], ["mi", -1, -1], ["si", -1, -1], ["ti", -1, -1], ["vi", -1, -1], ["lo", -1, -1],
  ["celo", 31, -1], ["glielo", 31, -1], ["melo", 31, -1], ["telo", 31, -1], ["velo", 31, -1],
];
const a_4: readonly Among[] = [
  ["ando", -1, 1], ["endo", -1, 1], ["ar", -1, 2], ["er", -1, 2], ["ir", -1, 2],
];
const as_4 = ["", "e"] as const;
const a_5: readonly Among[] = [
  ["ic", -1, -1], ["abil", -1, -1], ["os", -1, -1], ["iv", -1, 1],
];
const a_6: readonly Among[] = [
  ["ic", -1, 1], ["abil", -1, 1], ["iv", -1, 1],
];
const a_7: readonly Among[] = [
  ["ica", -1, 1], ["logia", -1, 3], ["osa", -1, 1], ["ista", -1, 1], ["iva", -1, 9], ["anza", -1, 1], ["enza", -1, 5],
  ["ice", -1, 1], ["atrice", 7, 1], ["iche", -1, 1], ["logie", -1, 3], ["abile", -1, 1], ["ibile", -1, 1],
  ["usione", -1, 4], ["azione", -1, 2], ["uzione", -1, 4], ["atore", -1, 2], ["ose", -1, 1], ["ante", -1, 1],
  ["mente", -1, 1], ["amente", 19, 7], ["iste", -1, 1], ["ive", -1, 9], ["anze", -1, 1], ["enze", -1, 5],
  ["ici", -1, 1], ["atrici", 25, 1], ["ichi", -1, 1], ["abili", -1, 1], ["ibili", -1, 1], ["ismi", -1, 1],
  ["usioni", -1, 4], ["azioni", -1, 2], ["uzioni", -1, 4], ["atori", -1, 2], ["osi", -1, 1], ["anti", -1, 1],
  ["amenti", -1, 6], ["imenti", -1, 6], ["isti", -1, 1], ["ivi", -1, 9], ["ico", -1, 1], ["ismo", -1, 1],
  ["oso", -1, 1], ["amento", -1, 6], ["imento", -1, 6], ["ivo", -1, 9], ["ità", -1, 8], ["istà", -1, 1],
  ["istè", -1, 1], ["istì", -1, 1],
];
const a_8: readonly Among[] = [
  ["isca", -1, 1], ["enda", -1, 1], ["ata", -1, 1], ["ita", -1, 1], ["uta", -1, 1], ["ava", -1, 1], ["eva", -1, 1],
  ["iva", -1, 1], ["erebbe", -1, 1], ["irebbe", -1, 1], ["isce", -1, 1], ["ende", -1, 1], ["are", -1, 1],
  ["ere", -1, 1], ["ire", -1, 1], ["asse", -1, 1], ["ate", -1, 1], ["avate", 16, 1], ["evate", 16, 1], ["ivate", 16, 1],
  ["ete", -1, 1], ["erete", 20, 1], ["irete", 20, 1], ["ite", -1, 1], ["ereste", -1, 1], ["ireste", -1, 1],
  ["ute", -1, 1], ["erai", -1, 1], ["irai", -1, 1], ["isci", -1, 1], ["endi", -1, 1], ["erei", -1, 1], ["irei", -1, 1],
  ["assi", -1, 1], ["ati", -1, 1], ["iti", -1, 1], ["eresti", -1, 1], ["iresti", -1, 1], ["uti", -1, 1], ["avi", -1, 1],
  ["evi", -1, 1], ["ivi", -1, 1], ["isco", -1, 1], ["ando", -1, 1], ["endo", -1, 1], ["Yamo", -1, 1], ["iamo", -1, 1],
  ["avamo", -1, 1], ["evamo", -1, 1], ["ivamo", -1, 1], ["eremo", -1, 1], ["iremo", -1, 1], ["assimo", -1, 1],
  ["ammo", -1, 1], ["emmo", -1, 1], ["eremmo", 54, 1], ["iremmo", 54, 1], ["immo", -1, 1], ["ano", -1, 1],
  ["iscano", 58, 1], ["avano", 58, 1], ["evano", 58, 1], ["ivano", 58, 1], ["eranno", -1, 1], ["iranno", -1, 1],
  ["ono", -1, 1], ["iscono", 65, 1], ["arono", 65, 1], ["erono", 65, 1], ["irono", 65, 1], ["erebbero", -1, 1],
  ["irebbero", -1, 1], ["assero", -1, 1], ["essero", -1, 1], ["issero", -1, 1], ["ato", -1, 1], ["ito", -1, 1],
  ["uto", -1, 1], ["avo", -1, 1], ["evo", -1, 1], ["ivo", -1, 1], ["ar", -1, 1], ["ir", -1, 1], ["erà", -1, 1],
  ["irà", -1, 1], ["erò", -1, 1], ["irò", -1, 1],
];

function r_elisions(): boolean {
  s.bra = s.cursor;
  if (s.find_among(a_0) === 0) {
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
      s.bra = s.cursor;
      among_var = s.find_among(a_1);
      s.ket = s.cursor;
      if (among_var === 1) {
        s.slice_from("à");
      } else if (among_var === 2) {
        s.slice_from("è");
      } else if (among_var === 3) {
        s.slice_from("ì");
      } else if (among_var === 4) {
        s.slice_from("ò");
      } else if (among_var === 5) {
        s.slice_from("ù");
      } else if (among_var === 6) {
        s.slice_from("qU");
      } else {
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
    v_3 = s.cursor;
    lab0: {
      while (true) {
        v_4 = s.cursor;
        lab1: {
          if (!s.in_grouping(g_v)) {
            break lab1;
          }
          s.bra = s.cursor;
          while (true) {
            v_5 = s.cursor;
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
            s.cursor = v_5;
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
          s.cursor = v_4;
          break;
        }
        s.cursor = v_4;
        if (s.cursor >= s.limit) {
          break lab0;
        }
        s.cursor += 1;
      }
      continue;
    }
    s.cursor = v_3;
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
      lab1: {
        if (!s.eq_s("divan")) {
          break lab1;
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
      among_var = s.find_among(a_2);
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

function r_RV(): boolean {
  return I_pV <= s.cursor;
}

function r_R2(): boolean {
  return I_p2 <= s.cursor;
}

function r_attached_pronoun(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  if (s.find_among_b(a_3) === 0) {
    return false;
  }
  s.bra = s.cursor;
  among_var = s.find_among_b(a_4);
  if (among_var === 0) {
    return false;
  }
  if (!r_RV()) {
    return false;
  }
  s.slice_from(as_4[among_var - 1]!);
  return true;
}

function r_standard_suffix(): boolean {
  let among_var = 0;
  let v_1 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_4 = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_7);
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
      if (!r_R2()) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
      s.slice_del();
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
    s.slice_from("ente");
  } else if (among_var === 6) {
    if (!r_RV()) {
      return false;
    }
    s.slice_del();
  } else if (among_var === 7) {
    if (I_p1 > s.cursor) {
      return false;
    }
    s.slice_del();
    v_2 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      among_var = s.find_among_b(a_5);
      if (among_var === 0) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
      s.bra = s.cursor;
      if (!r_R2()) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
      s.slice_del();
      if (among_var === 1) {
        s.ket = s.cursor;
        if (!s.eq_s_b("at")) {
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
    }
  } else if (among_var === 8) {
    if (!r_R2()) {
      return false;
    }
    s.slice_del();
    v_3 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_6) === 0) {
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
  } else {
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
      s.ket = s.cursor;
      if (!s.eq_s_b("ic")) {
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
  if (s.find_among_b(a_8) === 0) {
    s.limit_backward = v_2;
    return false;
  }
  s.bra = s.cursor;
  s.slice_del();
  s.limit_backward = v_2;
  return true;
}

function r_vowel_suffix(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  v_1 = s.limit - s.cursor;
  lab0: {
    s.ket = s.cursor;
    if (!s.in_grouping_b(g_AEIO)) {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.bra = s.cursor;
    if (!r_RV()) {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.slice_del();
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "i") {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    if (!r_RV()) {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.slice_del();
  }
  v_2 = s.limit - s.cursor;
  lab0: {
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "h") {
      s.cursor = s.limit - v_2;
      break lab0;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    if (!s.in_grouping_b(g_CG)) {
      s.cursor = s.limit - v_2;
      break lab0;
    }
    if (!r_RV()) {
      s.cursor = s.limit - v_2;
      break lab0;
    }
    s.slice_del();
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
  r_attached_pronoun();
  s.cursor = s.limit - v_3;
  v_4 = s.limit - s.cursor;
  lab0: {
    while (true) {
      v_5 = s.limit - s.cursor;
      lab1: {
        if (!r_standard_suffix()) {
          break lab1;
        }
        break;
      }
      s.cursor = s.limit - v_5;
      if (!r_verb_suffix()) {
        break lab0;
      }
      break;
    }
  }
  s.cursor = s.limit - v_4;
  v_6 = s.limit - s.cursor;
  r_vowel_suffix();
  s.cursor = s.limit - v_6;
  s.cursor = s.limit_backward;
  v_7 = s.cursor;
  r_postlude();
  s.cursor = v_7;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "àáèéìíòóùú";

export const stopWords =
  "a abbia abbiamo abbiano abbiate ad agl agli ai al all alla alle allo anche avemmo avendo avesse avessero " +
  "avessi avessimo aveste avesti avete aveva avevamo avevano avevate avevi avevo avra avrai avranno avrebbe " +
  "avrebbero avrei avremmo avremo avreste avresti avrete avro avuta avute avuti avuto c che chi ci coi col come " +
  "con contro cui da dagl dagli dai dal dall dalla dalle dallo degl degli dei del dell della delle dello di dov " +
  "dove e ebbe ebbero ebbi ed era erano eravamo eravate eri ero essendo faccia facciamo facciano facciate faccio " +
  "facemmo facendo facesse facessero facessi facessimo faceste facesti faceva facevamo facevano facevate facevi " +
  "facevo fai fanno fara farai faranno farebbe farebbero farei faremmo faremo fareste faresti farete faro fece " +
  "fecero feci fosse fossero fossi fossimo foste fosti fu fui fummo furono gli ha hai hanno ho i il in io l la le " +
  "lei li lo loro lui ma mi mia mie miei mio ne negl negli nei nel nell nella nelle nello noi non nostra nostre " +
  "nostri nostro o per perche piu quale quanta quante quanti quanto quella quelle quelli quello questa queste " +
  "questi questo sara sarai saranno sarebbe sarebbero sarei saremmo saremo sareste saresti sarete saro se sei si " +
  "sia siamo siano siate siete sono sta stai stando stanno stara starai staranno starebbe starebbero starei " +
  "staremmo staremo stareste staresti starete staro stava stavamo stavano stavate stavi stavo stemmo stesse " +
  "stessero stessi stessimo steste stesti stette stettero stetti stia stiamo stiano stiate sto su sua sue sugl " +
  "sugli sui sul sull sulla sulle sullo suo suoi ti tra tu tua tue tuo tuoi tutti tutto un una uno vi voi vostra " +
  "vostre vostri vostro ";
