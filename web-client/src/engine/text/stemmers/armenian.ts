// Generated from armenian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "աեէըիուօ";
  let I_p2: number = 0;
  let I_pV: number = 0;
  const a_0 = s.among_b([
    null, "րորդ,երորդ,ալի,ակի,որակ,եղ,ական,արան,են,եկեն,երեն,որէն,ին,գին,ովին,լայն,վուն,պես,իվ,ատ,ավետ,կոտ,բար",
  ]);
  const a_1 = s.among_b([
    null,
    "ա,ացա,եցա,վե,ացրի,ացի,եցի,վեցի,ալ,ըալ,անալ,ենալ,ացնալ,ել,ըել,նել,ցնել,եցնել,չել,վել,ացվել,եցվել,տել,ատել,ոտել,կոտել,ված,ում,վում,ան,ցան,ացան,ացրին,ացին,եցին,վեցին,ալիս,ելիս,ավ,ացավ,եցավ,ալով,ելով,ար,ացար,եցար,ացրիր,ացիր,եցիր,վեցիր,աց,եց,ացրեց,ալուց,ելուց,ալու,ելու,աք,ցաք,ացաք,ացրիք,ացիք,եցիք,վեցիք,անք,ցանք,ացանք,ացրինք,ացինք,եցինք,վեցինք",
  ]);
  const a_2 = s.among_b([
    null,
    "որդ,ույթ,ուհի,ցի,իլ,ակ,յակ,անակ,իկ,ուկ,ան,պան,ստան,արան,եղէն,յուն,ություն,ածո,իչ,ուս,ուստ,գար,վոր,ավոր,ոց,անօց,ու,ք,չեք,իք,ալիք,անիք,վածք,ույք,ենք,ոնք,ունք,մունք,իչք,արք",
  ]);
  const a_3 = s.among_b([
    null,
    "սա,վա,ամբ,դ,անդ,ությանդ,վանդ,ոջդ,երդ,ներդ,ուդ,ը,անը,ությանը,վանը,ոջը,երը,ները,ի,վի,երի,ների,անում,երում,ներում,ն,ան,ության,վան,ին,երին,ներին,ությանն,երն,ներն,ուն,ոջ,ությանս,վանս,ոջս,ով,անով,վով,երով,ներով,եր,ներ,ց,ից,վանից,ոջից,վից,երից,ներից,ցից,ոց,ուց",
  ]);

  function r_mark_regions(): boolean {
    let v_1 = 0;
    I_pV = s.limit;
    I_p2 = s.limit;
    v_1 = s.cursor;
    lab0: {
      if (!s.go_out_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
      I_pV = s.cursor;
      if (!s.go_in_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
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

  function r_adjective(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_0) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_verb(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_1) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_noun(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_2) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_ending(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_3) === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (I_p2 > s.cursor) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function run(): boolean {
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    r_mark_regions();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    if (s.cursor < I_pV) {
      return false;
    }
    v_2 = s.limit_backward;
    s.limit_backward = I_pV;
    v_3 = s.limit - s.cursor;
    r_ending();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_verb();
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    r_adjective();
    s.cursor = s.limit - v_5;
    v_6 = s.limit - s.cursor;
    r_noun();
    s.cursor = s.limit - v_6;
    s.limit_backward = v_2;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "";

export const stopWords =
  "";
