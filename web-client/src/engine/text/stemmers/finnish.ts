// Generated from finnish.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_AEI = "aeiä";
  const g_C = "bcdfghjklmnpqrstvwxz";
  const g_v = "aeiouyäö";
  const g_particle_end = "aeinotuyäö";
  let B_ending_removed: boolean = false;
  let I_p2: number = 0;
  let I_p1: number = 0;
  const a_0 = s.among_b([null, "pa,kaan,han,kin,hän,kään,ko,pä,kö", "sti"]);
  const a_1 = s.among_b(["lla,na,ssa,ta,lta,sta"]);
  const a_2 = s.among_b(["llä,nä,ssä,tä,ltä,stä"]);
  const a_3 = s.among_b(["lle,ine"]);
  const a_4 = s.among_b([null, "si", "ni", "nsa,mme,nne,nsä", "an", "än", "en"]);
  const a_5 = s.among_b(["aa,ee,ii,oo,uu,ää,öö"]);
  const a_6 = s.among_b(["',ai,ei,ii,oi,ui,äi,öi"]);
  const a_7 = s.among_b([
    "lla,na,ssa,ta,lta,sta,lle,ine,ksi,han,den,seen,hen,tten,hin,siin,hon,hun,hän,hön,llä,nä,ssä,tä,ltä,stä", "n",
    "a,ä", "tta,ttä",
  ], {
    "han": r_A, "den": r_VI, "seen": r_LV, "hen": r_E, "tten": r_VI, "hin": r_I, "siin": r_VI, "hon": r_O, "hun": r_U,
    "hän": r_A_, "hön": r_O_,
  });
  const a_8 = s.among_b(["eja,imma,impa,immi,impi,ejä,immä,impä", "mma,mpa,mmi,mpi,mmä,mpä"]);
  const a_9 = s.among_b(["i,j"]);
  const a_10 = s.among_b(["imma", "mma"]);

  function r_mark_regions(): boolean {
    I_p1 = s.limit;
    I_p2 = s.limit;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p1 = s.cursor;
    if (!s.go_out_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    if (!s.go_in_grouping(g_v)) {
      return false;
    }
    s.cursor += 1;
    I_p2 = s.cursor;
    return true;
  }

  function r_particle_etc(): boolean {
    let among_var = 0;
    let v_2 = 0;
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
    if (among_var === 1) {
      if (!s.in_grouping_b(g_particle_end)) {
        return false;
      }
    } else if (I_p2 > s.cursor) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function r_possessive(): boolean {
    let among_var = 0;
    let v_2 = 0;
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
      lab0: {
        if (!s.eq_s_b("k")) {
          break lab0;
        }
        return false;
      }
      s.slice_del();
    } else if (among_var === 2) {
      s.slice_del();
      s.ket = s.cursor;
      if (!s.eq_s_b("kse")) {
        return false;
      }
      s.bra = s.cursor;
      s.slice_from("ksi");
    } else if (among_var === 3) {
      s.slice_del();
    } else if (among_var === 4) {
      if (s.find_among_b(a_1) === 0) {
        return false;
      }
      s.slice_del();
    } else if (among_var === 5) {
      if (s.find_among_b(a_2) === 0) {
        return false;
      }
      s.slice_del();
    } else {
      if (s.find_among_b(a_3) === 0) {
        return false;
      }
      s.slice_del();
    }
    return true;
  }

  function r_LV(): boolean {
    return s.find_among_b(a_5) !== 0;
  }

  function r_VI(): boolean {
    return s.find_among_b(a_6) !== 0;
  }

  function r_A(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("a")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_E(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("e")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_I(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("i")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_O(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("o")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_U(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("u")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_A_(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("ä")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_O_(): boolean {
    while (true) {
      lab0: {
        if (!s.eq_s_b("ö")) {
          break lab0;
        }
        break;
      }
      lab0: {
        if (!s.eq_s_b("ø")) {
          break lab0;
        }
        break;
      }
      if (!s.eq_s_b("'")) {
        return false;
      }
      break;
    }
    return true;
  }

  function r_case_ending(): boolean {
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
    among_var = s.find_among_b(a_7);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      v_3 = s.limit - s.cursor;
      lab0: {
        v_4 = s.limit - s.cursor;
        while (true) {
          v_5 = s.limit - s.cursor;
          lab1: {
            if (!r_LV()) {
              break lab1;
            }
            break;
          }
          s.cursor = s.limit - v_5;
          if (!s.eq_s_b("ie")) {
            s.cursor = s.limit - v_3;
            break lab0;
          }
          break;
        }
        s.cursor = s.limit - v_4;
        if (s.cursor <= s.limit_backward) {
          s.cursor = s.limit - v_3;
          break lab0;
        }
        s.cursor -= 1;
        s.bra = s.cursor;
      }
    } else if (among_var === 2) {
      if (!s.in_grouping_b(g_v)) {
        return false;
      }
      if (!s.in_grouping_b(g_C)) {
        return false;
      }
    } else if (among_var === 3) {
      if (!s.eq_s_b("e")) {
        return false;
      }
    }
    s.slice_del();
    B_ending_removed = true;
    return true;
  }

  function r_other_endings(): boolean {
    let among_var = 0;
    let v_2 = 0;
    if (s.cursor < I_p2) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p2;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_8);
    if (among_var === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    if (among_var === 1) {
      lab0: {
        if (!s.eq_s_b("po")) {
          break lab0;
        }
        return false;
      }
    }
    s.slice_del();
    return true;
  }

  function r_i_plural(): boolean {
    let v_2 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (s.find_among_b(a_9) === 0) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_2;
    s.slice_del();
    return true;
  }

  function r_t_plural(): boolean {
    let among_var = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_5 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    s.ket = s.cursor;
    if (!s.eq_s_b("t")) {
      s.limit_backward = v_2;
      return false;
    }
    s.bra = s.cursor;
    v_3 = s.limit - s.cursor;
    if (!s.in_grouping_b(g_v)) {
      s.limit_backward = v_2;
      return false;
    }
    s.cursor = s.limit - v_3;
    s.slice_del();
    s.limit_backward = v_2;
    if (s.cursor < I_p2) {
      return false;
    }
    v_5 = s.limit_backward;
    s.limit_backward = I_p2;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_10);
    if (among_var === 0) {
      s.limit_backward = v_5;
      return false;
    }
    s.bra = s.cursor;
    s.limit_backward = v_5;
    if (among_var === 1) {
      lab0: {
        if (!s.eq_s_b("po")) {
          break lab0;
        }
        return false;
      }
    }
    s.slice_del();
    return true;
  }

  function r_tidy(): boolean {
    let S_x = "";
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    if (s.cursor < I_p1) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_p1;
    v_3 = s.limit - s.cursor;
    lab0: {
      v_4 = s.limit - s.cursor;
      if (!r_LV()) {
        break lab0;
      }
      s.cursor = s.limit - v_4;
      s.ket = s.cursor;
      if (s.cursor <= s.limit_backward) {
        break lab0;
      }
      s.cursor -= 1;
      s.bra = s.cursor;
      s.slice_del();
    }
    s.cursor = s.limit - v_3;
    v_5 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.in_grouping_b(g_AEI)) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!s.in_grouping_b(g_C)) {
        break lab0;
      }
      s.slice_del();
    }
    s.cursor = s.limit - v_5;
    v_6 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("j")) {
        break lab0;
      }
      s.bra = s.cursor;
      while (true) {
        lab1: {
          if (!s.eq_s_b("o")) {
            break lab1;
          }
          break;
        }
        if (!s.eq_s_b("u")) {
          break lab0;
        }
        break;
      }
      s.slice_del();
    }
    s.cursor = s.limit - v_6;
    v_7 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("o")) {
        break lab0;
      }
      s.bra = s.cursor;
      if (!s.eq_s_b("j")) {
        break lab0;
      }
      s.slice_del();
    }
    s.cursor = s.limit - v_7;
    s.limit_backward = v_2;
    v_8 = s.limit - s.cursor;
    lab0: {
      if (!s.go_in_grouping_b(g_v)) {
        break lab0;
      }
      s.ket = s.cursor;
      if (!s.in_grouping_b(g_C)) {
        break lab0;
      }
      s.bra = s.cursor;
      S_x = s.slice_to();
      if (!s.eq_s_b(S_x)) {
        break lab0;
      }
      s.slice_del();
    }
    s.cursor = s.limit - v_8;
    s.ket = s.cursor;
    if (!s.eq_s_b("'")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
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
    v_1 = s.cursor;
    r_mark_regions();
    s.cursor = v_1;
    B_ending_removed = false;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_2 = s.limit - s.cursor;
    r_particle_etc();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_possessive();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_case_ending();
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    r_other_endings();
    s.cursor = s.limit - v_5;
    while (true) {
      lab0: {
        if (!B_ending_removed) {
          break lab0;
        }
        v_6 = s.limit - s.cursor;
        r_i_plural();
        s.cursor = s.limit - v_6;
        break;
      }
      v_7 = s.limit - s.cursor;
      r_t_plural();
      s.cursor = s.limit - v_7;
      break;
    }
    v_8 = s.limit - s.cursor;
    r_tidy();
    s.cursor = s.limit - v_8;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "äöø";

export const stopWords =
  "ei eivat emme en et etta ette han haneen hanella hanelle hanelta hanen hanessa hanesta hanet hanta he heidan " +
  "heidat heihin heilla heille heilta heissa heista heita itse ja johon joiden joihin joiksi joilla joille joilta " +
  "joina joissa joista joita joka joksi jolla jolle jolta jona jonka jos jossa josta jota jotka kanssa keiden " +
  "keihin keiksi keilla keille keilta keina keissa keista keita keneen keneksi kenella kenelle kenelta kenen " +
  "kenena kenessa kenesta kenet keta ketka koska kuin kuka kun me meidan meidat meihin meilla meille meilta " +
  "meissa meista meita mihin mika miksi milla mille milta mina minka minua minulla minulle minulta minun minussa " +
  "minusta minut minuun missa mista mita mitka mukaan mutta naiden naihin naiksi nailla naille nailta naina " +
  "naissa naista naita nama ne niiden niihin niiksi niilla niille niilta niin niina niissa niista niita noiden " +
  "noihin noiksi noilla noille noilta noin noina noissa noista noita nuo nyt ole olemme olen olet olette oli " +
  "olimme olin olisi olisimme olisin olisit olisitte olisivat olit olitte olivat olla olleet ollut on ovat poikki " +
  "se seka sen siihen siina siita siksi silla sille silta sina sinua sinulla sinulle sinulta sinun sinussa " +
  "sinusta sinut sinuun sita tahan tai taksi talla talle talta tama taman tana tassa tasta tata te teidan teidat " +
  "teihin teilla teille teilta teissa teista teita tuo tuohon tuoksi tuolla tuolle tuolta tuon tuona tuossa " +
  "tuosta tuota vaan vai vaikka yli ";
