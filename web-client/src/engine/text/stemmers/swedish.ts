// Generated from swedish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiouyäåö";
  const g_s_ending = "bcdfghjklmnoprtvy";
  const g_ost_ending = "iklnprtuv";
  let I_p1: number = 0;
  const a_0 = s.among_b([
    "fab,h,pak,rak,stak,kom,iet,cit,dit,alit,ilit,mit,nit,pit,rit,sit,tit,uit,ivit,kvit,xit",
  ]);
  const a_1 = s.among_b([
    null,
    "a,arna,erna,heterna,orna,ad,e,ade,ande,arne,are,aste,en,anden,aren,heten,ern,ar,er,heter,or,as,arnas,ernas,ornas,es,ades,andes,ens,arens,hetens,erns,at,andet,het,ast",
    "s", "et",
  ]);
  const a_2 = s.among_b(["dd,gd,nn,dt,gt,kt,tt"]);
  const a_3 = s.among_b([null, "ig,lig,els", "öst", "fullt"]);

  function r_mark_regions(): boolean {
    let I_x = 0;
    let v_1 = 0;
    I_p1 = s.limit;
    v_1 = s.cursor;
    if (s.cursor + 3 > s.limit) {
      return false;
    }
    s.cursor += 3;
    I_x = s.cursor;
    s.cursor = v_1;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p1 = s.cursor;
    lab0: {
      if (I_p1 >= I_x) {
        break lab0;
      }
      I_p1 = I_x;
    }
    return true;
  }

  function r_et_condition(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    if (!s.out_grouping_b(g_v)) {
      return false;
    }
    if (!s.in_grouping_b(g_v)) {
      return false;
    }
    if (s.cursor <= s.limit_backward) {
      return false;
    }
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    lab0: {
      if (s.find_among_b(a_0) === 0) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_2;
    return true;
  }

  function r_main_suffix(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      while (true) {
        v_3 = s.limit - s.cursor;
        lab0: {
          if (!s.eq_s_b("et")) {
            break lab0;
          }
          if (!r_et_condition()) {
            break lab0;
          }
          s.bra = s.cursor;
          break;
        }
        s.cursor = s.limit - v_3;
        if (!s.in_grouping_b(g_s_ending)) {
          return false;
        }
        break;
      }
      s.slice_del();
    } else {
      if (!r_et_condition()) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_consonant_pair(): boolean {
    let v_2 = 0;
    let v_3 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    v_3 = s.limit - s.cursor;
    if (s.find_among_b(a_2) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.cursor = s.limit - v_3;
    s.ket = s.cursor;
    if (s.cursor <= s.limit_backward) {
      s.limit_backward = v_2;
      return false;
    }
    s.cursor -= 1;
    s.bra = s.cursor;
    s.slice_del();
    s.limit_backward = v_2;
    return true;
  }

  function r_other_suffix(): boolean {
    let among_var = 0;
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_3);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      s.slice_del();
    } else if (among_var === 2) {
      if (!s.in_grouping_b(g_ost_ending)) {
        return false;
      }
      s.slice_from("ös");
    } else {
      s.slice_from("full");
    }
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    v_1 = s.cursor;
    r_mark_regions();
    s.cursor = v_1;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_2 = s.limit - s.cursor;
    r_main_suffix();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_consonant_pair();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_other_suffix();
    s.cursor = s.limit - v_4;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "äåö";

export const stopWords =
  "alla allt an ar at att av blev bli blir blivit da dar de dem den denna deras dess dessa det detta dig din dina " +
  "ditt du efter ej eller en er era ert ett for fran ha hade han hans har henne hennes hon honom hur i icke ingen " +
  "inom inte jag ju kan kunde man med mellan men mig min mina mitt mot mycket nagon nagot nagra nar ni nu och om " +
  "oss over pa sa sadan sadana sadant samma sedan sig sin sina sitta sjalv skulle som till under upp ut utan vad " +
  "var vara varfor varit varje vars vart vem vi vid vilka vilkas vilken vilket ";
