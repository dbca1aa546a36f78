// Generated from catalan.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouàáèéíïòóúü";
  let I_p2: number = 0;
  let I_p1: number = 0;
  const a_0 = s.among([null, "à,á", "è,é", "ì,í,ï", "ò,ó", "ú,ü", "·", ""]);
  const a_1 = s.among_b([
    null,
    "la,-la,sela,le,me,-me,se,-te,hi,'hi,li,-li,'l,'m,-m,'n,-n,ho,'ho,lo,selo,'s,las,selas,les,-les,'ls,-ls,'ns,-ns,ens,los,selos,nos,-nos,vos,us,-us,'t",
  ]);
  const a_2 = s.among_b([
    null,
    "enca,ancia,encia,ència,ícia,inia,íinia,eria,ària,atòria,alla,ella,ívola,ima,íssima,ana,ina,era,sfera,ora,dora,adora,adura,esa,osa,assa,essa,issa,eta,ita,ota,ista,ialista,ionista,iva,ativa,nça,ístic,enc,esc,ud,atge,ble,able,ible,isme,ialisme,ionisme,ivisme,aire,icte,iste,ici,íci,ari,tori,al,il,all,ell,ívol,isam,issem,ìssem,íssem,íssim,amen,ìssin,ar,ificar,egar,ejar,itar,itzar,fer,or,dor,dur,doras,uds,nces,ancies,encies,ències,ícies,inies,ínies,eries,àries,atòries,bles,ables,ibles,imes,íssimes,formes,ismes,ialismes,ines,eres,ores,dores,idores,dures,eses,oses,asses,ictes,ites,otes,istes,ialistes,ionistes,ives,atives,allengües,icis,ícis,aris,toris,ls,als,ells,ims,íssims,ions,cions,esos,osos,assos,issos,ers,ors,dors,adors,idors,ats,itats,bilitats,ivitats,ativitats,ïtats,ets,ants,ents,ments,aments,ots,uts,ius,trius,atius,ès,és,ís,dís,ós,itat,bilitat,ivitat,ativitat,ïtat,et,ant,ent,ient,ment,ament,isament,ot,isseu,ìsseu,ísseu,triu,íssiu,atiu,ó,ió,ció,ació",
    "ada,ades,acions", "lógica,logia,logía,logi,lógics,logies,lógiques,logíes,logis", "ica,ic,ics,iques",
    "quíssima,quíssim,quíssimes,quíssims",
  ]);
  const a_3 = s.among_b([
    null,
    "aba,esca,isca,ïsca,ada,ida,uda,ïda,ia,aria,iria,ara,iera,ira,adora,ïra,ava,ixa,itza,ía,aría,ería,iría,ïa,isc,ïsc,ad,ed,id,ie,re,dre,ase,iese,aste,iste,ii,ini,esqui,eixi,itzi,am,em,arem,irem,àrem,írem,àssem,éssem,iguem,ïguem,avem,àvem,ávem,irìem,íem,aríem,iríem,assim,essim,issim,àssim,èssim,éssim,íssim,ïm,an,aban,arian,aran,ieran,iran,ían,arían,erían,irían,en,ien,arien,irien,aren,eren,iren,àren,ïren,asen,iesen,assen,essen,issen,éssen,ïssen,esquen,isquen,ïsquen,aven,ixen,eixen,ïxen,ïen,in,inin,sin,isin,assin,essin,issin,ïssin,esquin,eixin,aron,ieron,arán,erán,irán,iïn,ado,ido,iendo,io,ixo,eixo,ïxo,itzo,ar,tzar,er,eixer,ir,ador,as,abas,adas,idas,aras,ieras,ías,arías,erías,irías,ids,es,ades,ides,udes,ïdes,atges,ies,aries,iries,ares,ires,adores,ïres,ases,ieses,asses,esses,isses,ïsses,ques,esques,ïsques,aves,ixes,eixes,ïxes,ïes,abais,arais,ierais,íais,aríais,eríais,iríais,aseis,ieseis,asteis,isteis,inis,sis,isis,assis,essis,issis,ïssis,esquis,eixis,itzis,áis,aréis,eréis,iréis,ams,ados,idos,amos,ábamos,áramos,iéramos,íamos,aríamos,eríamos,iríamos,aremos,eremos,iremos,ásemos,iésemos,imos,adors,ass,erass,ess,ats,its,ents,às,aràs,iràs,arás,erás,irás,és,arés,ís,iïs,at,it,ant,ent,int,ut,ït,au,erau,ieu,ineu,areu,ireu,àreu,íreu,asseu,esseu,eresseu,àsseu,ésseu,igueu,ïgueu,àveu,áveu,itzeu,ìeu,irìeu,íeu,aríeu,iríeu,assiu,issiu,àssiu,èssiu,éssiu,íssiu,ïu,ix,eix,ïx,itz,ià,arà,irà,itzà,ará,erá,irá,irè,aré,eré,iré,í,iï,ió",
    "ando",
  ]);
  const a_4 = s.among_b([null, "a,e,i,ïn,o,ir,s,is,os,ïs,it,eu,iu,itz,à,á,é,ì,í,ï,ó", "iqu"]);

  function r_mark_regions(): boolean {
    let v_1 = 0;
    I_p1 = s.limit;
    I_p2 = s.limit;
    v_1 = s.cursor;
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
    s.cursor = v_1;
    return true;
  }

  function r_cleaning(): boolean {
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
        } else if (among_var === 6) {
          s.slice_from(".");
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

  function r_R2(): boolean {
    return I_p2 <= s.cursor;
  }

  function r_attached_pronoun(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_1) === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_standard_suffix(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 3) {
      if (!r_R2()) {
        return false;
      }
      s.slice_from("log");
    } else if (among_var === 4) {
      if (!r_R2()) {
        return false;
      }
      s.slice_from("ic");
    } else {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("c");
    }
    return true;
  }

  function r_verb_suffix(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_3);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
    } else {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_residual_suffix(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_4);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_R1()) {
        return false;
      }
      s.slice_del();
    } else {
      if (!r_R1()) {
        return false;
      }
      s.slice_from("ic");
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
    r_cleaning();
    s.cursor = v_5;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "àáçèéìíïòóúü";

export const stopWords =
  "";
