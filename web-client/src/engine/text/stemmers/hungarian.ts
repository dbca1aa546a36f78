// Generated from hungarian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "aeiouáéíóöúüőű";
let I_p1: number = 0;
const a_0: readonly Among[] = [
  ["á", -1, 1], ["é", -1, 2],
];
const as_0 = ["a", "e"] as const;
const a_1: readonly Among[] = [
  ["bb", -1, -1], ["cc", -1, -1], ["dd", -1, -1], ["ff", -1, -1], ["gg", -1, -1], ["jj", -1, -1], ["kk", -1, -1],
  ["ll", -1, -1], ["mm", -1, -1], ["nn", -1, -1], ["pp", -1, -1], ["rr", -1, -1], ["ccs", -1, -1], ["ss", -1, -1],
  ["zzs", -1, -1], ["tt", -1, -1], ["vv", -1, -1], ["ggy", -1, -1], ["lly", -1, -1], ["nny", -1, -1], ["tty", -1, -1],
  ["ssz", -1, -1], ["zz", -1, -1],
];
const a_2: readonly Among[] = [
  ["al", -1, 1], ["el", -1, 1],
];
const a_3: readonly Among[] = [
  ["ba", -1, -1], ["ra", -1, -1], ["be", -1, -1], ["re", -1, -1], ["ig", -1, -1], ["nak", -1, -1], ["nek", -1, -1],
  ["val", -1, -1], ["vel", -1, -1], ["ul", -1, -1], ["nál", -1, -1], ["nél", -1, -1], ["ból", -1, -1], ["ról", -1, -1],
  ["tól", -1, -1], ["ül", -1, -1], ["ből", -1, -1], ["ről", -1, -1], ["től", -1, -1], ["n", -1, -1], ["an", 19, -1],
  ["ban", 20, -1], ["en", 19, -1], ["ben", 22, -1], ["képpen", 22, -1], ["on", 19, -1], ["ön", 19, -1],
  ["képp", -1, -1], ["kor", -1, -1], ["t", -1, -1], ["at", 29, -1], ["et", 29, -1], ["ként", 29, -1],
  ["anként", 32, -1], ["enként", 32, -1], ["onként", 32, -1], ["ot", 29, -1], ["ért", 29, -1], ["öt", 29, -1],
  ["hez", -1, -1], ["hoz", -1, -1], ["höz", -1, -1], ["vá", -1, -1], ["vé", -1, -1],
];
const a_4: readonly Among[] = [
  ["án", -1, 2], ["én", -1, 1], ["ánként", -1, 2],
];
const as_4 = ["e", "a"] as const;
const a_5: readonly Among[] = [
  ["stul", -1, 1], ["astul", 0, 1], ["ástul", 0, 2], ["stül", -1, 1], ["estül", 3, 1], ["éstül", 3, 3],
];
const as_5 = ["", "a", "e"] as const;
const a_6: readonly Among[] = [
  ["á", -1, 1], ["é", -1, 1],
];
const a_7: readonly Among[] = [
  ["k", -1, 3], ["ak", 0, 3], ["ek", 0, 3], ["ok", 0, 3], ["ák", 0, 1], ["ék", 0, 2], ["ök", 0, 3],
];
const as_7 = ["a", "e", ""] as const;
const a_8: readonly Among[] = [
  ["éi", -1, 1], ["áéi", 0, 3], ["ééi", 0, 2], ["é", -1, 1], ["ké", 3, 1], ["aké", 4, 1], ["eké", 4, 1], ["oké", 4, 1],
  ["áké", 4, 3], ["éké", 4, 2], ["öké", 4, 1], ["éé", 3, 2],
];
const as_8 = ["", "e", "a"] as const;
const a_9: readonly Among[] = [
  ["a", -1, 1], ["ja", 0, 1], ["d", -1, 1], ["ad", 2, 1], ["ed", 2, 1], ["od", 2, 1], ["ád", 2, 2], ["éd", 2, 3],
  ["öd", 2, 1], ["e", -1, 1], ["je", 9, 1], ["nk", -1, 1], ["unk", 11, 1], ["ánk", 11, 2], ["énk", 11, 3],
  ["ünk", 11, 1], ["uk", -1, 1], ["juk", 16, 1], ["ájuk", 17, 2], ["ük", -1, 1], ["jük", 19, 1], ["éjük", 20, 3],
  ["m", -1, 1], ["am", 22, 1], ["em", 22, 1], ["om", 22, 1], ["ám", 22, 2], ["ém", 22, 3], ["o", -1, 1], ["á", -1, 2],
  ["é", -1, 3],
];
const as_9 = ["", "a", "e"] as const;
const a_10: readonly Among[] = [
  ["id", -1, 1], ["aid", 0, 1], ["jaid", 1, 1], ["eid", 0, 1], ["jeid", 3, 1], ["áid", 0, 2], ["éid", 0, 3],
  ["i", -1, 1], ["ai", 7, 1], ["jai", 8, 1], ["ei", 7, 1], ["jei", 10, 1], ["ái", 7, 2], ["éi", 7, 3], ["itek", -1, 1],
  ["eitek", 14, 1], ["jeitek", 15, 1], ["éitek", 14, 3], ["ik", -1, 1], ["aik", 18, 1], ["jaik", 19, 1], ["eik", 18, 1],
  ["jeik", 21, 1], ["áik", 18, 2], ["éik", 18, 3], ["ink", -1, 1], ["aink", 25, 1], ["jaink", 26, 1], ["eink", 25, 1],
  ["jeink", 28, 1], ["áink", 25, 2], ["éink", 25, 3], ["aitok", -1, 1], ["jaitok", 32, 1], ["áitok", -1, 2],
  ["im", -1, 1], ["aim", 35, 1], ["jaim", 36, 1], ["eim", 35, 1], ["jeim", 38, 1], ["áim", 35, 2], ["éim", 35, 3],
];
const as_10 = ["", "a", "e"] as const;

