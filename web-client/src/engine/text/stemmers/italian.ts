// Generated from italian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouàèìòù";
  const g_AEIO = "aeioàèìò";
  const g_CG = "cg";
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among(["all',d',dall',dell',gl',l',m',nell',quell',quest',s',sull',t',tutt',un',v'"]);
  const a_1 = s.among([null, "á", "é", "í", "ó", "ú", "qu", ""]);
  const a_2 = s.among([null, "I", "U", ""]);
  const a_3 = s.among_b([
    "la,cela,gliela,mela,tela,vela,le,cele,gliele,mele,tele,vele,ne,cene,gliene,mene,sene,tene,vene,ci,li,celi,glieli,meli,teli,veli,gli,mi,si,ti,vi,lo,celo,glielo,melo,telo,velo",
  ]);
  const a_4 = s.among_b([null, "ando,endo", "ar,er,ir"]);
  const as_4 = ["", "e"] as const;
  const a_5 = s.among_b(["ic,abil,os", "iv"]);
  const a_6 = s.among_b([null, "ic,abil,iv"]);
  const a_7 = s.among_b([
    null,
    "ica,osa,ista,anza,ice,atrice,iche,abile,ibile,ose,ante,mente,iste,anze,ici,atrici,ichi,abili,ibili,ismi,osi,anti,isti,ico,ismo,oso,istà,istè,istì",
    "azione,atore,azioni,atori", "logia,logie", "usione,uzione,usioni,uzioni", "enza,enze",
    "amenti,imenti,amento,imento", "amente", "ità", "iva,ive,ivi,ivo",
  ]);
  const a_8 = s.among_b([
    null,
    "isca,enda,ata,ita,uta,ava,eva,iva,erebbe,irebbe,isce,ende,are,ere,ire,asse,ate,avate,evate,ivate,ete,erete,irete,ite,ereste,ireste,ute,erai,irai,isci,endi,erei,irei,assi,ati,iti,eresti,iresti,uti,avi,evi,ivi,isco,ando,endo,Yamo,iamo,avamo,evamo,ivamo,eremo,iremo,assimo,ammo,emmo,eremmo,iremmo,immo,ano,iscano,avano,evano,ivano,eranno,iranno,ono,iscono,arono,erono,irono,erebbero,irebbero,assero,essero,issero,ato,ito,uto,avo,evo,ivo,ar,ir,erà,irà,erò,irò",
  ]);

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
              s.cursor = v_5;
              if (!s.eq_s("i")) {
                break lab1;
              }
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
      if (!s.eq_s_b("i")) {
        s.cursor = s.limit - v_1;
        break lab0;
      }
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
      if (!s.eq_s_b("h")) {
        s.cursor = s.limit - v_2;
        break lab0;
      }
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

  return (word) => s.stem(word, run);
}

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
