// Generated from hungarian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouáéíóöúüőű";
  let I_p1: number = 0;
  const a_0 = s.among_b([null, "á", "é"]);
  const as_0 = ["a", "e"] as const;
  const a_1 = s.among_b(["bb,cc,dd,ff,gg,jj,kk,ll,mm,nn,pp,rr,ccs,ss,zzs,tt,vv,ggy,lly,nny,tty,ssz,zz"]);
  const a_2 = s.among_b([null, "al,el"]);
  const a_3 = s.among_b([
    "ba,ra,be,re,ig,nak,nek,val,vel,ul,nál,nél,ból,ról,tól,ül,ből,ről,től,n,an,ban,en,ben,képpen,on,ön,képp,kor,t,at,et,ként,anként,enként,onként,ot,ért,öt,hez,hoz,höz,vá,vé",
  ]);
  const a_4 = s.among_b([null, "én", "án,ánként"]);
  const as_4 = ["e", "a"] as const;
  const a_5 = s.among_b([null, "stul,astul,stül,estül", "ástul", "éstül"]);
  const as_5 = ["", "a", "e"] as const;
  const a_6 = s.among_b([null, "á,é"]);
  const a_7 = s.among_b([null, "ák", "ék", "k,ak,ek,ok,ök"]);
  const as_7 = ["a", "e", ""] as const;
  const a_8 = s.among_b([null, "éi,é,ké,aké,eké,oké,öké", "ééi,éké,éé", "áéi,áké"]);
  const as_8 = ["", "e", "a"] as const;
  const a_9 = s.among_b([
    null, "a,ja,d,ad,ed,od,öd,e,je,nk,unk,ünk,uk,juk,ük,jük,m,am,em,om,o", "ád,ánk,ájuk,ám,á", "éd,énk,éjük,ém,é",
  ]);
  const as_9 = ["", "a", "e"] as const;
  const a_10 = s.among_b([
    null,
    "id,aid,jaid,eid,jeid,i,ai,jai,ei,jei,itek,eitek,jeitek,ik,aik,jaik,eik,jeik,ink,aink,jaink,eink,jeink,aitok,jaitok,im,aim,jaim,eim,jeim",
    "áid,ái,áik,áink,áitok,áim", "éid,éi,éitek,éik,éink,éim",
  ]);
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

  return (word) => s.stem(word, run);
}

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
