// Generated from russian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "аеиоуыэюя";
  let I_p2: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among_b([null, "в,вши,вшись", "ив,ыв,ивши,ывши,ившись,ывшись"]);
  const a_1 = s.among_b([
    null, "ее,ие,ое,ые,ими,ыми,ей,ий,ой,ый,ем,им,ом,ым,его,ого,ему,ому,их,ых,ею,ою,ую,юю,ая,яя",
  ]);
  const a_2 = s.among_b([null, "ем,нн,вш,щ,ющ", "ивш,ывш,ующ"]);
  const a_3 = s.among_b([null, "сь,ся"]);
  const a_4 = s.among_b([
    null, "ла,на,ете,йте,ли,й,л,ем,н,ло,но,нно,ет,ют,ны,ть,ешь",
    "ила,ыла,ена,ите,ейте,уйте,или,ыли,ей,уй,ил,ыл,им,ым,ен,ило,ыло,ено,ует,ит,ыт,уют,ят,ены,ить,ыть,ишь,ю,ую",
  ]);
  const a_5 = s.among_b([
    null, "а,ев,ов,е,ие,ье,и,еи,ии,ами,ями,иями,й,ей,ией,ий,ой,ам,ем,ием,ом,ям,иям,о,у,ах,ях,иях,ы,ь,ю,ию,ью,я,ия,ья",
  ]);
  const a_6 = s.among_b([null, "ост,ость"]);
  const a_7 = s.among_b([null, "ейше,ейш", "н", "ь"]);

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
          if (!s.eq_s_b("а")) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("я")) {
          return false;
        }
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
            if (!s.eq_s_b("а")) {
              break lab1;
            }
            break;
          }
          if (!s.eq_s_b("я")) {
            s.cursor = s.limit - v_1;
            break lab0;
          }
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
          if (!s.eq_s_b("а")) {
            break lab0;
          }
          break;
        }
        if (!s.eq_s_b("я")) {
          return false;
        }
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
      if (!s.eq_s_b("н")) {
        return false;
      }
      s.bra = s.cursor;
      if (!s.eq_s_b("н")) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      if (!s.eq_s_b("н")) {
        return false;
      }
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
              if (!s.eq_s("ё")) {
                break lab2;
              }
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
      if (!s.eq_s_b("и")) {
        s.cursor = s.limit - v_10;
        break lab0;
      }
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

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "ё";

export const stopWords =
  "а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот впрочем все всегда всего " +
  "всех всю вы где говорил да даже два для до другой его ее ей ему если есть еще ж же жизнь за зачем здесь и из " +
  "или им иногда их к кажется как какая какой когда конечно кто куда ли лучше между меня мне много может можно " +
  "мой моя мы на над надо наконец нас не него нее ней нельзя нет ни нибудь никогда ним них ничего но ну о об один " +
  "он она они опять от перед по под после потом потому почти при про раз разве с сам свою себе себя сегодня " +
  "сейчас сказал сказала сказать со совсем так такой там тебя тем теперь то тогда того тоже только том тот три " +
  "тут ты у уж уже хорошо хоть чего человек чем через что чтоб чтобы чуть эти этого этой этом этот эту я ";
