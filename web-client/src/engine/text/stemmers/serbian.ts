// Generated from serbian.sbl by Snowball 3.1.1 (BSD licence, https://snowballstem.org/)
// and translated from Python by scripts/generate_stemmers.py. Do not edit.
import type { SnowballProgram } from "./snowball.ts";

export function makeStem(s: SnowballProgram): (word: string) => string {
  const g_v = "aeiou";
  const g_sa = "ćčđšž";
  const g_ca = "bcdfghjklmnprstvzćčđšž";
  const g_rg = "r";
  let I_p1: number = 0;
  let B_no_diacritics: boolean = false;
  const a_0 = s.among([
    null, "а", "б", "в", "г", "д", "ђ", "е", "ж", "з", "и", "ј", "к", "л", "љ", "м", "н", "њ", "о", "п", "р", "с",
    "т", "ћ", "у", "ф", "х", "ц", "ч", "џ", "ш",
  ]);
  const as_0 = ["a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š"] as const;
  const a_1 = s.among_b([
    null, "lozima,lozi", "pesima,pesi", "vojci", "bojci", "jacima,jaci", "čajan", "cajan", "eran", "laran", "esan",
    "anjac", "ajaca,ajac", "ljaca,ljac", "ejaca,ejac", "ojaca,ojac", "ajaka", "ojaka", "šaca,šac", "inzima,inzi",
    "tvenici", "teticima,tetici", "nstava", "nicima", "ticima", "zicima", "snici", "kuse", "kusan", "kustava",
    "dušan", "dusan", "antan", "bilan", "tilan", "avilan", "silan", "gilan", "rilan", "nilan", "alan", "ozan", "rave",
    "stavan", "pravan", "tivan", "sivan", "atan", "enat", "tetan", "pletan", "šave", "save", "anata", "ačaka,ačak",
    "acaka,acak", "ušak", "usak", "ataka,atcima,atci,atak", "etaka,etak", "itaka,itci,itak", "otaka,otak",
    "utaka,utcima,utci,utak", "eskan", "tičan", "tican", "ojsci", "esama", "metara,metar", "centara,centar",
    "istara,istar", "ošću", "oscu", "daba", "čcima,čci", "maca,mac", "naca,nac", "voljan", "anaka", "vaca,vac",
    "saca,sac", "raca,rac", "alaca,aoca,alac", "elaca,elac", "olaca,olac,olce", "njaca,njac", "ekata,ekat",
    "izama,izam", "jebe", "baci", "ašan", "asan",
  ]);
  const a_2 = s.among_b([
    null,
    "skijega,skega,skoga,skija,ska,skijima,skima,skije,ske,skome,skijeg,skog,skijih,skih,skiji,ski,skijoj,skoj,skijem,skem,skijim,skim,skom,sko,sku,skijemu,skemu,skomu",
    "škijega,škega,škoga,škija,ška,škijima,škima,škije,ške,škome,škijeg,škog,škijih,ških,škiji,ški,škijoj,škoj,škijem,škem,škijim,škim,škom,ško,šku,škijemu,škemu,škomu",
    "stvima,stva,stvom,stvo,stvu", "štvima,štva,štvom,štvo,štvu",
    "tanija,tanijama,tanijima,tanije,taniji,tanijom,taniju", "manija,manijama,manijima,manije,maniji,manijom,maniju",
    "panija,panijama,panijima,panije,paniji,panijom,paniju", "ranija,ranijama,ranijima,ranije,raniji,ranijom,raniju",
    "ganija,ganijama,ganijima,ganije,ganiji,ganijom,ganiju",
    "anega,anima,ana,anina,ane,anine,aneg,ani,anem,anom,aninom,anin,anemu,anu,aninu",
    "inama,inima,ina,ine,ini,inom,ino,inu", "onima,onovima,ona,onova,one,onove,oni,onovi,onom,onu",
    "nijega,nega,noga,nija,nula,nijima,nima,na,nuta,nije,nule,nome,ne,nete,nite,nuste,nijeg,neg,nog,nijih,nih,niji,nuli,ni,nuti,nući,nuvši,nijoj,noj,nijem,nem,nijim,nim,nom,nulo,nemo,nimo,nusmo,no,nuto,nuo,nut,niju,nijemu,nemu,nomu,nu,neš",
    "aćega,aćoga,aćima,aća,aćome,aće,aćeg,aćog,aćih,aćuh,aćoj,aćem,aćim,aćom,aćemu,aćomu",
    "ećega,ećoga,ećima,eća,ećome,eće,ećeg,ećog,ećih,ećuh,ećoj,ećem,ećim,ećom,ećemu,ećomu",
    "ućega,ućoga,ućima,uća,ućome,uće,ućeg,ućog,ućih,ućuh,ućoj,ućem,ućim,ućom,ućemu,ućomu",
    "ugovima,ugova,ugove,ugovi", "uga,ugama,uge,ugi,ugom,ugo,ugu", "loga,logama,loge,logom,logu",
    "ga,gama,govima,gova,ge,gove,gi,govi,gom,go,gu", "rarija,rarijem,rario,rariju", "otija,otijem,otio,otiju",
    "sija,sijem,sio,siju", "lija,lijem,lio,liju", "uje,ujete,ujući,ujem,ujemo,ujmo,uju,uješ",
    "caja,cajama,cajima,cajevima,cajeva,caje,cajeve,caji,cajevi,cajem,caju",
    "čaja,čajama,čajima,čajevima,čajeva,čaje,čajeve,čaji,čajevi,čajem,čaju",
    "ćaja,ćajama,ćajima,ćajevima,ćajeva,ćaje,ćajeve,ćaji,ćajevi,ćajem,ćaju",
    "đaja,đajama,đajima,đajevima,đajeva,đaje,đajeve,đaji,đajevi,đajem,đaju",
    "laja,lajama,lajima,lajevima,lajeva,laje,lajeve,laji,lajevi,lajem,laju",
    "raja,rajama,rajima,rajevima,rajeva,raje,rajeve,raji,rajevi,rajem,raju",
    "bija,bijama,bijima,bije,biji,bijom,bijo,biju", "cija,cijama,cijima,cije,ciji,cijom,cijo,ciju",
    "dija,dijama,dijima,dije,diji,dijom,dijo,diju", "lijama,lijima,lije,liji,lijom,lijo", "nijama,nijom,nijo",
    "mija,mijama,mijima,mije,miji,mijom,mijo,miju", "žija,žijama,žijima,žije,žiji,žijom,žijo,žiju",
    "gija,gijama,gijima,gije,giji,gijom,gijo,giju", "fija,fijama,fijima,fije,fiji,fijom,fijo,fiju",
    "pija,pijama,pijima,pije,piji,pijom,pijo,piju", "rija,rijama,rijima,rije,riji,rijom,rijo,riju",
    "sijama,sijima,sije,siji,sijom,sijo", "tija,tijama,tijima,tije,tiji,tijom,tijo,tiju",
    "zija,zijama,zijima,zije,ziji,zijom,zijo,ziju", "nala,nalama,nalima,nale,nali,nalom,nalo,nalu",
    "ijala,ijalama,ijalima,ijale,ijali,ijalom,ijalo,ijalu", "ozila,ozilima,ozile,ozili,ozilom,ozilu",
    "olovima,olova,olove,olovi", "ola,olima,ole,oli,olom,olu", "lemama,lema,lemima,leme,lemi,lemom,lemo,lemu",
    "ramama,rama,rame,rami,ramom,ramo,ramu", "arama,arima,ara,are,ari,arom,aru", "drama,drima,dra,dre,dri,drom,dru",
    "erama,erima,era,ere,eri,erom,eru", "orama,orima,ora,ore,ori,orom,oru", "esima,esa,ese,esom,esu",
    "isima,isa,ise,isom,isu", "tašama,tašima,taša,taše,taši,tašem,tašom,tašu",
    "našama,našima,naša,naše,naši,našem,našom,našu", "jašama,jašima,jaša,jaše,jaši,jašem,jašom,jašu",
    "kašama,kašima,kaša,kaše,kaši,kašem,kašom,kašu", "bašama,bašima,baša,baše,baši,bašem,bašom,bašu",
    "gašama,gašima,gaša,gaše,gaši,gašem,gašom,gašu", "vašama,vašima,vaša,vaše,vaši,vašem,vašom,vašu",
    "ešama,ešima,eša,eše,eši,ešem,ešom,ešu", "išama,išima,iša,iše,iši,išem,išom,išu",
    "ikatima,ikata,ikate,ikati,ikatom,ikato,ikatu", "latima,lata,late,lati,latom,lato,latu",
    "etama,etima,eta,ete,eti,etući,etavši,etem,etom,etemo,etimo,eto,etu,eteš",
    "estama,estima,esta,este,esti,estom,esto,estu", "istama,istima,ista,iste,isti,istom,isto,istu",
    "kstama,kstima,ksta,kste,ksti,kstom,ksto,kstu", "ostama,ostima,osta,oste,osti,ostom,osto,ostu",
    "ištima,išta,ište,ištem,ištu", "ovala,ovale,ovaste,ovaše,ovah,ovali,ovati,ovao,ovalo,ovasmo,ovat,ovahu",
    "avijega,avega,avoga,avija,avama,avijima,avima,ava,avije,avome,ave,avijeg,aveg,avog,avijih,avih,aviji,avi,avijoj,avoj,avijem,avem,avijim,avim,avom,avo,aviju,avijemu,avemu,avomu,avu",
    "evijega,evega,evoga,evija,evama,evijima,evima,eva,evije,evome,eve,evijeg,eveg,evog,evijih,evih,eviji,evi,evijoj,evoj,evijem,evem,evijim,evim,evom,evo,eviju,evijemu,evemu,evomu,evu",
    "ivijega,ivega,ivoga,ivija,ivama,ivijima,ivima,iva,ivije,ivome,ive,ivijeg,iveg,ivog,ivijih,ivih,iviji,ivi,ivijoj,ivoj,ivijem,ivem,ivijim,ivim,ivom,ivo,iviju,ivijemu,ivemu,ivomu,ivu",
    "ovijega,ovega,ovoga,ovija,ovijima,ovima,ova,ovije,ovome,ove,ovijeg,oveg,ovog,ovijih,ovih,oviji,ovi,ovijoj,ovoj,ovijem,ovijim,ovim,ovom,ovo,oviju,ovijemu,ovemu,ovomu,ovu",
    "movima,mova,move,movi,movom,movu", "lovima,lova,love,lovi,lovom,lovu",
    "elijega,elega,eloga,elija,ela,elijima,elima,elije,ele,elome,elijeg,eleg,elog,elijih,elih,eliji,eli,elijoj,eloj,elijem,elem,elijim,elim,elom,elo,eliju,elu,elijemu,elemu,elomu",
    "anjijega,anjega,anjoga,anjija,anja,anjijima,anjima,anjije,anje,anjome,anjijeg,anjeg,anjog,anjijih,anjih,anjiji,anji,anjijoj,anjoj,anjijem,anjem,anjijim,anjim,anjom,anjo,anjiju,anju,anjijemu,anjemu,anjomu",
    "enjijega,enjega,enjoga,enjija,enja,enjijima,enjima,enjije,enje,enjome,enjijeg,enjeg,enjog,enjijih,enjih,enjiji,enji,enjijoj,enjoj,enjijem,enjem,enjijim,enjim,enjom,enjo,enjiju,enju,enjijemu,enjemu,enjomu",
    "šnjijega,šnjega,šnjoga,šnjija,šnja,šnjijima,šnjima,šnjije,šnje,šnjome,šnjijeg,šnjeg,šnjog,šnjijih,šnjih,šnjiji,šnji,šnjijoj,šnjoj,šnjijem,šnjem,šnjijim,šnjim,šnjom,šnjo,šnjiju,šnju,šnjijemu,šnjemu,šnjomu",
    "enega,eneg,enem,enemu", "šnega,šneg,šnem,šnemu",
    "činoga,činama,činima,čina,činome,čine,činog,činih,čini,činoj,činim,činom,čino,činomu,činu",
    "rošila,rošile,rošite,rošiste,rošiše,roših,rošili,rošiti,rošivši,rošim,rošio,rošilo,rošimo,rošismo,rošit,rošiš",
    "ošijega,ošega,ošoga,ošija,ošijima,ošima,oša,ošije,ošome,oše,ošijeg,ošeg,ošog,ošijih,oših,ošiji,oši,ošijoj,ošoj,ošijem,ošem,ošijim,ošim,ošom,ošiju,ošijemu,ošemu,ošomu,ošu",
    "evitijega,evitega,evitoga,evitija,evitijima,evitima,evita,evitije,evitome,evite,evitijeg,evitog,evitijih,evitih,evitiji,eviti,evitijoj,evitoj,evitijem,evitem,evitijim,evitim,evitom,evito,evitijemu,evitemu,evitomu,evitu",
    "ovitijega,ovitega,ovitoga,ovitija,ovitijima,ovitima,ovita,ovitije,ovitome,ovite,ovitijeg,ovitog,ovitijih,ovitih,ovitiji,oviti,ovitijoj,ovitoj,ovitijem,ovitem,ovitijim,ovitim,ovitom,ovito,ovitijemu,ovitemu,ovitomu,ovitu",
    "astijega,astega,astoga,astija,astijima,astima,asta,astije,astome,aste,astijeg,astog,astijih,astih,astiji,asti,astijoj,astoj,astijem,astem,astijim,astim,astom,asto,astijemu,astemu,astomu,astu",
    "kijega,kega,koga,kija,ka,kijima,kima,kije,ke,kome,kijeg,keg,kog,kijih,kih,kiji,ki,kijoj,koj,kijem,kem,kijim,kim,kom,ko,kiju,ku,kijemu,kemu,komu,kov",
    "evala,evana,evale,evane,evate,evajte,evaste,evaše,evah,evali,evani,evati,evajući,evaj,evam,evan,evao,evalo,evamo,evajmo,evasmo,evano,evat,evahu,evaju,evav,evaš",
    "avala,avana,avale,avane,avate,avajte,avaste,avaše,avah,avali,avani,avati,avajući,avaj,avam,avan,avao,avalo,avamo,avajmo,avasmo,avano,avat,avahu,avaju,avav,avaš",
    "ivala,ivana,ivale,ivane,ivate,ivajte,ivaste,ivaše,ivah,ivali,ivani,ivati,ivajući,ivaj,ivam,ivan,ivao,ivalo,ivamo,ivajmo,ivasmo,ivano,ivat,ivahu,ivaju,ivav,ivaš",
    "uvala,uvana,uvale,uvane,uvate,uvajte,uvaste,uvaše,uvah,uvali,uvani,uvati,uvajući,uvaj,uvam,uvan,uvao,uvalo,uvamo,uvajmo,uvasmo,uvano,uvat,uvahu,uvaju,uvav,uvaš",
    "irala,iruje,irale,irate,irujete,irujte,iraste,iraše,irah,irali,irati,irajući,irujući,iravši,iruj,iral,iram,irujem,iran,irao,iralo,iramo,irujemo,irujmo,irasmo,irat,irivat,irahu,iraju,iruju,iraš,iruješ",
    "ačila,ačena,ačile,ačene,ačite,ačiste,ače,ačiše,ačih,ačili,ačeni,ačiti,ačeći,ači,ačim,ačen,ačio,ačilo,ačimo,ačismo,ačeno,ačit,ačiš",
    "ačala,ačana,ačale,ačane,ačate,ačaste,ačaše,ačah,ačali,ačani,ačati,ačavši,ačam,ačan,ačao,ačalo,ačamo,ačasmo,ačano,ačat,ačahu,ačaju,ačaš",
    "nila,nile,niste,nili,niti,nivši,nio,nilo,nismo,niš",
    "ala,alama,alima,aje,ale,ate,ajte,aše,ah,ali,ati,ajući,avši,aj,aloj,al,am,ajem,alom,an,ao,alo,amo,ajmo,asmo,ano,at,ahu,aju,alu,aš",
    "urala,urana,urale,urane,urate,urajte,uraste,uraše,urah,urali,urani,urati,urajući,uraj,ural,uram,uran,urao,uralo,uramo,urajmo,urasmo,urano,urat,urahu,uraju,uraš",
    "astajala,astaje,astajale,astajete,astajte,astajaste,astajaše,astajah,astajali,astajati,astajući,astajem,astajao,astajalo,astajemo,astajmo,astajasmo,astajat,astajahu,astaju,astaješ",
    "istajala,istaje,istajale,istajete,istajte,istajaste,istajaše,istajah,istajali,istajati,istajući,istajem,istajao,istajalo,istajemo,istajmo,istajasmo,istajat,istajahu,istaju,istaješ",
    "ostajala,ostaje,ostajale,ostajete,ostajte,ostajaste,ostajaše,ostajah,ostajali,ostajati,ostajući,ostajem,ostajao,ostajalo,ostajemo,ostajmo,ostajasmo,ostajat,ostajahu,ostaju,ostaješ",
    "aja,ajama,ajima,ajevima,ajeva,ajeve,aji,ajevi",
    "astala,astanila,astade,astale,astane,astadete,astanete,astanite,astadoste,astadoše,astadoh,astali,astati,astavši,astadem,astanem,astao,astalo,astademo,astanemo,astanimo,astadosmo,astat,astadu,astanu,astadeš,astaneš",
    "istala,istanila,istade,istale,istane,istadete,istanete,istanite,istadoste,istadoše,istadoh,istali,istati,istavši,istadem,istanem,istao,istalo,istademo,istanemo,istanimo,istadosmo,istat,istadu,istanu,istadeš,istaneš",
    "ostala,ostanila,ostade,ostale,ostane,ostadete,ostanete,ostanite,ostadoste,ostadoše,ostadoh,ostali,ostati,ostavši,ostadem,ostanem,ostao,ostalo,ostademo,ostanemo,ostanimo,ostadosmo,ostat,ostadu,ostanu,ostadeš,ostaneš",
    "tala,tana,tale,tane,tate,tajte,taste,tah,tali,tani,tati,tavši,taj,tam,tan,tao,talo,tamo,tajmo,tasmo,tano,tat,taju,taš",
    "injala,injale,injete,injaste,injaše,injah,injali,injati,injem,injao,injalo,injemo,injasmo,injat,injahu,inješ",
    "asla,asle,astete,astite,asli,astući,aslo,astemo,astimo,asteš",
    "ila,ilama,ilima,ije,ile,ijete,ite,ijte,ih,ili,iti,ieći,ivši,ij,il,ijem,im,ilom,io,ilo,ijemo,imo,ijmo,ismo,it,iju,ilu,iješ,iš",
    "lučila,lučena,lučuje,lučile,lučene,lučujete,lučite,lučujte,lučiste,luče,lučiše,lučih,lučili,lučeni,lučiti,lučujući,luči,lučuj,lučujem,lučim,lučen,lučio,lučilo,lučujemo,lučimo,lučujmo,lučismo,lučeno,lučit,lučuju,lučuješ,lučiš",
    "jetila,jetile,jetite,jetiste,jetiše,jetih,jetili,jetiti,jetim,jetio,jetilo,jetimo,jetismo,jetit,jetiš",
    "elama,el,em,emo,eš",
    "atijega,atega,atoga,atija,atijima,atima,ata,atije,atome,atijeg,ateg,atog,atijih,atih,atiji,atoj,atijem,atem,atijim,atim,atom,ato,atiju,atijemu,atemu,atomu,atu",
    "lucila,lucena,luce,lucuje,lucile,lucene,lucise,lucujete,lucite,lucujte,luciste,lucih,lucujuci,luci,lucili,luceni,luciti,lucuj,lucujem,lucim,lucen,lucio,lucilo,lucujemo,lucimo,lucujmo,lucismo,luceno,lucujes,lucis,lucit,lucuju",
    "snjijega,snjega,snjoga,snjija,snja,snjijima,snjima,snjije,snje,snjome,snjijeg,snjeg,snjog,snjijih,snjih,snjiji,snji,snjijoj,snjoj,snjem,snjijim,snjim,snjom,snjo,snjiju,snju,snjijemu,snjemu,snjomu",
    "osijega,osega,osoga,osija,osijima,osima,osa,osije,osome,ose,osijeg,oseg,osog,osijih,osih,osiji,osi,osijoj,osoj,snjijem,osijem,osem,osijim,osim,osom,osiju,osijemu,osemu,osomu,osu",
    "aca,acega,acoga,acila,acima,acena,ace,acile,acome,acene,acise,acite,aciste,aceg,acog,acih,acuh,aci,aceci,acili,aceni,aciti,acoj,acem,acim,acom,acen,acio,acilo,acimo,acismo,aceno,acis,acit,acemu,acomu",
    "eca,ecega,ecoga,ecima,ece,ecome,eceg,ecog,ecih,ecuh,ecoj,ecem,ecim,ecom,ecemu,ecomu",
    "uca,ucega,ucoga,ucima,uce,ucome,uceg,ucog,ucih,ucuh,ucoj,ucem,ucim,ucom,ucemu,ucomu",
    "rosila,rosile,rosise,rosite,rosiste,rosih,rosili,rosivsi,rositi,rosim,rosio,rosilo,rosimo,rosismo,rosis,rosit",
    "acala,acana,acale,acane,acase,acate,acaste,acah,acali,acani,acavsi,acati,acam,acan,acao,acalo,acamo,acasmo,acano,acas,acat,acahu,acaju",
    "jasama,jasima,jasa,jase,jasi,jasem,jasom,jasu", "tasama,tasima,tasa,tase,tasi,tasem,tasom,tasu",
    "gasama,gasima,gasa,gase,gasi,gasem,gasom,gasu", "nasama,nasima,nasa,nase,nasi,nasem,nasom,nasu",
    "kasama,kasima,kasa,kase,kasi,kasem,kasom,kasu", "vasama,vasima,vasa,vase,vasi,vasem,vasom,vasu",
    "basama,basima,basa,base,basi,basem,basom,basu", "astuci,astes",
    "cinoga,cinama,cinima,cina,cinome,cine,cinog,cinih,cini,cinoj,cinim,cinom,cino,cinomu,cinu",
    "astajase,astajuci,astajes", "istajase,istajuci,istajes", "ostajase,ostajuci,ostajes",
    "astadose,astavsi,astades,astanes", "istadose,istavsi,istades,istanes", "ostadose,ostavsi,ostades,ostanes",
    "avase,avajuci,avas", "evase,evajuci,evas", "ivase,ivajuci,ivas", "uvase,uvajuci,uvas", "ovase", "jetise,jetis",
    "injase,injes", "istem", "esama,esi,esem", "etuci,etavsi,etes", "isama,isi,isem",
    "irase,irajuci,irujuci,iravsi,iras,irujes", "urase,urajuci,uras", "ujuci,ujes", "nivsi,nis",
    "snega,sneg,snem,snemu", "tavsi,tas", "ase,ajuci,avsi,as", "ieci,ivsi,ijes,is", "es", "nuci,nuvsi,nes",
  ]);
  const a_3 = s.among_b([
    null, "a,oga,ama,ima,ena,e,og,anog,enog,anih,enih,i,ani,eni,anoj,enoj,anim,enim,om,enom,o,ano,eno,ost,u,enu",
  ]);

  function r_cyr_to_lat(): boolean {
    let among_var = 0;
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          while (true) {
            v_3 = s.cursor;
            lab2: {
              s.bra = s.cursor;
              among_var = s.find_among(a_0);
              if (among_var === 0) {
                break lab2;
              }
              s.ket = s.cursor;
              s.slice_from(as_0[among_var - 1]!);
              s.cursor = v_3;
              break;
            }
            s.cursor = v_3;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          continue;
        }
        s.cursor = v_2;
        break;
      }
    }
    s.cursor = v_1;
    return true;
  }

  function r_prelude(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    let v_4 = 0;
    let v_5 = 0;
    let v_6 = 0;
    let v_7 = 0;
    let v_8 = 0;
    let v_9 = 0;
    v_1 = s.cursor;
    lab0: {
      while (true) {
        v_2 = s.cursor;
        lab1: {
          while (true) {
            v_3 = s.cursor;
            lab2: {
              if (!s.in_grouping(g_ca)) {
                break lab2;
              }
              s.bra = s.cursor;
              if (!s.eq_s("ije")) {
                break lab2;
              }
              s.ket = s.cursor;
              if (!s.in_grouping(g_ca)) {
                break lab2;
              }
              s.slice_from("e");
              s.cursor = v_3;
              break;
            }
            s.cursor = v_3;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          continue;
        }
        s.cursor = v_2;
        break;
      }
    }
    s.cursor = v_1;
    v_4 = s.cursor;
    lab0: {
      while (true) {
        v_5 = s.cursor;
        lab1: {
          while (true) {
            v_6 = s.cursor;
            lab2: {
              if (!s.in_grouping(g_ca)) {
                break lab2;
              }
              s.bra = s.cursor;
              if (!s.eq_s("je")) {
                break lab2;
              }
              s.ket = s.cursor;
              if (!s.in_grouping(g_ca)) {
                break lab2;
              }
              s.slice_from("e");
              s.cursor = v_6;
              break;
            }
            s.cursor = v_6;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          continue;
        }
        s.cursor = v_5;
        break;
      }
    }
    s.cursor = v_4;
    v_7 = s.cursor;
    lab0: {
      while (true) {
        v_8 = s.cursor;
        lab1: {
          while (true) {
            v_9 = s.cursor;
            lab2: {
              s.bra = s.cursor;
              if (!s.eq_s("dj")) {
                break lab2;
              }
              s.ket = s.cursor;
              s.slice_from("đ");
              s.cursor = v_9;
              break;
            }
            s.cursor = v_9;
            if (s.cursor >= s.limit) {
              break lab1;
            }
            s.cursor += 1;
          }
          continue;
        }
        s.cursor = v_8;
        break;
      }
    }
    s.cursor = v_7;
    return true;
  }

  function r_mark_regions(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    B_no_diacritics = true;
    v_1 = s.cursor;
    lab0: {
      if (!s.go_out_grouping(g_sa)) {
        break lab0;
      }
      s.cursor += 1;
      B_no_diacritics = false;
    }
    s.cursor = v_1;
    I_p1 = s.limit;
    v_2 = s.cursor;
    lab0: {
      if (!s.go_out_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
      I_p1 = s.cursor;
      if (I_p1 >= 2) {
        break lab0;
      }
      if (!s.go_in_grouping(g_v)) {
        break lab0;
      }
      s.cursor += 1;
      I_p1 = s.cursor;
    }
    s.cursor = v_2;
    v_3 = s.cursor;
    lab0: {
      while (true) {
        lab1: {
          if (!s.eq_s("r")) {
            break lab1;
          }
          break;
        }
        if (s.cursor >= s.limit) {
          break lab0;
        }
        s.cursor += 1;
      }
      while (true) {
        lab1: {
          if (s.cursor < 2) {
            break lab1;
          }
          break;
        }
        if (!s.go_in_grouping(g_rg)) {
          break lab0;
        }
        s.cursor += 1;
        break;
      }
      if (I_p1 - s.cursor <= 1) {
        break lab0;
      }
      I_p1 = s.cursor;
    }
    s.cursor = v_3;
    return true;
  }

  function r_R1(): boolean {
    return I_p1 <= s.cursor;
  }

  function r_Step_1(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_1);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (among_var === 1) {
      s.slice_from("loga");
    } else if (among_var === 2) {
      s.slice_from("peh");
    } else if (among_var === 3) {
      s.slice_from("vojka");
    } else if (among_var === 4) {
      s.slice_from("bojka");
    } else if (among_var === 5) {
      s.slice_from("jak");
    } else if (among_var === 6) {
      s.slice_from("čajni");
    } else if (among_var === 7) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("cajni");
    } else if (among_var === 8) {
      s.slice_from("erni");
    } else if (among_var === 9) {
      s.slice_from("larni");
    } else if (among_var === 10) {
      s.slice_from("esni");
    } else if (among_var === 11) {
      s.slice_from("anjca");
    } else if (among_var === 12) {
      s.slice_from("ajca");
    } else if (among_var === 13) {
      s.slice_from("ljca");
    } else if (among_var === 14) {
      s.slice_from("ejca");
    } else if (among_var === 15) {
      s.slice_from("ojca");
    } else if (among_var === 16) {
      s.slice_from("ajka");
    } else if (among_var === 17) {
      s.slice_from("ojka");
    } else if (among_var === 18) {
      s.slice_from("šca");
    } else if (among_var === 19) {
      s.slice_from("ing");
    } else if (among_var === 20) {
      s.slice_from("tvenik");
    } else if (among_var === 21) {
      s.slice_from("tetika");
    } else if (among_var === 22) {
      s.slice_from("nstva");
    } else if (among_var === 23) {
      s.slice_from("nik");
    } else if (among_var === 24) {
      s.slice_from("tik");
    } else if (among_var === 25) {
      s.slice_from("zik");
    } else if (among_var === 26) {
      s.slice_from("snik");
    } else if (among_var === 27) {
      s.slice_from("kusi");
    } else if (among_var === 28) {
      s.slice_from("kusni");
    } else if (among_var === 29) {
      s.slice_from("kustva");
    } else if (among_var === 30) {
      s.slice_from("dušni");
    } else if (among_var === 31) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("dusni");
    } else if (among_var === 32) {
      s.slice_from("antni");
    } else if (among_var === 33) {
      s.slice_from("bilni");
    } else if (among_var === 34) {
      s.slice_from("tilni");
    } else if (among_var === 35) {
      s.slice_from("avilni");
    } else if (among_var === 36) {
      s.slice_from("silni");
    } else if (among_var === 37) {
      s.slice_from("gilni");
    } else if (among_var === 38) {
      s.slice_from("rilni");
    } else if (among_var === 39) {
      s.slice_from("nilni");
    } else if (among_var === 40) {
      s.slice_from("alni");
    } else if (among_var === 41) {
      s.slice_from("ozni");
    } else if (among_var === 42) {
      s.slice_from("ravi");
    } else if (among_var === 43) {
      s.slice_from("stavni");
    } else if (among_var === 44) {
      s.slice_from("pravni");
    } else if (among_var === 45) {
      s.slice_from("tivni");
    } else if (among_var === 46) {
      s.slice_from("sivni");
    } else if (among_var === 47) {
      s.slice_from("atni");
    } else if (among_var === 48) {
      s.slice_from("enta");
    } else if (among_var === 49) {
      s.slice_from("tetni");
    } else if (among_var === 50) {
      s.slice_from("pletni");
    } else if (among_var === 51) {
      s.slice_from("šavi");
    } else if (among_var === 52) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("savi");
    } else if (among_var === 53) {
      s.slice_from("anta");
    } else if (among_var === 54) {
      s.slice_from("ačka");
    } else if (among_var === 55) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("acka");
    } else if (among_var === 56) {
      s.slice_from("uška");
    } else if (among_var === 57) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("uska");
    } else if (among_var === 58) {
      s.slice_from("atka");
    } else if (among_var === 59) {
      s.slice_from("etka");
    } else if (among_var === 60) {
      s.slice_from("itka");
    } else if (among_var === 61) {
      s.slice_from("otka");
    } else if (among_var === 62) {
      s.slice_from("utka");
    } else if (among_var === 63) {
      s.slice_from("eskna");
    } else if (among_var === 64) {
      s.slice_from("tični");
    } else if (among_var === 65) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ticni");
    } else if (among_var === 66) {
      s.slice_from("ojska");
    } else if (among_var === 67) {
      s.slice_from("esma");
    } else if (among_var === 68) {
      s.slice_from("metra");
    } else if (among_var === 69) {
      s.slice_from("centra");
    } else if (among_var === 70) {
      s.slice_from("istra");
    } else if (among_var === 71) {
      s.slice_from("osti");
    } else if (among_var === 72) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("osti");
    } else if (among_var === 73) {
      s.slice_from("dba");
    } else if (among_var === 74) {
      s.slice_from("čka");
    } else if (among_var === 75) {
      s.slice_from("mca");
    } else if (among_var === 76) {
      s.slice_from("nca");
    } else if (among_var === 77) {
      s.slice_from("voljni");
    } else if (among_var === 78) {
      s.slice_from("anki");
    } else if (among_var === 79) {
      s.slice_from("vca");
    } else if (among_var === 80) {
      s.slice_from("sca");
    } else if (among_var === 81) {
      s.slice_from("rca");
    } else if (among_var === 82) {
      s.slice_from("alca");
    } else if (among_var === 83) {
      s.slice_from("elca");
    } else if (among_var === 84) {
      s.slice_from("olca");
    } else if (among_var === 85) {
      s.slice_from("njca");
    } else if (among_var === 86) {
      s.slice_from("ekta");
    } else if (among_var === 87) {
      s.slice_from("izma");
    } else if (among_var === 88) {
      s.slice_from("jebi");
    } else if (among_var === 89) {
      s.slice_from("baci");
    } else if (among_var === 90) {
      s.slice_from("ašni");
    } else {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("asni");
    }
    return true;
  }

  function r_Step_2(): boolean {
    let among_var = 0;
    s.ket = s.cursor;
    among_var = s.find_among_b(a_2);
    if (among_var === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    if (among_var === 1) {
      s.slice_from("sk");
    } else if (among_var === 2) {
      s.slice_from("šk");
    } else if (among_var === 3) {
      s.slice_from("stv");
    } else if (among_var === 4) {
      s.slice_from("štv");
    } else if (among_var === 5) {
      s.slice_from("tanij");
    } else if (among_var === 6) {
      s.slice_from("manij");
    } else if (among_var === 7) {
      s.slice_from("panij");
    } else if (among_var === 8) {
      s.slice_from("ranij");
    } else if (among_var === 9) {
      s.slice_from("ganij");
    } else if (among_var === 10) {
      s.slice_from("an");
    } else if (among_var === 11) {
      s.slice_from("in");
    } else if (among_var === 12) {
      s.slice_from("on");
    } else if (among_var === 13) {
      s.slice_from("n");
    } else if (among_var === 14) {
      s.slice_from("ać");
    } else if (among_var === 15) {
      s.slice_from("eć");
    } else if (among_var === 16) {
      s.slice_from("uć");
    } else if (among_var === 17) {
      s.slice_from("ugov");
    } else if (among_var === 18) {
      s.slice_from("ug");
    } else if (among_var === 19) {
      s.slice_from("log");
    } else if (among_var === 20) {
      s.slice_from("g");
    } else if (among_var === 21) {
      s.slice_from("rari");
    } else if (among_var === 22) {
      s.slice_from("oti");
    } else if (among_var === 23) {
      s.slice_from("si");
    } else if (among_var === 24) {
      s.slice_from("li");
    } else if (among_var === 25) {
      s.slice_from("uj");
    } else if (among_var === 26) {
      s.slice_from("caj");
    } else if (among_var === 27) {
      s.slice_from("čaj");
    } else if (among_var === 28) {
      s.slice_from("ćaj");
    } else if (among_var === 29) {
      s.slice_from("đaj");
    } else if (among_var === 30) {
      s.slice_from("laj");
    } else if (among_var === 31) {
      s.slice_from("raj");
    } else if (among_var === 32) {
      s.slice_from("bij");
    } else if (among_var === 33) {
      s.slice_from("cij");
    } else if (among_var === 34) {
      s.slice_from("dij");
    } else if (among_var === 35) {
      s.slice_from("lij");
    } else if (among_var === 36) {
      s.slice_from("nij");
    } else if (among_var === 37) {
      s.slice_from("mij");
    } else if (among_var === 38) {
      s.slice_from("žij");
    } else if (among_var === 39) {
      s.slice_from("gij");
    } else if (among_var === 40) {
      s.slice_from("fij");
    } else if (among_var === 41) {
      s.slice_from("pij");
    } else if (among_var === 42) {
      s.slice_from("rij");
    } else if (among_var === 43) {
      s.slice_from("sij");
    } else if (among_var === 44) {
      s.slice_from("tij");
    } else if (among_var === 45) {
      s.slice_from("zij");
    } else if (among_var === 46) {
      s.slice_from("nal");
    } else if (among_var === 47) {
      s.slice_from("ijal");
    } else if (among_var === 48) {
      s.slice_from("ozil");
    } else if (among_var === 49) {
      s.slice_from("olov");
    } else if (among_var === 50) {
      s.slice_from("ol");
    } else if (among_var === 51) {
      s.slice_from("lem");
    } else if (among_var === 52) {
      s.slice_from("ram");
    } else if (among_var === 53) {
      s.slice_from("ar");
    } else if (among_var === 54) {
      s.slice_from("dr");
    } else if (among_var === 55) {
      s.slice_from("er");
    } else if (among_var === 56) {
      s.slice_from("or");
    } else if (among_var === 57) {
      s.slice_from("es");
    } else if (among_var === 58) {
      s.slice_from("is");
    } else if (among_var === 59) {
      s.slice_from("taš");
    } else if (among_var === 60) {
      s.slice_from("naš");
    } else if (among_var === 61) {
      s.slice_from("jaš");
    } else if (among_var === 62) {
      s.slice_from("kaš");
    } else if (among_var === 63) {
      s.slice_from("baš");
    } else if (among_var === 64) {
      s.slice_from("gaš");
    } else if (among_var === 65) {
      s.slice_from("vaš");
    } else if (among_var === 66) {
      s.slice_from("eš");
    } else if (among_var === 67) {
      s.slice_from("iš");
    } else if (among_var === 68) {
      s.slice_from("ikat");
    } else if (among_var === 69) {
      s.slice_from("lat");
    } else if (among_var === 70) {
      s.slice_from("et");
    } else if (among_var === 71) {
      s.slice_from("est");
    } else if (among_var === 72) {
      s.slice_from("ist");
    } else if (among_var === 73) {
      s.slice_from("kst");
    } else if (among_var === 74) {
      s.slice_from("ost");
    } else if (among_var === 75) {
      s.slice_from("išt");
    } else if (among_var === 76) {
      s.slice_from("ova");
    } else if (among_var === 77) {
      s.slice_from("av");
    } else if (among_var === 78) {
      s.slice_from("ev");
    } else if (among_var === 79) {
      s.slice_from("iv");
    } else if (among_var === 80) {
      s.slice_from("ov");
    } else if (among_var === 81) {
      s.slice_from("mov");
    } else if (among_var === 82) {
      s.slice_from("lov");
    } else if (among_var === 83) {
      s.slice_from("el");
    } else if (among_var === 84) {
      s.slice_from("anj");
    } else if (among_var === 85) {
      s.slice_from("enj");
    } else if (among_var === 86) {
      s.slice_from("šnj");
    } else if (among_var === 87) {
      s.slice_from("en");
    } else if (among_var === 88) {
      s.slice_from("šn");
    } else if (among_var === 89) {
      s.slice_from("čin");
    } else if (among_var === 90) {
      s.slice_from("roši");
    } else if (among_var === 91) {
      s.slice_from("oš");
    } else if (among_var === 92) {
      s.slice_from("evit");
    } else if (among_var === 93) {
      s.slice_from("ovit");
    } else if (among_var === 94) {
      s.slice_from("ast");
    } else if (among_var === 95) {
      s.slice_from("k");
    } else if (among_var === 96) {
      s.slice_from("eva");
    } else if (among_var === 97) {
      s.slice_from("ava");
    } else if (among_var === 98) {
      s.slice_from("iva");
    } else if (among_var === 99) {
      s.slice_from("uva");
    } else if (among_var === 100) {
      s.slice_from("ir");
    } else if (among_var === 101) {
      s.slice_from("ač");
    } else if (among_var === 102) {
      s.slice_from("ača");
    } else if (among_var === 103) {
      s.slice_from("ni");
    } else if (among_var === 104) {
      s.slice_from("a");
    } else if (among_var === 105) {
      s.slice_from("ur");
    } else if (among_var === 106) {
      s.slice_from("astaj");
    } else if (among_var === 107) {
      s.slice_from("istaj");
    } else if (among_var === 108) {
      s.slice_from("ostaj");
    } else if (among_var === 109) {
      s.slice_from("aj");
    } else if (among_var === 110) {
      s.slice_from("asta");
    } else if (among_var === 111) {
      s.slice_from("ista");
    } else if (among_var === 112) {
      s.slice_from("osta");
    } else if (among_var === 113) {
      s.slice_from("ta");
    } else if (among_var === 114) {
      s.slice_from("inj");
    } else if (among_var === 115) {
      s.slice_from("as");
    } else if (among_var === 116) {
      s.slice_from("i");
    } else if (among_var === 117) {
      s.slice_from("luč");
    } else if (among_var === 118) {
      s.slice_from("jeti");
    } else if (among_var === 119) {
      s.slice_from("e");
    } else if (among_var === 120) {
      s.slice_from("at");
    } else if (among_var === 121) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("luc");
    } else if (among_var === 122) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("snj");
    } else if (among_var === 123) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("os");
    } else if (among_var === 124) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ac");
    } else if (among_var === 125) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ec");
    } else if (among_var === 126) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("uc");
    } else if (among_var === 127) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("rosi");
    } else if (among_var === 128) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("aca");
    } else if (among_var === 129) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("jas");
    } else if (among_var === 130) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("tas");
    } else if (among_var === 131) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("gas");
    } else if (among_var === 132) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("nas");
    } else if (among_var === 133) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("kas");
    } else if (among_var === 134) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("vas");
    } else if (among_var === 135) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("bas");
    } else if (among_var === 136) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("as");
    } else if (among_var === 137) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("cin");
    } else if (among_var === 138) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("astaj");
    } else if (among_var === 139) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("istaj");
    } else if (among_var === 140) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ostaj");
    } else if (among_var === 141) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("asta");
    } else if (among_var === 142) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ista");
    } else if (among_var === 143) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("osta");
    } else if (among_var === 144) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ava");
    } else if (among_var === 145) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("eva");
    } else if (among_var === 146) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("iva");
    } else if (among_var === 147) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("uva");
    } else if (among_var === 148) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ova");
    } else if (among_var === 149) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("jeti");
    } else if (among_var === 150) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("inj");
    } else if (among_var === 151) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ist");
    } else if (among_var === 152) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("es");
    } else if (among_var === 153) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("et");
    } else if (among_var === 154) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("is");
    } else if (among_var === 155) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ir");
    } else if (among_var === 156) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ur");
    } else if (among_var === 157) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("uj");
    } else if (among_var === 158) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ni");
    } else if (among_var === 159) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("sn");
    } else if (among_var === 160) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("ta");
    } else if (among_var === 161) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("a");
    } else if (among_var === 162) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("i");
    } else if (among_var === 163) {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("e");
    } else {
      if (!B_no_diacritics) {
        return false;
      }
      s.slice_from("n");
    }
    return true;
  }

  function r_Step_3(): boolean {
    s.ket = s.cursor;
    if (s.find_among_b(a_3) === 0) {
      return false;
    }
    s.bra = s.cursor;
    if (!r_R1()) {
      return false;
    }
    s.slice_del();
    return true;
  }

  function run(): boolean {
    let v_1 = 0;
    let v_2 = 0;
    let v_3 = 0;
    r_cyr_to_lat();
    r_prelude();
    r_mark_regions();
    s.limit_backward = s.cursor;
    s.cursor = s.limit;
    v_1 = s.limit - s.cursor;
    r_Step_1();
    s.cursor = s.limit - v_1;
    v_2 = s.limit - s.cursor;
    lab0: {
      while (true) {
        v_3 = s.limit - s.cursor;
        lab1: {
          if (!r_Step_2()) {
            break lab1;
          }
          break;
        }
        s.cursor = s.limit - v_3;
        if (!r_Step_3()) {
          break lab0;
        }
        break;
      }
    }
    s.cursor = s.limit - v_2;
    s.cursor = s.limit_backward;
    return true;
  }

  return (word) => s.stem(word, run);
}

export const knownDiacritics = "ćčđšž";

export const stopWords =
  "";
