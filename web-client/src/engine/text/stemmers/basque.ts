// Generated from basque.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiou";
  let I_p2: number = 0;
  let I_p1: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among_b([
    "arabera,atseden,baditu",
    "idea,bidea,kidea,pidea,kundea,galea,tailea,tzailea,gunea,kunea,tzaga,gaia,aldia,taldia,karia,karria,ka,tzaka,la,mena,pena,kina,ezina,tezina,kuna,tuna,kizuna,era,bera,kera,pera,orra,korra,dura,gura,kura,tura,eta,keta,gailua,eza,erreza,gaitza,kaitza,kuntza,ide,bide,kide,pide,kunde,tzake,tzeke,le,gale,taile,tzaile,gune,kune,tze,atze,gai,aldi,taldi,ki,ari,kari,lari,tari,etari,karri,arazi,tarazi,an,ean,rean,kan,etan,men,pen,kin,rekin,ezin,tezin,tun,kizun,go,ago,tio,dako,or,kor,tzat,du,gailu,tu,atu,aldatu,tatu,ez,errez,tzez,gaitz,kaitz",
    "garria,tza,garri",
  ]);
  const a_1 = s.among_b([
    "aurka,geldi,igaro,zehar",
    "ada,kada,anda,denda,gabea,kabea,aldea,kaldea,taldea,ordea,zalea,tzalea,gilea,emea,kumea,nea,enea,zionea,unea,gunea,pea,aurrea,tea,kotea,artea,ostea,etxea,ga,anga,gaia,aldia,taldia,handia,mendia,geia,egia,degia,tegia,nahia,ohia,kia,tokia,oia,koia,aria,karia,laria,taria,eria,keria,teria,larria,kirria,duria,asia,tia,ezia,bizia,ontzia,ka,ska,xka,zka,gibela,gela,kaila,skila,tila,ola,na,kana,ena,garrena,gerrena,urrena,zaina,tzaina,kina,mina,garna,una,duna,asuna,tasuna,ondoa,kondoa,ngoa,zioa,koa,takoa,zkoa,noa,zinoa,aroa,taroa,zaroa,eroa,oroa,osoa,toa,ttoa,ztoa,txoa,tzoa,ñoa,ra,ara,dara,liara,tiara,tara,etara,tzara,bera,kera,pera,tzarra,korra,tra,sa,osa,ta,eta,keta,sta,dua,mendua,ordua,lekua,burua,durua,tsua,tua,mentua,estua,txua,zua,tzua,za,eza,eroza,koitza,antza,gintza,kintza,kuntza,gabe,kabe,kide,alde,kalde,talde,orde,ge,zale,tzale,gile,eme,kume,ne,zione,une,gune,pe,aurre,te,kote,arte,oste,etxe,gai,di,aldi,taldi,handi,mendi,gei,egi,degi,tegi,nahi,ohi,ki,toki,oi,goi,koi,ari,kari,lari,tari,larri,kirri,duri,asi,ti,ontzi,ñi,ak,ek,tarik,gibel,ail,kail,kan,tan,etan,garren,gerren,urren,zain,tzain,kin,min,dun,asun,tasun,aizun,ondo,kondo,go,ngo,zio,ko,tako,etako,eko,tariko,sko,tuko,zko,no,zino,ro,aro,taro,zaro,ero,giro,oro,oso,to,tto,zto,txo,tzo,gintzo,ño,zp,ar,dar,behar,liar,tiar,tar,tzar,kor,os,ket,du,mendu,ordu,leku,duru,tsu,tu,mentu,estu,txu,zu,tzu,gintzu,z,ez,eroz,tz,koitz",
    "garria,ora,tza,garri,ren,or,buru", "joka", "en,ten,tzen,tatu", "trako", "minutuko",
  ]);
  const a_2 = s.among_b([
    null, "keria,la,era,dade,tade,date,tate,gi,ki,ik,lanik,rik,larik,ztik,go,ro,ero,to", "zlea",
  ]);

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

  function r_RV(): boolean {
    return I_pV <= s.cursor;
  }

  function r_R2(): boolean {
    return I_p2 <= s.cursor;
  }

  function r_aditzak(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_0);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_RV()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_izenak(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      if (!r_RV()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      if (!r_R2()) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 3) {
      s.slice_from("jok");
    } else if (among_var === 4) {
      if (I_p1 > s.cursor) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 5) {
      s.slice_from("tra");
    } else if (among_var === 6) {
      s.slice_from("minutu");
    }
    return true;
  }

  function r_adjetiboak(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
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
      s.slice_from("z");
    }
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    r_mark_regions();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        if (!r_aditzak()) {
          break lab0;
        }
        continue;
      }
      s.cursor = s.limit - v_1;
      break;
    }
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        if (!r_izenak()) {
          break lab0;
        }
        continue;
      }
      s.cursor = s.limit - v_2;
      break;
    }
    v_3 = s.limit - s.cursor;
    r_adjetiboak();
    s.cursor = s.limit - v_3;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "ñ";

export const stopWords =
  "";