function r_mark_regions(): boolean {
  let v_1 = 0;
  let v_2 = 0;
  I_p1 = s.limit;
  while (true) {
    v_1 = s.cursor;
    lab0: {
      if (!s.in_grouping(g_v)) {
        break lab0;
      }
      v_2 = s.cursor;
      lab1: {
        if (!s.go_in_grouping(g_v)) {
          break lab1;
        }
        s.cursor += 1;
        I_p1 = s.cursor;
      }
      s.cursor = v_2;
      break;
    }
    s.cursor = v_1;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p1 = s.cursor;
    break;
  }
  return true;
}

function r_R1(): boolean {
  return I_p1 <= s.cursor;
}

function r_v_ending(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_0);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_0[among_var - 1]!);
  return true;
}

function r_double(): boolean {
  let v_1 = 0;
  v_1 = s.limit - s.cursor;
  if (s.find_among_b(a_1) === 0) {
    return false;
  }
  s.cursor = s.limit - v_1;
  return true;
}

function r_undouble(): boolean {
  if (s.cursor <= s.limit_backward) {
    return false;
  }
  s.cursor -= 1;
  s.ket = s.cursor;
  if (s.cursor <= s.limit_backward) {
    return false;
  }
  s.cursor -= 1;
  s.bra = s.cursor;
  s.slice_del();
  return true;
}

function r_instrum(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_2) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  if (!r_double()) {
    return false;
  }
  s.slice_del();
  return r_undouble();
}

function r_case(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_3) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_del();
  return r_v_ending();
}

function r_case_special(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_4);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_4[among_var - 1]!);
  return true;
}

function r_case_other(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_5);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_5[among_var - 1]!);
  return true;
}

function r_factive(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_6) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  if (!r_double()) {
    return false;
  }
  s.slice_del();
  return r_undouble();
}

function r_plural(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_7);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_7[among_var - 1]!);
  return true;
}

function r_owned(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_8);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_8[among_var - 1]!);
  return true;
}

function r_sing_owner(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_9);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_9[among_var - 1]!);
  return true;
}

function r_plur_owner(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_10);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (!r_R1()) {
    return false;
  }
  s.slice_from(as_10[among_var - 1]!);
  return true;
}

function run(): boolean {
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
  v_1 = s.cursor;
  r_mark_regions();
  s.cursor = v_1;
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  v_2 = s.limit - s.cursor;
  r_instrum();
  s.cursor = s.limit - v_2;
  v_3 = s.limit - s.cursor;
  r_case();
  s.cursor = s.limit - v_3;
  v_4 = s.limit - s.cursor;
  r_case_special();
  s.cursor = s.limit - v_4;
  v_5 = s.limit - s.cursor;
  r_case_other();
  s.cursor = s.limit - v_5;
  v_6 = s.limit - s.cursor;
  r_factive();
  s.cursor = s.limit - v_6;
  v_7 = s.limit - s.cursor;
  r_owned();
  s.cursor = s.limit - v_7;
  v_8 = s.limit - s.cursor;
  r_sing_owner();
  s.cursor = s.limit - v_8;
  v_9 = s.limit - s.cursor;
  r_plur_owner();
  s.cursor = s.limit - v_9;
  v_10 = s.limit - s.cursor;
  r_plural();
  s.cursor = s.limit - v_10;
  s.cursor = s.limit_backward;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "áéíóöúüőű";

export const stopWords =
  "a abban ahhoz ahogy ahol aki akik akkor alatt altal altalaban amely amelyek amelyekben amelyeket amelyet " +
  "amelynek ami amig amikor amit amolyan annak arra arrol at az azert azok azon azonban azt aztan azutan azzal " +
  "bar be belul benne cikk cikkek cikkeket csak de e ebben eddig egesz egy egyeb egyes egyetlen egyik egyre ehhez " +
  "ekkor el eleg ellen elo eloszor elott elso emilyen en ennek eppen erre es ez ezek ezen ezert ezt ezzel fel " +
  "fele hanem hiszen hogy hogyan igen igy ill illetve ilyen ilyenkor ismet ison itt jo jobban jol kell kellett " +
  "keressunk keresztul ki kivul kozott kozul legalabb legyen lehet lehetett lenne lenni lesz lett maga magat majd " +
  "mar mas masik meg mellett mely melyek mert mi miert mig mikor milyen minden mindenki mindent mindig mint " +
  "mintha mit mivel most nagy nagyobb nagyon ne neha nehany nekem neki nelkul nem nincs o ok oket olyan ossze ott " +
  "pedig persze ra s sajat sem semmi sok sokat sokkal szamara szemben szerint szinte talan tehat teljes tobb " +
  "tovabb tovabba ugy ugyanis uj ujabb ujra utan utana utolso vagy vagyis vagyok valaki valami valamint valo van " +
  "vannak vele vissza viszont volna volt voltak voltam voltunk ";
