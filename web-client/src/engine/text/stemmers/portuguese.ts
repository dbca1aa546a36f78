// Generated from portuguese.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouáâéêíóôú";
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among([null, "ã", "õ", ""]);
  const a_1 = s.among([null, "a~", "o~", ""]);
  const a_2 = s.among_b(["ic,ad,os", "iv"]);
  const a_3 = s.among_b([null, "ante,avel,ível"]);
  const a_4 = s.among_b([null, "ic,abil,iv"]);
  const a_5 = s.among_b([
    null,
    "ica,ância,adora,osa,ista,eza,ante,ável,ível,ico,ismo,oso,amento,imento,aça~o,ador,icas,adoras,osas,istas,ezas,adores,antes,aço~es,icos,ismos,osos,amentos,imentos",
    "logia,logias", "uça~o,uço~es", "ência,ências", "amente", "mente", "idade,idades", "iva,ivo,ivas,ivos",
    "ira,iras",
  ]);
  const a_6 = s.among_b([
    null,
    "ada,ida,ia,aria,eria,iria,ara,era,ira,ava,asse,esse,isse,aste,este,iste,ei,arei,erei,irei,am,iam,ariam,eriam,iriam,aram,eram,iram,avam,em,arem,erem,irem,assem,essem,issem,ado,ido,ando,endo,indo,ara~o,era~o,ira~o,ar,er,ir,as,adas,idas,ias,arias,erias,irias,aras,eras,iras,avas,es,ardes,erdes,irdes,ares,eres,ires,asses,esses,isses,astes,estes,istes,is,ais,eis,areis,ereis,ireis,áreis,éreis,íreis,ásseis,ésseis,ísseis,áveis,íeis,aríeis,eríeis,iríeis,ados,idos,amos,áramos,éramos,íramos,ávamos,íamos,aríamos,eríamos,iríamos,emos,aremos,eremos,iremos,ássemos,êssemos,íssemos,imos,armos,ermos,irmos,ámos,arás,erás,irás,eu,iu,ou,ará,erá,irá",
  ]);
  const a_7 = s.among_b([null, "a,i,o,os,á,í,ó"]);
  const a_8 = s.among_b([null, "e,é,ê", "ç"]);

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
      if (!s.eq_s_b("e")) {
        return false;
      }
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
          if (!s.eq_s_b("u")) {
            break lab0;
          }
          s.bra = s.cursor;
          v_2 = s.limit - s.cursor;
          if (!s.eq_s_b("g")) {
            break lab0;
          }
          s.cursor = s.limit - v_2;
          break;
        }
        s.cursor = s.limit - v_1;
        if (!s.eq_s_b("i")) {
          return false;
        }
        s.bra = s.cursor;
        v_3 = s.limit - s.cursor;
        if (!s.eq_s_b("c")) {
          return false;
        }
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
            if (!s.eq_s_b("i")) {
              break lab2;
            }
            s.bra = s.cursor;
            v_7 = s.limit - s.cursor;
            if (!s.eq_s_b("c")) {
              break lab2;
            }
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

  return (word) => s.stem(word, run);
}

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
