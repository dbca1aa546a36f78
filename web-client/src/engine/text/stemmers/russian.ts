// Generated from russian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import { type Among, SnowballProgram } from "./snowball.ts";

const s = new SnowballProgram();

const g_v = "аеиоуыэюя";
let I_p2: number = 0;
let I_pV: number = 0;
const a_0: readonly Among[] = [
  ["в", -1, 1], ["ив", 0, 2], ["ыв", 0, 2], ["вши", -1, 1], ["ивши", 3, 2], ["ывши", 3, 2], ["вшись", -1, 1],
  ["ившись", 6, 2], ["ывшись", 6, 2],
];
const a_1: readonly Among[] = [
  ["ее", -1, 1], ["ие", -1, 1], ["ое", -1, 1], ["ые", -1, 1], ["ими", -1, 1], ["ыми", -1, 1], ["ей", -1, 1],
  ["ий", -1, 1], ["ой", -1, 1], ["ый", -1, 1], ["ем", -1, 1], ["им", -1, 1], ["ом", -1, 1], ["ым", -1, 1],
  ["его", -1, 1], ["ого", -1, 1], ["ему", -1, 1], ["ому", -1, 1], ["их", -1, 1], ["ых", -1, 1], ["ею", -1, 1],
  ["ою", -1, 1], ["ую", -1, 1], ["юю", -1, 1], ["ая", -1, 1], ["яя", -1, 1],
];
const a_2: readonly Among[] = [
  ["ем", -1, 1], ["нн", -1, 1], ["вш", -1, 1], ["ивш", 2, 2], ["ывш", 2, 2], ["щ", -1, 1], ["ющ", 5, 1], ["ующ", 6, 2],
];
const a_3: readonly Among[] = [
  ["сь", -1, 1], ["ся", -1, 1],
];
const a_4: readonly Among[] = [
  ["ла", -1, 1], ["ила", 0, 2], ["ыла", 0, 2], ["на", -1, 1], ["ена", 3, 2], ["ете", -1, 1], ["ите", -1, 2],
  ["йте", -1, 1], ["ейте", 7, 2], ["уйте", 7, 2], ["ли", -1, 1], ["или", 10, 2], ["ыли", 10, 2], ["й", -1, 1],
  ["ей", 13, 2], ["уй", 13, 2], ["л", -1, 1], ["ил", 16, 2], ["ыл", 16, 2], ["ем", -1, 1], ["им", -1, 2], ["ым", -1, 2],
  ["н", -1, 1], ["ен", 22, 2], ["ло", -1, 1], ["ило", 24, 2], ["ыло", 24, 2], ["но", -1, 1], ["ено", 27, 2],
  ["нно", 27, 1], ["ет", -1, 1], ["ует", 30, 2], ["ит", -1, 2], ["ыт", -1, 2], ["ют", -1, 1], ["уют", 34, 2],
  ["ят", -1, 2], ["ны", -1, 1], ["ены", 37, 2], ["ть", -1, 1], ["ить", 39, 2], ["ыть", 39, 2], ["ешь", -1, 1],
  ["ишь", -1, 2], ["ю", -1, 2], ["ую", 44, 2],
];
const a_5: readonly Among[] = [
  ["а", -1, 1], ["ев", -1, 1], ["ов", -1, 1], ["е", -1, 1], ["ие", 3, 1], ["ье", 3, 1], ["и", -1, 1], ["еи", 6, 1],
  ["ии", 6, 1], ["ами", 6, 1], ["ями", 6, 1], ["иями", 10, 1], ["й", -1, 1], ["ей", 12, 1], ["ией", 13, 1],
  ["ий", 12, 1], ["ой", 12, 1], ["ам", -1, 1], ["ем", -1, 1], ["ием", 18, 1], ["ом", -1, 1], ["ям", -1, 1],
  ["иям", 21, 1], ["о", -1, 1], ["у", -1, 1], ["ах", -1, 1], ["ях", -1, 1], ["иях", 26, 1], ["ы", -1, 1], ["ь", -1, 1],
  ["ю", -1, 1], ["ию", 30, 1], ["ью", 30, 1], ["я", -1, 1], ["ия", 33, 1], ["ья", 33, 1],
];
const a_6: readonly Among[] = [
  ["ост", -1, 1], ["ость", -1, 1],
];
const a_7: readonly Among[] = [
  ["ейше", -1, 1], ["н", -1, 2], ["ейш", -1, 1], ["ь", -1, 3],
];

function r_mark_regions(): boolean {
  let v_1 = 0;
  I_pV = s.limit;
  I_p2 = s.limit;
  v_1 = s.cursor;
  lab0: {
    if (!s.go_out_grouping(g_v)) {
      break lab0;
    }
    s.cursor += 1;
    I_pV = s.cursor;
    if (!s.go_in_grouping(g_v)) {
      break lab0;
    }
    s.cursor += 1;
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
  s.cursor = v_1;
  return true;
}

function r_perfective_gerund(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_0);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    while (true) {
      lab0: {
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "а") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "я") {
        return false;
      }
      s.cursor -= 1;
      break;
    }
    s.slice_del();
  } else {
    s.slice_del();
  }
  return true;
}

function r_adjective(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_1) === 0) {
    return false;
  }
  s.bra = s.cursor;
  s.slice_del();
  return true;
}

