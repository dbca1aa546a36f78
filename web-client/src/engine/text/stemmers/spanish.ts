// Generated from spanish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouáéíóúü";
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among([null, "á", "é", "í", "ó", "ú", ""]);
  const a_1 = s.among_b(["la,sela,le,me,se,lo,selo,las,selas,les,los,selos,nos"]);
  const a_2 = s.among_b([null, "iéndo", "ándo", "ár", "ér", "ír", "ando,iendo,ar,er,ir", "yendo"]);
  const a_3 = s.among_b(["ic,ad,os", "iv"]);
  const a_4 = s.among_b([null, "able,ible,ante"]);
  const a_5 = s.among_b([null, "ic,abil,iv"]);
  const a_6 = s.among_b([
    null,
    "ica,osa,ista,anza,able,ible,ico,ismo,oso,amiento,imiento,icas,osas,istas,anzas,ables,ibles,icos,ismos,osos,amientos,imientos",
    "ancia,adora,ante,acion,ación,ador,ancias,adoras,aciones,adores,antes", "logía,logías", "ucion,ución,uciones",
    "encia,encias", "amente", "mente", "idad,idades", "iva,ivo,ivas,ivos",
  ]);
  const a_7 = s.among_b([null, "ya,ye,yan,yen,yeron,yendo,yo,yas,yes,yais,yamos,yó"]);
  const a_8 = s.among_b([
    null, "en,es,éis,emos",
    "aba,ada,ida,ara,iera,ía,aría,ería,iría,ad,ed,id,ase,iese,aste,iste,an,aban,aran,ieran,ían,arían,erían,irían,asen,iesen,aron,ieron,arán,erán,irán,ado,ido,ando,iendo,ar,er,ir,as,abas,adas,idas,aras,ieras,ías,arías,erías,irías,ases,ieses,abais,arais,ierais,íais,aríais,eríais,iríais,aseis,ieseis,asteis,isteis,áis,aréis,eréis,iréis,ados,idos,amos,ábamos,áramos,iéramos,íamos,aríamos,eríamos,iríamos,aremos,eremos,iremos,ásemos,iésemos,imos,arás,erás,irás,ís,ará,erá,irá,aré,eré,iré,ió",
  ]);
  const a_9 = s.among_b([null, "a,o,os,á,í,ó", "e,é"]);

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
        among_var = s.find_among(a_0);
        s.ket = s.cursor;
        if (among_var === 1) {
          s.slice_from("a");
        } else if (among_var === 2) {
          s.slice_from("e");
        } else if (among_var === 3) {
          s.slice_from("i");
        } else if (among_var === 4) {
          s.slice_from("o");
        } else if (among_var === 5) {
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
    if (s.find_among_b(a_1) === 0) {
      return false;
    }
    s.bra = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    if (!r_RV()) {
      return false;
    }
    if (among_var === 1) {
      s.bra = s.cursor;
      s.slice_from("iendo");
    } else if (among_var === 2) {
      s.bra = s.cursor;
      s.slice_from("ando");
    } else if (among_var === 3) {
      s.bra = s.cursor;
      s.slice_from("ar");
    } else if (among_var === 4) {
      s.bra = s.cursor;
      s.slice_from("er");
    } else if (among_var === 5) {
      s.bra = s.cursor;
      s.slice_from("ir");
    } else if (among_var === 6) {
      s.slice_del();
    } else {
      if (!s.eq_s_b("u")) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_standard_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_6);
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
      if (I_p1 > s.cursor) {
        return false;
      }
      s.slice_del();
      v_2 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_3);
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
        if (s.find_among_b(a_5) === 0) {
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
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
      v_5 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!s.eq_s_b("at")) {
          s.cursor = s.limit - v_5;
          break lab0;
        }
        s.bra = s.cursor;
        if (!r_R2()) {
          s.cursor = s.limit - v_5;
          break lab0;
        }
        s.slice_del();
      }
    }
    return true;
  }

  function r_y_verb_suffix(): boolean {
    let v_2 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    if (s.find_among_b(a_7) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (!s.eq_s_b("u")) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_verb_suffix(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_8);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      v_3 = s.limit - s.cursor;
      lab0: {
        if (!s.eq_s_b("u")) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
        v_4 = s.limit - s.cursor;
        if (!s.eq_s_b("g")) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
        s.cursor = s.limit - v_4;
      }
      s.bra = s.cursor;
      s.slice_del();
    } else {
      s.slice_del();
    }
    return true;
  }

  function r_residual_suffix(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_9);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_RV()) {
        return false;
      }
      s.slice_del();
    } else {
      if (!r_RV()) {
        return false;
      }
      s.slice_del();
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!s.eq_s_b("u")) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.bra = s.cursor;
        v_2 = s.limit - s.cursor;
        if (!s.eq_s_b("g")) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.cursor = s.limit - v_2;
        if (!r_RV()) {
          s.cursor = s.limit - v_1;
          break lab0;
        }
        s.slice_del();
      }
    }
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    r_mark_regions();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_attached_pronoun();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    lab0: {
      while (true) {
        v_3 = s.limit - s.cursor;
        lab1: {
          if (!r_standard_suffix()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        lab1: {
          if (!r_y_verb_suffix()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        if (!r_verb_suffix()) {
          break lab0;
        }
        break;
      }
    }
    s.cursor = s.limit - v_2;
    v_4 = s.limit - s.cursor;
    r_residual_suffix();
    s.cursor = s.limit - v_4;
    s.cursor = s.limit_backward;
    v_5 = s.cursor;
    r_postlude();
    s.cursor = v_5;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "áéíóúü";

export const stopWords =
  "a al algo algunas algunos ante antes como con contra cual cuando de del desde donde durante e el ella ellas " +
  "ellos en entre era erais eramos eran eras eres es esa esas ese eso esos esta estaba estabais estabamos estaban " +
  "estabas estad estada estadas estado estados estais estamos estan estando estar estara estaran estaras estare " +
  "estareis estaremos estaria estariais estariamos estarian estarias estas este esteis estemos esten estes esto " +
  "estos estoy estuve estuviera estuvierais estuvieramos estuvieran estuvieras estuvieron estuviese estuvieseis " +
  "estuviesemos estuviesen estuvieses estuvimos estuviste estuvisteis estuvo fue fuera fuerais fueramos fueran " +
  "fueras fueron fuese fueseis fuesemos fuesen fueses fui fuimos fuiste fuisteis ha habeis habia habiais habiamos " +
  "habian habias habida habidas habido habidos habiendo habra habran habras habre habreis habremos habria " +
  "habriais habriamos habrian habrias han has hasta hay haya hayais hayamos hayan hayas he hemos hube hubiera " +
  "hubierais hubieramos hubieran hubieras hubieron hubiese hubieseis hubiesemos hubiesen hubieses hubimos hubiste " +
  "hubisteis hubo la las le les lo los mas me mi mia mias mio mios mis mucho muchos muy nada ni no nos nosotras " +
  "nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque que quien " +
  "quienes se sea seais seamos sean seas sera seran seras sere sereis seremos seria seriais seriamos serian " +
  "serias si sido siendo sin sobre sois somos son soy su sus suya suyas suyo suyos tambien tanto te tendra " +
  "tendran tendras tendre tendreis tendremos tendria tendriais tendriamos tendrian tendrias tened teneis tenemos " +
  "tenga tengais tengamos tengan tengas tengo tenia teniais teniamos tenian tenias tenida tenidas tenido tenidos " +
  "teniendo ti tiene tienen tienes todo todos tu tus tuve tuviera tuvierais tuvieramos tuvieran tuvieras tuvieron " +
  "tuviese tuvieseis tuviesemos tuviesen tuvieses tuvimos tuviste tuvisteis tuvo tuya tuyas tuyo tuyos un una uno " +
  "unos vosotras vosotros vuestra vuestras vuestro vuestros y ya yo ";
