// Generated from greek.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "αεηιουω";
  const g_v2 = "αεηιοω";
  let B_test1: boolean = false;
  const a_0 = s.among_b([
    null, "Ά,Α,ά", "Β", "Γ", "Δ", "Έ,Ε,έ", "Ζ", "Ή,ΐ,Η,ή,ϊ", "Θ", "Ί,Ι,Ϊ,ί", "Κ", "Λ", "Μ", "Ν", "Ξ", "Ό,Ο,ό", "Π",
    "Ρ", "Σ,ς", "Τ", "Ύ,Υ,Ϋ,ΰ,ϋ,ύ", "Φ", "Χ", "Ψ", "Ώ,Ω,ώ", "",
  ]);
  const a_1 = s.among_b([
    null, "φαγια,φαγιων,φαγιου", "σκαγια,σκαγιων,σκαγιου", "ολογια,ολογιων,ολογιου", "σογια,σογιων,σογιου",
    "τατογια,τατογιων,τατογιου", "κρεατα,κρεατων,κρεασ,κρεατοσ", "περατα,περατη,περατων,περασ,περατοσ",
    "τερατα,τερατων,τερασ,τερατοσ", "φωτα,φωτων,φωτοσ,φωσ", "καθεστωτα,καθεστωτων,καθεστωτοσ,καθεστωσ",
    "γεγονοτα,γεγονοτων,γεγονοσ,γεγονοτοσ",
  ]);
  const as_1 = ["φα", "σκα", "ολο", "σο", "τατο", "κρε", "περ", "τερ", "φω", "καθεστ", "γεγον"] as const;
  const a_2 = s.among_b([
    null, "πα,ξαναπα,επα,περιπα,αναμπα,εμπα,δανε,αθρο,συναθρο",
    "β,βαθυρι,βαρκ,μαρκ,λ,μ,κορν,π,ιμπ,ρ,μαρ,αμπαρ,γκρ,βολβορ,γλυκορ,πιπερορ,πρ,μπρ,αρρ,γλυκυρ,πολυρ,λου",
  ]);
  const as_2 = ["ι", "ιζ"] as const;
  const a_3 = s.among_b([
    null, "ιζα,ιζε,ιζαμε,ιζουμε,ιζανε,ιζουνε,ιζατε,ιζετε,ιζει,ιζαν,ιζουν,ιζεσ,ιζεισ,ιζω",
  ]);
  const a_4 = s.among_b([null, "βι,λι,αλ,εν,σ,χ,υψ,ζω"]);
  const a_5 = s.among_b([null, "ωθηκα,ωθηκε,ωθηκαμε,ωθηκανε,ωθηκατε,ωθηκαν,ωθηκεσ"]);
  const a_6 = s.among_b([
    null,
    "ξαναπα,επα,περιπα,αναμπα,εμπα,χαρτοπα,εξαρχα,κλε,εκλε,απεκλε,αποκλε,εσωκλε,δανε,πε,επε,μετεπε,εσε,αθρο,συναθρο",
    "γε,γκε,γκ,μ,πουκαμ,κομ,αν,ολο,π,λαρ,δημοκρατ,αφ,γιγαντοαφ",
  ]);
  const as_6 = ["ι", "ισ"] as const;
  const a_7 = s.among_b([null, "ισα,ισαμε,ισανε,ισε,ισατε,ισαν,ισεσ"]);
  const a_8 = s.among_b([
    null,
    "ξαναπα,επα,περιπα,αναμπα,εμπα,χαρτοπα,εξαρχα,κλε,εκλε,απεκλε,αποκλε,εσωκλε,δανε,πε,επε,μετεπε,εσε,αθρο,συναθρο",
  ]);
  const a_9 = s.among_b([null, "ισουμε,ισουνε,ισετε,ισει,ισουν,ισεισ,ισω"]);
  const a_10 = s.among_b([
    null, "κλε,εσωκλε,πλε,δανε,σε,ασε,συναθρο",
    "ατα,φα,ηφα,μεγ,λυγ,ηδ,καθ,εχθ,κακ,μακ,σκ,φιλ,κυλ,μ,γεμ,αχν,π,απ,εμπ,ευπ,αρ,αορ,γυρ,χρ,χωρ,κτ,ακτ,χτ,αχτ,ταχ,σχ,ασχ,υψ",
  ]);
  const as_10 = ["ι", "ιστ"] as const;
  const a_11 = s.among_b([null, "ιστα,ιστε,ιστη,ιστοι,ιστων,ιστο,ιστεσ,ιστησ,ιστοσ,ιστουσ,ιστου"]);
  const a_12 = s.among_b([null, "εγκλε,αποκλε,σε,μετασε,μικροσε", "δανε,αντιδανε"]);
  const as_12 = ["ισμ", "ι"] as const;
  const a_13 = s.among_b([
    null, "αγνωστικ", "ατομικ", "γνωστικ", "εθνικ", "εκλεκτικ", "σκεπτικ", "τοπικ", "αλεξανδριν", "βυζαντιν",
    "θεατριν",
  ]);
  const as_13 = ["αγνωστ", "ατομ", "γνωστ", "εθν", "εκλεκτ", "σκεπτ", "τοπ", "αλεξανδρ", "βυζαντ", "θεατρ"] as const;
  const a_14 = s.among_b([null, "ισμοι,ισμων,ισμο,ισμοσ,ισμουσ,ισμου"]);
  const a_15 = s.among_b([null, "σ,χ"]);
  const a_16 = s.among_b([null, "ουδακια,αρακια,ουδακι,αρακι"]);
  const a_17 = s.among_b([
    null,
    "βαμβ,σλοβ,τσεχοσλοβ,τζ,κ,καπακ,σοκ,σκ,μαλ,πλ,λουλ,φυλ,καιμ,κλιμ,φαρμ,σπαν,κον,κατραπ,ρ,βρ,λαβρ,αμβρ,μερ,ανθρ,κορ,σ,ναγκασ,μουστ,ρυ,φ,σφ,αλισφ,χ",
    "β,καρδ,ζ,βαλ,γλ,τριπολ,γιαν,ηγουμεν,μακρυν,π,πατερ,τοσ,νυφ",
  ]);
  const as_17 = ["ακ", "ιτσ"] as const;
  const a_18 = s.among_b([null, "ακια,αρακια,ιτσα,ακι,αρακι,ιτσων,ιτσασ,ιτσεσ"]);
  const a_19 = s.among_b([null, "ψαλ,αιφν,ολο,ιρ"]);
  const a_20 = s.among_b([null, "ε,παιχν"]);
  const a_21 = s.among_b([null, "ιδια,ιδιων,ιδιο"]);
  const a_22 = s.among_b([null, "ιβ,δ,φραγκ,λυκ,οβελ,μην,ρ"]);
  const a_23 = s.among_b([null, "ισκε,ισκο,ισκοσ,ισκου"]);
  const a_24 = s.among_b([null, "αδων,αδεσ"]);
  const a_25 = s.among_b(["γιαγι,θει,οκ,μαμ,μαν,μπαμπ,πεθερ,πατερ,κυρ,νταντ"]);
  const a_26 = s.among_b([null, "εδων,εδεσ"]);
  const a_27 = s.among_b([null, "μιλ,δαπ,γηπ,ιπ,εμπ,οπ,κρασπ,υπ"]);
  const a_28 = s.among_b([null, "ουδων,ουδεσ"]);
  const a_29 = s.among_b([null, "τραγ,φε,καλιακ,αρκ,σκ,πεταλ,βελ,λουλ,φλ,χν,πλεξ,σπ,φρ,σ,λιχ"]);
  const a_30 = s.among_b([null, "εων,εωσ"]);
  const a_31 = s.among_b([null, "δ,ιδ,θ,γαλ,ελ,ν,π,παρ"]);
  const a_32 = s.among_b([null, "ια,ιων,ιου"]);
  const a_33 = s.among_b([null, "ικα,ικων,ικο,ικου"]);
  const a_34 = s.among_b([
    null,
    "αδ,συναδ,καταδ,αντιδ,ενδ,φυλοδ,υποδ,πρωτοδ,εξωδ,ηθ,ανηθ,ξικ,αλ,αμμοχαλ,συνομηλ,μπολ,μουλ,τσαμ,βρωμ,αμαν,μπαν,καλλιν,ποστελν,φιλον,καλπ,γερ,χασ,μποσ,πλιατσ,πετσ,πιτσ,φυσ,μπαγιατ,νιτ,πικαντ,σερτ",
  ]);
  const a_35 = s.among_b([null, "αγαμε,ηκαμε,ηθηκαμε,ησαμε,ουσαμε"]);
  const a_36 = s.among_b([null, "βουβ,ξεθ,πεθ,αποθ,αποκ,ουλ,αναπ,πικρ,ποτ,αποστ,χ,σιχ"]);
  const a_37 = s.among_b([null, "τρ,τσ"]);
  const a_38 = s.among_b([
    null, "αγανε,ηκανε,ηθηκανε,ησανε,ουσανε,οντανε,ιοντανε,ουντανε,ιουντανε,οτανε,ιοτανε",
  ]);
  const a_39 = s.among_b([
    null,
    "ταβ,νταβ,ψηλοταβ,λιβ,κλιβ,ξηροκλιβ,γ,αγ,τραγ,τσαγ,αθιγγ,τσιγγ,ατσιγγ,στεγ,απηγ,σιγ,ανοργ,ενοργ,καλπουζ,θ,μωαμεθ,πιθ,απιθ,δεκ,πελεκ,ικ,ανικ,βουλκ,βασκ,βραχυκ,γαλ,καταγαλ,ολογαλ,βαθυγαλ,μελ,καστελ,πορτολ,πλ,διπλ,λαοπλ,ψυχοπλ,ουλ,μ,ολιγοδαμ,μουσουλμ,δραδουμ,βραχμ,ν,αμερικαν,π,αδαπ,χαμηλοδαπ,πολυδαπ,κοπ,υποκοπ,τσοπ,σπ,ερ,γερ,βετερ,λουθηρ,κορμορ,περιτρ,ουρ,σ,βασ,πολισ,σαρακατσ,θυσ,διατ,πλατ,τσαρλατ,τετ,πουριτ,σουλτ,μαιντ,ζωντ,καστ,φ,διαφ,στεφ,φωτοστεφ,περηφ,υπερηφ,κοιλαρφ,πενταρφ,ορφ,χ,αμηχ,βιομηχ,μεγλοβιομηχ,καπνοβιομηχ,μικροβιομηχ,πολυμηχ,λιχ",
  ]);
  const a_40 = s.among_b([
    null,
    "ενδ,συνδ,οδ,διαθ,καθ,ραθ,ταθ,τιθ,εκθ,ενθ,συνθ,ροθ,υπερθ,σθ,ευθ,αρκ,ωφελ,βολ,αιν,πον,ρον,συν,βαρ,βρ,αιρ,φορ,ευρ,πυρ,χωρ,νετ,σχ",
  ]);
  const a_41 = s.among_b([
    null, "παγ,δ,αδ,θ,αθ,τοκ,σκ,παρακαλ,σκελ,απλ,εμ,αν,βεν,βαρον,κοπ,σερπ,αβαρ,εναρ,αβρ,μπορ,θαρρ,ντρ,υ,νιφ,συρφ",
  ]);
  const a_42 = s.among_b([null, "οντασ,ωντασ"]);
  const a_43 = s.among_b([null, "ομαστε,ιομαστε"]);
  const a_44 = s.among_b([null, "π,απ,ακαταπ,συμπ,ασυμπ,αμεταμφ"]);
  const a_45 = s.among_b([null, "ζ,αλ,παρακαλ,εκτελ,μ,ξ,προ,αρ,νισ"]);
  const a_46 = s.among_b([null, "ηθηκα,ηθηκε,ηθηκεσ"]);
  const a_47 = s.among_b([null, "πιθ,οθ,ναρθ,σκουλ,σκωλ,σφ"]);
  const a_48 = s.among_b([null, "θ,διαθ,παρακαταθ,συνθ,προσθ"]);
  const a_49 = s.among_b([null, "ηκα,ηκε,ηκεσ"]);
  const a_50 = s.among_b([null, "φαγ,ληγ,φρυδ,μαντιλ,μαλλ,ομ,βλεπ,ποδαρ,κυματ,πρωτ,λαχ,πανταχ"]);
  const a_51 = s.among_b([
    null,
    "τσα,χαδ,μεδ,λαμπιδ,δε,πλε,μεσαζ,δεσποζ,αιθ,φαρμακ,αγκ,ανηκ,λ,μ,αμ,βρομ,υποτειν,εκλιπ,ρ,ενδιαφερ,αναρρ,πατ,καθαρευ,δευτερευ,λεχ",
  ]);
  const a_52 = s.among_b([null, "ουσα,ουσε,ουσεσ"]);
  const a_53 = s.among_b(["ψοφ,ναυλοχ", "πελ,λλ,σμην,ρπ,πρ,φρ,χορτ,οφ,σφ,λοχ"]);
  const a_54 = s.among_b([
    null,
    "αμαλλι,λ,αμαλ,μ,ουλαμ,εν,δερβεν,π,αειπ,αρτιπ,συμπ,νεοπ,κροκαλοπ,ολοπ,προσωποπ,σιδηροπ,δροσοπ,ασπ,ανυπ,ρ,ασπαρ,χαρ,αχαρ,απερ,τρ,ουρ,τ,διατ,επιτ,συντ,ομοτ,νομοτ,αποτ,υποτ,αβαστ,αιμοστ,προστ,ανυστ,ναυ,αφ,ξεφ,αδηφ,παμφ,πολυφ",
  ]);
  const a_55 = s.among_b([null, "αγα,αγε,αγεσ"]);
  const a_56 = s.among_b([null, "ησα,ησε,ησου"]);
  const a_57 = s.among_b([null, "ν,δωδεκαν,επταν,μεγαλον,ερημον,χερσον"]);
  const a_58 = s.among_b([null, "σβ,ασβ,απλ,αειμν,χρ,αχρ,κοινοχρ,δυσχρ,ευχρ,παλιμψ"]);
  const a_59 = s.among_b([null, "ουνε,ηθουνε,ησουνε"]);
  const a_60 = s.among_b([null, "σπι,ν,εξων,ρ,στραβομουτσ,κακομουτσ"]);
  const a_61 = s.among_b([null, "ουμε,ηθουμε,ησουμε"]);
  const a_62 = s.among_b([null, "αζ,ωριοπλ,ασουσ,παρασουσ,αλλοσουσ,φ,χ"]);
  const a_63 = s.among_b([null, "ματα,ματων,ματοσ"]);
  const a_64 = s.among_b([
    null,
    "α,ιουμα,ομουνα,ιομουνα,οσουνα,ιοσουνα,ε,αγατε,ηκατε,ηθηκατε,ησατε,ουσατε,ειτε,ηθειτε,ιεμαστε,ουμαστε,ιουμαστε,ιεσαστε,οσαστε,ιοσαστε,η,ι,αμαι,ιεμαι,ομαι,ουμαι,ασαι,εσαι,ιεσαι,αται,εται,ιεται,ονται,ουνται,ιουνται,ει,αει,ηθει,ησει,οι,αν,αγαν,ηκαν,ηθηκαν,ησαν,ουσαν,οντουσαν,ιοντουσαν,ονταν,ιονταν,ουνταν,ιουνταν,οταν,ιοταν,ομασταν,ιομασταν,οσασταν,ιοσασταν,ουν,ηθουν,ομουν,ιομουν,ησουν,οσουν,ιοσουν,ων,ηδων,ο,ασ,εσ,ηδεσ,ησεσ,ησ,εισ,ηθεισ,οσ,υσ,ουσ,υ,ου,ω,αω,ηθω,ησω",
  ]);
  const a_65 = s.among_b([null, "οτερ,εστερ,υτερ,ωτερ,οτατ,εστατ,υτατ,ωτατ"]);

  function r_tolower(): boolean {
    let among_var = 0;
    let v_1 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        among_var = s.find_among_b(a_0);
        s.bra = s.cursor;
        if (among_var === 1) {
          s.slice_from("α");
        } else if (among_var === 2) {
          s.slice_from("β");
        } else if (among_var === 3) {
          s.slice_from("γ");
        } else if (among_var === 4) {
          s.slice_from("δ");
        } else if (among_var === 5) {
          s.slice_from("ε");
        } else if (among_var === 6) {
          s.slice_from("ζ");
        } else if (among_var === 7) {
          s.slice_from("η");
        } else if (among_var === 8) {
          s.slice_from("θ");
        } else if (among_var === 9) {
          s.slice_from("ι");
        } else if (among_var === 10) {
          s.slice_from("κ");
        } else if (among_var === 11) {
          s.slice_from("λ");
        } else if (among_var === 12) {
          s.slice_from("μ");
        } else if (among_var === 13) {
          s.slice_from("ν");
        } else if (among_var === 14) {
          s.slice_from("ξ");
        } else if (among_var === 15) {
          s.slice_from("ο");
        } else if (among_var === 16) {
          s.slice_from("π");
        } else if (among_var === 17) {
          s.slice_from("ρ");
        } else if (among_var === 18) {
          s.slice_from("σ");
        } else if (among_var === 19) {
          s.slice_from("τ");
        } else if (among_var === 20) {
          s.slice_from("υ");
        } else if (among_var === 21) {
          s.slice_from("φ");
        } else if (among_var === 22) {
          s.slice_from("χ");
        } else if (among_var === 23) {
          s.slice_from("ψ");
        } else if (among_var === 24) {
          s.slice_from("ω");
        } else {
          if (s.cursor <= s.limit_backward) {
            break lab0;
          }
          s.cursor -= 1;
        }
        continue;
      }
      s.cursor = s.limit - v_1;
      break;
    }
    return true;
  }

  function r_step_1(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_from(as_1[among_var - 1]!);
    B_test1 = false;
    return true;
  }

  function r_step_s1(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_3) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from(as_2[among_var - 1]!);
    return true;
  }

  function r_step_s2(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_5) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_4) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ων");
    return true;
  }

  function r_step_s3(): boolean {
    let among_var = 0;
    let v_1 = 0;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        if (!s.eq_s_b("ισα")) {
          break lab0;
        }
        s.bra = s.cursor;
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from("ισ");
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      break;
    }
    if (s.find_among_b(a_7) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    among_var = s.find_among_b(a_6);
    if (among_var === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from(as_6[among_var - 1]!);
    return true;
  }

  function r_step_s4(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_9) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_8) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ι");
    return true;
  }

  function r_step_s5(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_11) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    among_var = s.find_among_b(a_10);
    if (among_var === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from(as_10[among_var - 1]!);
    return true;
  }

  function r_step_s6(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_14) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        among_var = s.find_among_b(a_12);
        if (among_var === 0) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from(as_12[among_var - 1]!);
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      among_var = s.find_among_b(a_13);
      if (among_var === 0) {
        return false;
      }
      s.bra = s.cursor;
      s.slice_from(as_13[among_var - 1]!);
      break;
    }
    return true;
  }

  function r_step_s7(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_16) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_15) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("αρακ");
    return true;
  }

  function r_step_s8(): boolean {
    let among_var = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_18) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        among_var = s.find_among_b(a_17);
        if (among_var === 0) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from(as_17[among_var - 1]!);
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (!s.eq_s_b("κορ")) {
        return false;
      }
      s.slice_from("ιτσ");
      break;
    }
    return true;
  }

  function r_step_s9(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_21) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (s.find_among_b(a_19) === 0) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from("ιδ");
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (s.find_among_b(a_20) === 0) {
        return false;
      }
      s.slice_from("ιδ");
      break;
    }
    return true;
  }

  function r_step_s10(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_23) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_22) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ισκ");
    return true;
  }

  function r_step_2a(): boolean {
    let c = 0;
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_24) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    v_1 = s.limit - s.cursor;
    lab0: {
      if (s.find_among_b(a_25) === 0) {
        break lab0;
      }
      return false;
    }
    s.cursor = s.limit - v_1;
    c = s.cursor;
    s.insert(s.cursor, s.cursor, "αδ");
    s.cursor = c;
    return true;
  }

  function r_step_2b(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_26) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_27) === 0) {
      return false;
    }
    s.slice_from("εδ");
    return true;
  }

  function r_step_2c(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_28) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_29) === 0) {
      return false;
    }
    s.slice_from("ουδ");
    return true;
  }

  function r_step_2d(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_30) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_31) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ε");
    return true;
  }

  function r_step_3(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_32) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (!s.in_grouping_b(g_v)) {
      return false;
    }
    s.slice_from("ι");
    return true;
  }

  function r_step_4(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_33) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (!s.in_grouping_b(g_v)) {
          break lab0;
        }
        s.slice_from("ικ");
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      break;
    }
    s.bra = s.cursor;
    if (s.find_among_b(a_34) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ικ");
    return true;
  }

  function r_step_5a(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("αγαμε")) {
        break lab0;
      }
      s.bra = s.cursor;
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      s.slice_from("αγαμ");
    }
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_35) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      B_test1 = false;
    }
    s.cursor = s.limit - v_2;
    s.ket = s.cursor;
    if (!s.eq_s_b("αμε")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_36) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("αμ");
    return true;
  }

  function r_step_5b(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_38) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      B_test1 = false;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (s.find_among_b(a_37) === 0) {
        break lab0;
      }
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      s.slice_from("αγαν");
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    if (!s.eq_s_b("ανε")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (!s.in_grouping_b(g_v2)) {
          break lab0;
        }
        s.slice_from("αν");
        break;
      }
      s.cursor = s.limit - v_2;
      s.ket = s.cursor;
      break;
    }
    s.bra = s.cursor;
    if (s.find_among_b(a_39) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("αν");
    return true;
  }

  function r_step_5c(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("ησετε")) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      B_test1 = false;
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    if (!s.eq_s_b("ετε")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (!s.in_grouping_b(g_v2)) {
          break lab0;
        }
        s.slice_from("ετ");
        break;
      }
      s.cursor = s.limit - v_2;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (s.find_among_b(a_40) === 0) {
          break lab0;
        }
        s.slice_from("ετ");
        break;
      }
      s.cursor = s.limit - v_2;
      s.ket = s.cursor;
      break;
    }
    s.bra = s.cursor;
    if (s.find_among_b(a_41) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ετ");
    return true;
  }

  function r_step_5d(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_42) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (!s.eq_s_b("αρχ")) {
          break lab0;
        }
        if (s.cursor > s.limit_backward) {
          break lab0;
        }
        s.slice_from("οντ");
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (!s.eq_s_b("κρε")) {
        return false;
      }
      s.slice_from("ωντ");
      break;
    }
    return true;
  }

  function r_step_5e(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_43) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (!s.eq_s_b("ον")) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ομαστ");
    return true;
  }

  function r_step_5f(): boolean {
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (!s.eq_s_b("ιεστε")) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      B_test1 = false;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (s.find_among_b(a_44) === 0) {
        break lab0;
      }
      if (s.cursor > s.limit_backward) {
        break lab0;
      }
      s.slice_from("ιεστ");
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    if (!s.eq_s_b("εστε")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_45) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ιεστ");
    return true;
  }

  function r_step_5g(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_46) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_del();
      B_test1 = false;
    }
    s.cursor = s.limit - v_1;
    s.ket = s.cursor;
    if (s.find_among_b(a_49) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_2 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (s.find_among_b(a_47) === 0) {
          break lab0;
        }
        s.slice_from("ηκ");
        break;
      }
      s.cursor = s.limit - v_2;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (s.find_among_b(a_48) === 0) {
        return false;
      }
      if (s.cursor > s.limit_backward) {
        return false;
      }
      s.slice_from("ηκ");
      break;
    }
    return true;
  }

  function r_step_5h(): boolean {
    let v_1 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_52) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (s.find_among_b(a_50) === 0) {
          break lab0;
        }
        s.slice_from("ουσ");
        break;
      }
      s.cursor = s.limit - v_1;
      s.ket = s.cursor;
      s.bra = s.cursor;
      if (s.find_among_b(a_51) === 0) {
        return false;
      }
      if (s.cursor > s.limit_backward) {
        return false;
      }
      s.slice_from("ουσ");
      break;
    }
    return true;
  }

  function r_step_5i(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    s.ket = s.cursor;
    if (s.find_among_b(a_55) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    while (true) {
      v_1 = s.limit - s.cursor;
      lab0: {
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (!s.eq_s_b("κολλ")) {
          break lab0;
        }
        s.slice_from("αγ");
        break;
      }
      s.cursor = s.limit - v_1;
      while (true) {
        v_2 = s.limit - s.cursor;
        lab0: {
          s.ket = s.cursor;
          s.bra = s.cursor;
          among_var = s.find_among_b(a_53);
          if (among_var === 0) {
            break lab0;
          }
          if (among_var === 1) {
            s.slice_from("αγ");
          }
          break;
        }
        s.cursor = s.limit - v_2;
        s.ket = s.cursor;
        s.bra = s.cursor;
        if (s.find_among_b(a_54) === 0) {
          return false;
        }
        if (s.cursor > s.limit_backward) {
          return false;
        }
        s.slice_from("αγ");
        break;
      }
      break;
    }
    return true;
  }

  function r_step_5j(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_56) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_57) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ησ");
    return true;
  }

  function r_step_5k(): boolean {
    s.ket = s.cursor;
    if (!s.eq_s_b("ηστε")) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_58) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ηστ");
    return true;
  }

  function r_step_5l(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_59) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_60) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ουν");
    return true;
  }

  function r_step_5m(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_61) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    B_test1 = false;
    s.ket = s.cursor;
    s.bra = s.cursor;
    if (s.find_among_b(a_62) === 0) {
      return false;
    }
    if (s.cursor > s.limit_backward) {
      return false;
    }
    s.slice_from("ουμ");
    return true;
  }

  function r_step_6(): boolean {
    let v_1 = 0;
    v_1 = s.limit - s.cursor;
    lab0: {
      s.ket = s.cursor;
      if (s.find_among_b(a_63) === 0) {
        break lab0;
      }
      s.bra = s.cursor;
      s.slice_from("μα");
    }
    s.cursor = s.limit - v_1;
    if (!B_test1) {
      return false;
    }
    s.ket = s.cursor;
    if (s.find_among_b(a_64) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function r_step_7(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_65) === 0) {
      return false;
    }
    s.bra = s.cursor;
    s.slice_del();
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_10 = 0;
    let v_11 = 0;
    let v_12 = 0;
    let v_13 = 0;
    let v_14 = 0;
    let v_15 = 0;
    let v_16 = 0;
    let v_17 = 0;
    let v_18 = 0;
    let v_19 = 0;
    let v_2 = 0;
    let v_20 = 0;
    let v_21 = 0;
    let v_22 = 0;
    let v_23 = 0;
    let v_24 = 0;
    let v_25 = 0;
    let v_26 = 0;
    let v_27 = 0;
    let v_28 = 0;
    let v_29 = 0;
    let v_3 = 0;
    let v_30 = 0;
    let v_31 = 0;
    let v_32 = 0;
    let v_33 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_tolower();
    s.cursor = s.limit - v_1;
    if (s.current.length < 3) {
      return false;
    }
    B_test1 = true;
    v_2 = s.limit - s.cursor;
    r_step_1();
    s.cursor = s.limit - v_2;
    v_3 = s.limit - s.cursor;
    r_step_s1();
    s.cursor = s.limit - v_3;
    v_4 = s.limit - s.cursor;
    r_step_s2();
    s.cursor = s.limit - v_4;
    v_5 = s.limit - s.cursor;
    r_step_s3();
    s.cursor = s.limit - v_5;
    v_6 = s.limit - s.cursor;
    r_step_s4();
    s.cursor = s.limit - v_6;
    v_7 = s.limit - s.cursor;
    r_step_s5();
    s.cursor = s.limit - v_7;
    v_8 = s.limit - s.cursor;
    r_step_s6();
    s.cursor = s.limit - v_8;
    v_9 = s.limit - s.cursor;
    r_step_s7();
    s.cursor = s.limit - v_9;
    v_10 = s.limit - s.cursor;
    r_step_s8();
    s.cursor = s.limit - v_10;
    v_11 = s.limit - s.cursor;
    r_step_s9();
    s.cursor = s.limit - v_11;
    v_12 = s.limit - s.cursor;
    r_step_s10();
    s.cursor = s.limit - v_12;
    v_13 = s.limit - s.cursor;
    r_step_2a();
    s.cursor = s.limit - v_13;
    v_14 = s.limit - s.cursor;
    r_step_2b();
    s.cursor = s.limit - v_14;
    v_15 = s.limit - s.cursor;
    r_step_2c();
    s.cursor = s.limit - v_15;
    v_16 = s.limit - s.cursor;
    r_step_2d();
    s.cursor = s.limit - v_16;
    v_17 = s.limit - s.cursor;
    r_step_3();
    s.cursor = s.limit - v_17;
    v_18 = s.limit - s.cursor;
    r_step_4();
    s.cursor = s.limit - v_18;
    v_19 = s.limit - s.cursor;
    r_step_5a();
    s.cursor = s.limit - v_19;
    v_20 = s.limit - s.cursor;
    r_step_5b();
    s.cursor = s.limit - v_20;
    v_21 = s.limit - s.cursor;
    r_step_5c();
    s.cursor = s.limit - v_21;
    v_22 = s.limit - s.cursor;
    r_step_5d();
    s.cursor = s.limit - v_22;
    v_23 = s.limit - s.cursor;
    r_step_5e();
    s.cursor = s.limit - v_23;
    v_24 = s.limit - s.cursor;
    r_step_5f();
    s.cursor = s.limit - v_24;
    v_25 = s.limit - s.cursor;
    r_step_5g();
    s.cursor = s.limit - v_25;
    v_26 = s.limit - s.cursor;
    r_step_5h();
    s.cursor = s.limit - v_26;
    v_27 = s.limit - s.cursor;
    r_step_5j();
    s.cursor = s.limit - v_27;
    v_28 = s.limit - s.cursor;
    r_step_5i();
    s.cursor = s.limit - v_28;
    v_29 = s.limit - s.cursor;
    r_step_5k();
    s.cursor = s.limit - v_29;
    v_30 = s.limit - s.cursor;
    r_step_5l();
    s.cursor = s.limit - v_30;
    v_31 = s.limit - s.cursor;
    r_step_5m();
    s.cursor = s.limit - v_31;
    v_32 = s.limit - s.cursor;
    r_step_6();
    s.cursor = s.limit - v_32;
    v_33 = s.limit - s.cursor;
    r_step_7();
    s.cursor = s.limit - v_33;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "ΐάέήίΰςϊϋόύώ";

export const stopWords =
  "";