function r_adjectival(): boolean {
  let among_var = 0;
  let v_1 = 0;
  if (!r_adjective()) {
    return false;
  }
  v_1 = s.limit - s.cursor;
  lab0: {
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      s.cursor = s.limit - v_1;
      break lab0;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      while (true) {
        lab1: {
          if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "а") {
            break lab1;
          }
          s.cursor -= 1;
          break;
        }
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "я") {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      s.slice_del();
    } else {
      s.slice_del();
    }
  }
  return true;
}

function r_reflexive(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_3) === 0) {
    return false;
  }
  s.bra = s.cursor;
  s.slice_del();
  return true;
}

function r_verb(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_4);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    while (true) {
      lab0: {
        if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "а") {
          break lab0;
        }
        s.cursor -= 1;
        break;
      }
      if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "я") {
        return false;
      }
      s.cursor -= 1;
      break;
    }
    s.slice_del();
  } else {
    s.slice_del();
  }
  return true;
}

function r_noun(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_5) === 0) {
    return false;
  }
  s.bra = s.cursor;
  s.slice_del();
  return true;
}

function r_derivational(): boolean {
  s.ket = s.cursor;
  if (s.find_among_b(a_6) === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (I_p2 > s.cursor) {
    return false;
  }
  s.slice_del();
  return true;
}

function r_tidy_up(): boolean {
  let among_var = 0;
  s.ket = s.cursor;
  among_var = s.find_among_b(a_7);
  if (among_var === 0) {
    return false;
  }
  s.bra = s.cursor;
  if (among_var === 1) {
    s.slice_del();
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "н") {
      return false;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "н") {
      return false;
    }
    s.cursor -= 1;
    s.slice_del();
  } else if (among_var === 2) {
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "н") {
      return false;
    }
    s.cursor -= 1;
    s.slice_del();
  } else {
    s.slice_del();
  }
  return true;
}

function run(): boolean {
  let v_1 = 0;
  let v_10 = 0;
  let v_11 = 0;
  let v_12 = 0;
  let v_2 = 0;
  let v_3 = 0;
  let v_5 = 0;
  let v_6 = 0;
  let v_7 = 0;
  let v_8 = 0;
  let v_9 = 0;
  v_1 = s.cursor;
  lab0: {
    while (true) {
      v_2 = s.cursor;
      lab1: {
        while (true) {
          v_3 = s.cursor;
          lab2: {
            s.bra = s.cursor;
            if (s.cursor === s.limit || s.current[s.cursor] !== "ё") {
              break lab2;
            }
            s.cursor += 1;
            s.ket = s.cursor;
            s.cursor = v_3;
            break;
          }
          s.cursor = v_3;
          if (s.cursor >= s.limit) {
            break lab1;
          }
          s.cursor += 1;
        }
        s.slice_from("е");
        continue;
      }
      s.cursor = v_2;
      break;
    }
  }
  s.cursor = v_1;
  r_mark_regions();
  s.limit_backward = s.cursor;
  s.cursor = s.limit;
  if (s.cursor < I_pV) {
    return false;
  }
  v_5 = s.limit_backward;
  s.limit_backward = I_pV;
  v_6 = s.limit - s.cursor;
  lab0: {
    while (true) {
      v_7 = s.limit - s.cursor;
      lab1: {
        if (!r_perfective_gerund()) {
          break lab1;
        }
        break;
      }
      s.cursor = s.limit - v_7;
      v_8 = s.limit - s.cursor;
      lab1: {
        if (!r_reflexive()) {
          s.cursor = s.limit - v_8;
          break lab1;
        }
      }
      while (true) {
        v_9 = s.limit - s.cursor;
        lab1: {
          if (!r_adjectival()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_9;
        lab1: {
          if (!r_verb()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_9;
        if (!r_noun()) {
          break lab0;
        }
        break;
      }
      break;
    }
  }
  s.cursor = s.limit - v_6;
  v_10 = s.limit - s.cursor;
  lab0: {
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward || s.current[s.cursor - 1] !== "и") {
      s.cursor = s.limit - v_10;
      break lab0;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    s.slice_del();
  }
  v_11 = s.limit - s.cursor;
  r_derivational();
  s.cursor = s.limit - v_11;
  v_12 = s.limit - s.cursor;
  r_tidy_up();
  s.cursor = s.limit - v_12;
  s.limit_backward = v_5;
  s.cursor = s.limit_backward;
  return true;
}

export const stem = (word: string): string => s.stem(word, run);

export const knownDiacritics = "ё";

export const stopWords =
  "а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот впрочем все всегда всего " +
  "всех всю вы где говорил да даже два для до другой его ее ей ему если есть еще ж же жизнь за зачем здесь и из " +
  "или им иногда их к кажется как какая какой когда конечно кто куда ли лучше между меня мне много может можно " +
  "мой моя мы на над надо наконец нас не него нее ней нельзя нет ни нибудь никогда ним них ничего но ну о об один " +
  "он она они опять от перед по под после потом потому почти при про раз разве с сам свою себе себя сегодня " +
  "сейчас сказал сказала сказать со совсем так такой там тебя тем теперь то тогда того тоже только том тот три " +
  "тут ты у уж уже хорошо хоть чего человек чем через что чтоб чтобы чуть эти этого этой этом этот эту я ";
