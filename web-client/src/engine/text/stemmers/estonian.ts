// Generated from estonian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_V1 = "aeiouäõöü";
  const g_RV = "'aeiou";
  const g_KI = "bdfghkpstzšž";
  const g_GI = "aceijlmnoqruvwxäõöü";
  let I_p1: number = 0;
  const a_0 = s.among_b([null, "gi", "ki"]);
  const a_1 = s.among_b([
    null, "mata,ksid,nuksid,sime,ksime,nuksime,dakse,takse,site,ksite,nuksite,sin,ksin,nuksin,daks,taks", "akse",
    "da,b,me,n",
  ]);
  const a_2 = s.among_b(["aa,ee,ii,oo,uu,ää,õõ,öö,üü"]);
  const a_3 = s.among_b([null, "lane,lasse,lasi,last", "mine,misse,misi,mist", "line,lisse,lisi,list"]);
  const as_3 = ["lase", "mise", "lise"] as const;
  const a_4 = s.among_b([null, "ga,ta,le,sse,l,s,ks,lt,st", "t"]);
  const a_5 = s.among_b(["t", "las,lis,mis", ""]);
  const as_5 = ["e", ""] as const;
  const a_6 = s.among_b([null, "ikkude,ike,ikke", "sid", "te", "d,de"]);
  const a_7 = s.among_b(["va,du,nu,tu"]);
  const a_8 = s.among_b([null, "kk", "pp", "tt"]);
  const as_8 = ["k", "p", "t"] as const;
  const a_9 = s.among_b([null, "mai,m", "ma"]);
  const a_10 = s.among([
    null, "joob,jood,joodakse,jooma,joomata,joome,joon,joote,joovad,juua,juuakse,jõi,jõid,jõime,jõin,jõite",
    "saab,saad,saada,saadakse,saadi,saaks,saaksid,saaksime,saaksin,saaksite,saama,saamata,saame,saan,saate,saavad,sai,said,saime,sain,saite",
    "viia,viiakse,viib,viid,viidi,viiks,viiksid,viiksime,viiksin,viiksite,viima,viimata,viime,viin,viisime,viisin,viisite,viite,viivad",
    "keeb,keed,keedakse,keeks,keeksid,keeksime,keeksin,keeksite,keema,keemata,keeme,keen,kees,keeta,keete,keevad",
    "lööb,lööd,löödakse,löödi,lööks,lööksid,lööksime,lööksin,lööksite,lööma,löömata,lööme,löön,lööte,löövad,lüüa,lüüakse",
    "lõi,lõid,lõime,lõin,lõite",
    "loob,lood,loodi,looks,looksid,looksime,looksin,looksite,looma,loomata,loome,loon,loote,loovad,luua,luuakse",
    "käia,käiakse,käib,käid,käidi,käiks,käiksid,käiksime,käiksin,käiksite,käima,käimata,käime,käin,käis,käite,käivad",
    "sõi,sõid,sõime,sõin,sõite,sööb,sööd,söödakse,söödi,sööks,sööksid,sööksime,sööksin,sööksite,sööma,söömata,sööme,söön,sööte,söövad,süüa,süüakse",
    "toob,tood,toodi,tooks,tooksid,tooksime,tooksin,tooksite,tooma,toomata,toome,toon,toote,toovad,tuua,tuuakse,tõi,tõid,tõime,tõin,tõite",
    "võib,võid,võida,võidakse,võidi,võiks,võiksid,võiksime,võiksin,võiksite,võima,võimata,võime,võin,võis,võite,võivad",
    "jäi,jäid,jäime,jäin,jäite,jääb,jääd,jääda,jäädakse,jäädi,jääks,jääksid,jääksime,jääksin,jääksite,jääma,jäämata,jääme,jään,jääte,jäävad",
    "müüa,müüakse,müüb,müüd,müüdi,müüks,müüksid,müüksime,müüksin,müüksite,müüma,müümata,müüme,müün,müüs,müüte,müüvad",
    "loeb,loed,loeks,loeksid,loeksime,loeksin,loeksite,loeme,loen,loete,loevad",
    "põeb,põed,põeks,põeksid,põeksime,põeksin,põeksite,põeme,põen,põete,põevad",
    "laob,laod,laoks,laoksid,laoksime,laoksin,laoksite,laome,laon,laote,laovad",
    "teeb,teed,teeks,teeksid,teeksime,teeksin,teeksite,teeme,teen,teete,teevad,tegema,tegemata,teha,tehakse,tehti",
    "näeb,näed,näeks,näeksid,näeksime,näeksin,näeksite,näeme,näen,näete,näevad,nägema,nägemata,näha,nähakse,nähti",
  ]);
  const as_10 = ["joo", "saa", "viima", "keesi", "löö", "lõi", "loo", "käisi", "söö", "too", "võisi", "jääma", "müüsi", "luge", "põde", "ladu", "tegi", "nägi"] as const;

  function r_mark_regions(): boolean {
    let v_1 = 0;
    I_p1 = s.limit;
    while (true) {
      v_1 = s.cursor;
      lab0: {
        if (s.cursor + 2 > s.limit) {
          break lab0;
        }
        s.cursor += 2;
        while (true) {
          lab1: {
            if (!s.eq_s("'")) {
              break lab1;
            }
            break;
          }
          if (s.cursor >= s.limit) {
            break lab0;
          }
          s.cursor += 1;
        }
        break;
      }
      s.cursor = v_1;
      if (!s.go_out_grouping(g_V1)) {
        return false;
      }
      s.cursor += 1;
      if (!s.go_in_grouping(g_V1)) {
        return false;
      }
      s.cursor += 1;
      break;
    }
    I_p1 = s.cursor;
    return true;
  }

  function r_emphasis(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_0);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    v_3 = s.limit - s.cursor;
    if (s.cursor - 4 < s.limit_backward) {
      return false;
    }
    s.cursor -= 4;
    s.cursor = s.limit - v_3;
    if (among_var === 1) {
      v_4 = s.limit - s.cursor;
      if (!s.in_grouping_b(g_GI)) {
        return false;
      }
      s.cursor = s.limit - v_4;
      v_5 = s.limit - s.cursor;
      lab0: {
        if (!r_LONGV()) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_5;
      s.slice_del();
    } else {
      if (!s.in_grouping_b(g_KI)) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_verb(): boolean {
    let among_var = 0;
    let v_2 = 0;
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
      s.slice_from("a");
    } else {
      if (!s.in_grouping_b(g_V1)) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_LONGV(): boolean {
    return s.find_among_b(a_2) !== 0;
  }

  function r_i_plural(): boolean {
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (!s.eq_s_b("i")) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (!s.in_grouping_b(g_RV)) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_special_noun_endings(): boolean {
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
    s.slice_from(as_3[among_var - 1]!);
    return true;
  }

  function r_case_ending(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_4);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      while (true) {
        lab0: {
          if (!s.in_grouping_b(g_RV)) {
            break lab0;
          }
          break;
        }
        if (!r_LONGV()) {
          return false;
        }
        break;
      }
    } else {
      v_3 = s.limit - s.cursor;
      if (s.cursor - 4 < s.limit_backward) {
        return false;
      }
      s.cursor -= 4;
      s.cursor = s.limit - v_3;
    }
    s.slice_del();
    return true;
  }

  function r_plural_three_first_cases(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_6);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      s.slice_from("iku");
    } else if (among_var === 2) {
      v_3 = s.limit - s.cursor;
      lab0: {
        if (!r_LONGV()) {
          break lab0;
        }
        return false;
      }
      s.cursor = s.limit - v_3;
      s.slice_del();
    } else if (among_var === 3) {
      while (true) {
        v_4 = s.limit - s.cursor;
        lab0: {
          v_5 = s.limit - s.cursor;
          if (s.cursor - 4 < s.limit_backward) {
            break lab0;
          }
          s.cursor -= 4;
          s.cursor = s.limit - v_5;
          among_var = s.find_among_b(a_5);
          if (among_var > 0) {
            s.slice_from(as_5[among_var - 1]!);
          }
          break;
        }
        s.cursor = s.limit - v_4;
        s.slice_from("t");
        break;
      }
    } else {
      while (true) {
        lab0: {
          if (!s.in_grouping_b(g_RV)) {
            break lab0;
          }
          break;
        }
        if (!r_LONGV()) {
          return false;
        }
        break;
      }
      s.slice_del();
    }
    return true;
  }

  function r_nu(): boolean {
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (s.find_among_b(a_7) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    s.slice_del();
    return true;
  }

  function r_undouble_kpt(): boolean {
    let among_var = 0;
    if (!s.in_grouping_b(g_V1)) {
      return false;
    }
    if (I_p1 > s.cursor) {
      return false;
    }
    s.ket = s.cursor;
    among_var = s.find_among_b(a_8);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from(as_8[among_var - 1]!);
    return true;
  }

  function r_degrees(): boolean {
    let among_var = 0;
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_9);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      if (!s.in_grouping_b(g_RV)) {
        return false;
      }
      s.slice_del();
    } else {
      s.slice_del();
    }
    return true;
  }

  function r_substantive(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    v_1 = s.limit - s.cursor;
    r_special_noun_endings();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    r_case_ending();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_plural_three_first_cases();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_degrees();
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    r_i_plural();
    s.cursor = s.limit - v_5;
    v_6 = s.limit - s.cursor;
    r_nu();
    s.cursor = s.limit - v_6;
    return true;
  }

  function r_verb_exceptions(): boolean {
    let among_var = 0;
    s.bra = s.cursor;
    among_var = s.find_among(a_10);
    if (among_var === 0) {
      return false;
    }
    s.ket = s.cursor;
    if (s.cursor < s.limit) {
      return false;
    }
    s.slice_from(as_10[among_var - 1]!);
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    v_1 = s.cursor;
    lab0: {
      if (!r_verb_exceptions()) {
        break lab0;
      }
      return false;
    }
    s.cursor = v_1;
    v_2 = s.cursor;
    r_mark_regions();
    s.cursor = v_2;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_3 = s.limit - s.cursor;
    r_emphasis();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    lab0: {
      while (true) {
        v_5 = s.limit - s.cursor;
        lab1: {
          if (!r_verb()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_5;
        r_substantive();
        break;
      }
    }
    s.cursor = s.limit - v_4;
    v_6 = s.limit - s.cursor;
    r_undouble_kpt();
    s.cursor = s.limit - v_6;
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

export const knownDiacritics = "äõöüšž";

export const stopWords =
  "";
