// Generated from lithuanian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyąėęįūų";
  let I_p1: number = 0;
  const a_0 = s.among_b([
    "a,ia,osna,iosna,uosna,iuosna,ysna,ėsna,e,ie,enie,oje,ioje,uje,iuje,yje,enyje,ėje,ame,iame,sime,ome,ėme,tumėme,ose,iose,uose,iuose,yse,enyse,ėse,ate,iate,ite,kite,site,ote,tute,ėte,tumėte,i,ai,iai,ei,tumei,ki,imi,umi,iumi,si,asi,iasi,esi,iesi,siesi,isi,aisi,eisi,tumeisi,uisi,osi,ėjosi,uosi,iuosi,siuosi,usi,ausi,čiausi,ąsi,ėsi,ųsi,tųsi,ti,enti,inti,oti,ioti,uoti,iuoti,auti,iauti,yti,ėti,telėti,inėti,terėti,ui,iui,eniui,oj,ėj,k,am,iam,iem,im,sim,om,tum,ėm,tumėm,an,on,ion,un,iun,ėn,o,io,enio,ėjo,uo,s,as,ias,es,ies,is,ais,iais,tumeis,imis,enimis,omis,iomis,umis,ėmis,enis,asis,ysis,ams,iams,iems,ims,enims,oms,ioms,ums,ėms,ens,os,ios,uos,iuos,us,aus,iaus,ius,ys,enys,ąs,iąs,ės,amės,iamės,imės,kimės,simės,omės,ėmės,tumėmės,atės,iatės,sitės,otės,ėtės,tumėtės,įs,ūs,tųs,at,iat,it,sit,ot,ėt,tumėt,u,au,iau,čiau,iu,eniu,siu,y,ą,ią,ė,ę,į,enį,ų,ių",
  ]);
  const a_1 = s.among_b([
    "ing,aj,iaj,iej,oj,ioj,uoj,iuoj,auj,ąj,iąj,ėj,ųj,iųj,ok,iok,iuk,uliuk,učiuk,išk,iul,yl,ėl,am,dam,jam,zgan,ain,esn,op,iop,ias,ies,ais,iais,os,ios,uos,iuos,aus,iaus,ąs,iąs,ęs,utėait,ant,iant,siant,int,ot,uot,iuot,yt,ėt,ykšt,iau,dav,sv,šv,ykšč,ę,ėję",
  ]);
  const a_2 = s.among_b([
    null, "aite,aitės", "uote,uotės", "ėjime", "esiu", "asius", "avime", "ojime", "okate,okatės",
  ]);
  const as_2 = ["aitė", "uotė", "ėjimas", "esys", "asys", "avimas", "ojimas", "okatė"] as const;
  const a_3 = s.among_b([null, "č", "dž"]);
  const as_3 = ["t", "d"] as const;

  function r_step1(): boolean {
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (s.find_among_b(a_0) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    s.slice_del();
    return true;
  }

  function r_step2(): boolean {
    let v_1 = 0;
    let v_3 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (s.cursor < I_p1) {
          break lab0;
        }
        v_3 = s.limit_backward;
        s.limit_backward = I_p1;
        s.ket = s.cursor;
        if (s.find_among_b(a_1) === 0) {
          s.limit_backward = v_3;
          break lab0;
        }
        s.bra = s.cursor;
        s.limit_backward = v_3;
        s.slice_del();
        continue;
      }
      s.cursor = s.limit - v_1;
      break;
    }
    return true;
  }

  function r_fix_conflicts(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from(as_2[among_var - 1]!);
    return true;
  }

  function r_fix_chdz(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_3);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from(as_3[among_var - 1]!);
    return true;
  }

  function r_fix_gd(): boolean {
    s.ket = s.cursor;
    if (!s.eq_s_b("gd")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from("g");
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
    I_p1 = s.limit;
    v_1 = s.cursor;
    lab0: {
      v_2 = s.cursor;
      lab1: {
        if (!s.eq_s("a")) {
          s.cursor = v_2;
          break lab1;
        }
        if (s.current.length <= 6) {
          s.cursor = v_2;
          break lab1;
        }
      }
      if (!s.go_out_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
      if (!s.go_in_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
      I_p1 = s.cursor;
    }
    s.cursor = v_1;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_3 = s.limit - s.cursor;
    r_fix_conflicts();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_step1();
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    r_fix_chdz();
    s.cursor = s.limit - v_5;
    v_6 = s.limit - s.cursor;
    r_step2();
    s.cursor = s.limit - v_6;
    v_7 = s.limit - s.cursor;
    r_fix_chdz();
    s.cursor = s.limit - v_7;
    v_8 = s.limit - s.cursor;
    r_fix_gd();
    s.cursor = s.limit - v_8;
    s.ket = s.cursor;
    if (!s.eq_s_b("'")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "ąčėęįšūųž";

export const stopWords =
  "";
