/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-lexicon-data.h"

/* What the press says in many words: each group states one thing. Words are
 * written whole; irregular forms stand beside them. */
const LesLexiconGroup les_lexicon_concepts[] = {
  /* talking and dealing with each other */
  { "treffen traf getroffen begegnung zusammenkunft empfangen empfing gipfel gipfeltreffen besuch besuchen zusammentreffen",
    "meet met meeting summit encounter visit" },
  { "gespräch verhandlung verhandeln beratung beraten berät unterredung konsultation dialog austausch diskutieren diskussion erörtern besprechen besprochen sprechen sprach gesprochen reden geredet debatte debattieren treffen sitzung",
    "talk talks negotiation negotiate discuss discussion dialogue consultation conversation debate meeting" },
  { "telefonat telefonieren telefonisch telefongespräch telefon anruf anrufen anrief angerufen",
    "phone telephone call phoned" },
  { "teilnehmen teilnahm teilgenommen teilnehmer nahm beiwohnen begleiten begleiter begleitung anwesend dabei beteiligen beteiligung mitwirken",
    "attend attendance join joined accompany participate participant present" },
  { "delegation unterhändler gesandter sondergesandter abgesandter beauftragter sonderbeauftragter emissär botschafter diplomat vermittler",
    "delegation envoy negotiator emissary ambassador diplomat mediator" },
  { "einigung einigen vereinbarung vereinbaren vereinbart abkommen vertrag kompromiss durchbruch übereinkunft übereinkommen lösung konsens deal pakt",
    "agreement agree deal accord treaty compromise breakthrough pact settlement consensus" },
  { "ablehnung ablehnen abgelehnt lehnt zurückweisen zurückgewiesen verweigern verweigerung weigern absage absagen verwerfen verneinen nein veto",
    "reject rejection refuse refusal decline dismiss rebuff veto" },
  { "zustimmen zustimmung zugestimmt billigen billigung genehmigen genehmigung annehmen angenommen akzeptieren annehmbar befürworten bejahen absegnen",
    "approve approval accept acceptance acceptable endorse consent" },
  { "vorschlag vorschlagen vorgeschlagen anregen anregung entwurf plan konzept initiative idee überlegung skizze vorlage",
    "proposal propose suggest suggestion plan draft concept initiative idea" },
  { "überarbeiten überarbeitung revidieren revision ändern änderung anpassen anpassung nachbessern aktualisieren korrigieren korrektur",
    "revise revision amend amendment change adjust update rework" },
  { "geheim geheimhaltung vertraulich vertraulichkeit diskret diskretion still stillschweigen verschwiegen schweigen heimlich inoffiziell verdeckt",
    "secret secrecy confidential confidentiality discreet silence quiet private unofficial" },
  { "veröffentlichen veröffentlichung publizieren publik bekanntgeben bekannt öffentlich öffentlichkeit enthüllen enthüllung durchsickern leak preisgeben offenlegen",
    "publish publication disclose disclosure reveal revelation leak public release announce" },
  { "detail einzelheit inhalt angabe information näheres",
    "detail content particulars information" },
  { "mitschnitt aufnahme aufzeichnung mitschrift transkript protokoll abschrift tonband",
    "recording transcript tape record" },
  { "bereit bereitschaft willig gewillt willens offen bereiterklären",
    "ready readiness willing willingness prepared open" },
  { "fordern forderung verlangen verlangt einfordern pochen bestehen besteht beharren drängen dringen aufruf aufrufen appell",
    "demand insist insistence require urge call appeal" },
  { "warnen warnung mahnen mahnung androhen drohen drohung bedrohung bedrohen",
    "warn warning threaten threat caution" },
  { "versprechen versprach versprochen zusagen zusage zusichern zusicherung garantie garantieren gelöbnis verpflichten verpflichtung",
    "promise pledge commit commitment guarantee vow assure assurance" },
  { "raten rat ratschlag geraten empfehlen empfehlung tipp hinweis anleitung empfahl",
    "advise advice recommend recommendation tip hint counsel" },
  { "kritik kritisieren kritiker tadel rügen bemängeln beanstanden beklagen klagen vorwerfen vorwurf",
    "criticise criticize criticism critic blame accuse accusation complain" },
  { "loben lob würdigen gratulieren gratulation danken dank dankbar begrüßen anerkennung anerkennen",
    "praise congratulate thank grateful welcome acknowledge applaud" },
  { "verteidigen verteidigung schutz schützen beistehen rechtfertigen rückendeckung",
    "defend defence defense protect protection justify" },
  { "dementieren dementi bestreiten bestritten leugnen abstreiten zurückweisen",
    "deny denial dispute refute" },
  { "bestätigen bestätigung bekräftigen unterstreichen betonen",
    "confirm confirmation affirm reaffirm stress emphasise emphasize" },
  { "fordern wunsch wünschen vorstellung bedingung voraussetzung",
    "demand wish condition precondition requirement" },
  { "streit streitpunkt knackpunkt schlüsselfrage kernfrage streitfrage hürde hindernis uneinigkeit differenzen zwist",
    "dispute sticking hurdle obstacle contention disagreement row" },
  { "zuversicht zuversichtlich optimistisch optimismus hoffnung hoffen",
    "confident confidence optimistic optimism hope hopeful" },
  { "sorge besorgt besorgnis beunruhigung beunruhigen befürchten befürchtung furcht angst bangen",
    "concern concerned worry worried fear alarm anxiety" },
  { "überraschend überraschung unerwartet plötzlich",
    "surprise surprising unexpected sudden" },
  /* moving */
  { "reisen reise reiste fliegen flog flogen geflogen flug rückkehr zurückkehren zurückreisen zurück heimreise heimkehren abreisen aufbrechen fahren fuhr",
    "travel trip fly flew flight return returned journey depart departure head" },
  { "hause heim heimat heimkehr", "home" },
  { "ankommen ankunft eintreffen eingetroffen landen gelandet erreichen", "arrive arrival land reach" },
  { "flucht fliehen floh flüchten geflohen entkommen", "flee fled escape" },
  { "evakuieren evakuierung räumen räumung sicherheit", "evacuate evacuation clear" },
  /* war and peace */
  { "krieg kampf kämpfe kämpfen gefecht konflikt schlacht schlachtfeld krise",
    "war fight fighting battle battlefield conflict combat" },
  { "frieden friedlich friedensplan kriegsende friedensabkommen friedensvertrag",
    "peace peaceful" },
  { "ende enden beenden beendigung abschluss schluss einstellen einstellung aufhören",
    "end ending finish conclude conclusion cease halt stop" },
  { "waffenruhe waffenstillstand feuerpause einfrieren", "ceasefire truce armistice" },
  { "angriff angreifen attacke attackieren anschlag beschuss beschießen bombardieren offensive aggression aggressor überfall",
    "attack assault strike shelling bombard offensive aggression raid" },
  { "armee truppe militär militärisch streitkräfte soldat heer einheit division", "army troops military soldier forces unit" },
  { "gebiet territorium region landesteil staatsgebiet fläche gelände", "territory region area land" },
  { "besetzen besetzt besatzung kontrolle kontrollieren einnehmen erobern eroberung", "occupy occupied occupation control seize capture" },
  { "abtreten abtretung preisgabe preisgeben aufgeben verzicht verzichten nachgeben zugeständnis", "cede cession concede concession relinquish renounce" },
  { "rückzug zurückziehen abzug abziehen", "withdraw withdrawal pullout retreat" },
  { "waffe rüstung aufrüstung munition rakete", "weapon arms missile ammunition" },
  { "sanktion strafmaßnahme embargo", "sanction embargo" },
  { "bündnis allianz mitgliedschaft beitritt mitglied", "alliance membership accession member" },
  /* the state */
  { "regierung kabinett administration führung regierungschef staatsführung", "government cabinet administration leadership" },
  { "präsident staatschef staatsoberhaupt präsidentin", "president" },
  { "kanzler bundeskanzler ministerpräsident premier premierminister regierungschef", "chancellor premier prime" },
  { "minister ministerin ressortchef", "minister secretary" },
  { "sprecher sprecherin regierungssprecher", "spokesman spokeswoman spokesperson" },
  { "berater beraterin beratung vertraute vertrauter", "adviser advisor aide confidant" },
  { "parlament bundestag abgeordneter abgeordnete parlamentarier landtag", "parliament lawmaker congress deputy" },
  { "gesetz gesetzlich verordnung regelung vorschrift erlass", "law legislation legal regulation decree rule" },
  { "wahl wählen wähler abstimmung abstimmen stimme votum gewählt referendum", "election elect vote voter ballot poll referendum" },
  { "partei fraktion koalition bündnis", "party faction coalition" },
  { "rücktritt zurücktreten abtreten rücktrat amtsverzicht", "resign resignation quit" },
  { "ernennen ernennung berufen einsetzen nominieren nominierung", "appoint appointment nominate nomination name" },
  { "entlassen entlassung kündigen kündigung feuern gefeuert absetzen", "dismiss dismissal fire sack layoff" },
  { "beschluss beschließen beschloss beschlossen entscheidung entscheiden entschied verabschieden", "decide decision resolve resolution adopt rule" },
  { "untersuchung untersuchen ermittlung ermitteln prüfen prüfung überprüfen aufklärung ermittler", "investigate investigation inquiry probe examine inspection" },
  { "behörde amt verwaltung stelle", "authority agency office" },
  { "bürgermeister oberbürgermeister rathaus", "mayor" },
  { "protest protestieren demonstration demonstrieren kundgebung demonstrant", "protest demonstration rally march" },
  { "streik streiken ausstand arbeitskampf arbeitsniederlegung warnstreik", "strike walkout stoppage" },
  { "gewerkschaft arbeitnehmervertretung", "union" },
  /* crime and court */
  { "polizei polizist beamter einsatzkräfte ermittler", "police officer" },
  { "festnehmen festnahme festgenommen verhaften verhaftung inhaftieren haft gefasst", "arrest detain detention custody" },
  { "gericht richter justiz kammer", "court judge tribunal" },
  { "urteil verurteilen verurteilt schuldspruch strafe gefängnis", "verdict sentence convict conviction ruling prison" },
  { "prozess verfahren verhandlung", "trial proceedings" },
  { "anklage anklagen angeklagt klage verklagen", "charge indict indictment sue lawsuit" },
  { "täter verdächtig verdächtiger tatverdächtiger", "suspect perpetrator" },
  { "diebstahl stehlen gestohlen raub rauben einbruch einbrechen dieb", "theft steal stolen robbery rob burglary thief" },
  { "mord töten getötet ermorden tötung erschießen", "murder kill killing shoot" },
  { "betrug betrügen täuschung korruption bestechung", "fraud corruption bribe" },
  /* accidents, nature */
  { "tot tod tote toter sterben starb gestorben todesopfer leben verstorben umkommen", "dead death die died killed fatality toll" },
  { "verletzt verletzter verletzung verletzen verwundet", "injured injury wound wounded hurt" },
  { "opfer betroffener", "victim casualty" },
  { "unfall unglück kollision zusammenstoß zusammenstoßen absturz crash havarie", "accident crash collision collide disaster" },
  { "brand feuer brennen brannte flammen großbrand", "fire blaze burn flames" },
  { "löschen feuerwehr einsatzkräfte löscharbeiten", "firefighter extinguish" },
  { "explosion explodieren detonation", "explosion explode blast" },
  { "überschwemmung hochwasser flut überflutung überfluten", "flood flooding deluge" },
  { "sturm unwetter orkan gewitter", "storm hurricane gale" },
  { "erdbeben beben", "earthquake quake tremor" },
  { "retten rettung gerettet bergen geborgen bergung helfer", "rescue save recover" },
  { "vermisst verschwunden verschwinden suche suchen", "missing disappear search" },
  { "schaden beschädigen beschädigt zerstören zerstörung verwüsten zerstört", "damage destroy destruction devastate" },
  { "ursache grund auslöser auslösen", "cause reason trigger" },
  { "krankenhaus klinik spital", "hospital clinic" },
  { "krankheit erkranken erkrankung infektion infizieren seuche virus", "disease illness infection infect virus outbreak" },
  { "sperren sperrung gesperrt blockieren schließen schließung geschlossen", "close closure shut block" },
  { "öffnen eröffnen öffnung eröffnung", "open opening reopen" },
  /* economy */
  { "unternehmen firma konzern betrieb hersteller gesellschaft", "company firm corporation business manufacturer" },
  { "chef vorstand vorsitzender geschäftsführer leiter vorstandschef spitze", "chief boss head chairman executive ceo director" },
  { "gewinn überschuss ertrag profit plus", "profit gain earnings" },
  { "verlust minus defizit fehlbetrag", "loss deficit" },
  { "umsatz erlös einnahmen", "revenue sales turnover" },
  { "kosten preis teuer ausgaben aufwand", "cost price expense spending" },
  { "geld finanzieren finanzierung mittel förderung zuschuss fördermittel", "money fund funding finance grant subsidy" },
  { "steigen anstieg gestiegen zunehmen zunahme wachsen wachstum erhöhen erhöhung zulegen mehr", "rise increase grow growth climb gain" },
  { "sinken gesunken rückgang abnehmen senken senkung fallen verringern reduzieren kürzen kürzung weniger", "fall decrease decline drop reduce reduction cut" },
  { "stelle arbeitsplatz job beschäftigter beschäftigte mitarbeiter arbeitnehmer personal belegschaft", "job employee staff worker workforce" },
  { "lohn gehalt tarif verdienst", "wage pay salary" },
  { "kaufen kauf erwerben übernahme übernehmen", "buy purchase acquire acquisition takeover" },
  { "verkaufen verkauf absatz veräußern", "sell sale sold" },
  { "bauen bau errichten neubau gebaut", "build construction construct erect" },
  { "investieren investition anlegen", "invest investment" },
  { "schulden kredit anleihe", "debt credit loan bond" },
  { "steuer abgabe gebühr", "tax levy fee duty" },
  { "handel ausfuhr export einfuhr import wirtschaft wirtschaftlich", "trade export import economy economic" },
  { "entwickeln entwicklung erarbeiten ausarbeiten", "develop development devise" },
  { "wichtig bedeutend zentral wesentlich", "important key central essential" },
  /* beginning, going on, time */
  { "beginn beginnen begann start starten anfang anfangen auftakt", "begin start launch commence" },
  { "fortsetzen fortsetzung weiterführen weitergehen wiederaufnahme", "continue continuation resume resumption" },
  { "verschieben verschoben vertagen aufschieben verzögern verzögerung verspätung", "postpone delay adjourn defer" },
  { "scheitern gescheitert misslingen fehlschlag ergebnislos", "fail failure collapse" },
  { "erfolg gelingen gelungen erfolgreich", "success succeed successful" },
  { "ergebnis resultat ausgang", "result outcome" },
  { "fortschritt vorankommen vorangehen", "progress advance" },
  { "erstmals erstmalig premiere", "first debut" },
  { "erneut wieder abermals nochmals weiterer", "again another further" },
  { "sieg siegen gewinnen gewann gewonnen", "win won victory" },
  { "niederlage verlieren verlor verloren", "lose lost defeat" },
  { "spiel partie begegnung match", "game match" },
  { "bericht berichten meldung melden nachricht artikel schildern", "report story news article" },
  { "aussage äußerung erklärung stellungnahme mitteilung äußern statement", "statement remark comment declaration" },
  { "informieren unterrichten mitteilen benachrichtigen informiert", "inform brief notify" },
  { "erläutern darlegen erklären vorstellen", "explain present outline" },
  { "gefahr gefährlich risiko bedrohlich", "danger dangerous risk" },
  { "hilfe helfen unterstützen unterstützung beistand", "help aid support assist assistance" },
  { "einfluss beeinflussen druck auswirkung wirkung", "influence affect pressure impact effect" },
  { "vermuten vermutung verdacht mutmaßen mutmaßlich annahme", "suspect suspicion presume assume assumption" },
  { "planen vorhaben beabsichtigen absicht wollen vorbereiten vorbereitung", "intend intention prepare preparation" },
  { "familie angehörige verwandte sohn tochter", "family relative son daughter" },
  { "schüler schule lehrer unterricht", "school pupil student teacher" },
  { "forscher wissenschaftler forschung studie", "researcher scientist research study" },
  { "experte fachmann fachleute kenner", "expert specialist" },
  { "bürger anwohner einwohner bewohner bevölkerung", "citizen resident inhabitant population" },
  { "kunde verbraucher käufer", "customer consumer buyer" },
  { "fahrzeug auto wagen pkw lastwagen lkw", "vehicle car truck lorry" },
  { "zug bahn eisenbahn", "train rail railway" },
  { "flugzeug maschine jet", "plane aircraft jet" },
  { "schiff boot fähre", "ship boat ferry vessel" },
  { "versuchen versuch bemühen bemühung anstrengung", "try attempt effort" },
  { "zeigen beweisen beleg belegen nachweis beweis", "show prove proof evidence" },
  { "klein gering wenig niedrig", "small little low minor" },
  { "groß umfangreich massiv erheblich", "large big huge massive" },
};
const guint les_n_lexicon_concepts = G_N_ELEMENTS (les_lexicon_concepts);

/* Countries: the country with its people and its adjective, then the city or
 * house that the press names in its place. */
const LesLexiconGroup les_lexicon_places[] = {
  { "usa us amerika amerikanisch amerikaner", "america american us usa" },
  { "russland russisch russe russen föderation", "russia russian" },
  { "ukraine ukrainisch ukrainer", "ukraine ukrainian" },
  { "deutschland deutsch deutsche bundesrepublik", "germany german" },
  { "frankreich französisch franzose franzosen", "france french" },
  { "großbritannien britisch brite briten england englisch", "britain british uk england english" },
  { "italien italienisch italiener", "italy italian" },
  { "spanien spanisch spanier", "spain spanish" },
  { "polen polnisch pole", "poland polish" },
  { "österreich österreichisch österreicher", "austria austrian" },
  { "schweiz schweizer schweizerisch", "switzerland swiss" },
  { "niederlande niederländisch holland niederländer", "netherlands dutch" },
  { "belgien belgisch belgier", "belgium belgian" },
  { "ungarn ungarisch", "hungary hungarian" },
  { "tschechien tschechisch", "czech" },
  { "slowakei slowakisch", "slovakia slovak" },
  { "rumänien rumänisch", "romania romanian" },
  { "bulgarien bulgarisch", "bulgaria bulgarian" },
  { "griechenland griechisch griechen", "greece greek" },
  { "türkei türkisch türken", "turkey turkish" },
  { "serbien serbisch serben", "serbia serbian" },
  { "kroatien kroatisch", "croatia croatian" },
  { "schweden schwedisch", "sweden swedish" },
  { "norwegen norwegisch", "norway norwegian" },
  { "dänemark dänisch dänen", "denmark danish" },
  { "finnland finnisch finnen", "finland finnish" },
  { "portugal portugiesisch", "portugal portuguese" },
  { "irland irisch", "ireland irish" },
  { "china chinesisch chinesen volksrepublik", "china chinese" },
  { "japan japanisch japaner", "japan japanese" },
  { "indien indisch inder", "india indian" },
  { "pakistan pakistanisch", "pakistan pakistani" },
  { "israel israelisch israeli", "israel israeli" },
  { "palästina palästinensisch palästinenser", "palestine palestinian" },
  { "iran iranisch", "iran iranian" },
  { "irak irakisch", "iraq iraqi" },
  { "syrien syrisch syrer", "syria syrian" },
  { "ägypten ägyptisch", "egypt egyptian" },
  { "saudi saudi-arabien saudisch", "saudi" },
  { "nordkorea nordkoreanisch", "korea korean" },
  { "südkorea südkoreanisch", "korea korean" },
  { "afghanistan afghanisch", "afghanistan afghan" },
  { "kanada kanadisch", "canada canadian" },
  { "mexiko mexikanisch", "mexico mexican" },
  { "brasilien brasilianisch", "brazil brazilian" },
  { "argentinien argentinisch", "argentina argentine" },
  { "australien australisch", "australia australian" },
  { "südafrika südafrikanisch", "africa african" },
  { "weißrussland belarus belarussisch", "belarus belarusian" },
  { "europa europäisch europäer eu", "europe european eu" },
};
const guint les_n_lexicon_places = G_N_ELEMENTS (les_lexicon_places);

/* In the order of les_lexicon_places. */
const char *const les_lexicon_seats[] = {
  "washington", "moskau kreml moscow kremlin", "kiew kyjiw kyiv kiev", "berlin", "paris élysée",
  "london", "rom rome", "madrid", "warschau warsaw", "wien vienna", "bern", "haag hague amsterdam",
  NULL, "budapest", "prag prague", "bratislava", "bukarest bucharest", "sofia", "athen athens",
  "ankara", "belgrad belgrade", "zagreb", "stockholm", "oslo", "kopenhagen copenhagen",
  "helsinki", "lissabon lisbon", "dublin", "peking beijing", "tokio tokyo", "delhi", "islamabad",
  "jerusalem", "ramallah", "teheran tehran", "bagdad baghdad", "damaskus damascus", "kairo cairo",
  "riad riyadh", "pjöngjang pyongyang", "seoul", "kabul", "ottawa", "mexiko-stadt", "brasília brasilia",
  "buenos", "canberra", "pretoria", "minsk", "brüssel brussels",
};

/* Words that carry no statement of their own. */
const char les_lexicon_empty_german[] =
  "aber ab alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus "
  "außer außerdem ausser bei beide beiden beim bereits bis bisher bloß da dabei dadurch dafür dagegen daher dahin damals damit danach "
  "dann daran darauf daraufhin daraus darf darin darüber darum darunter das dass davon davor dazu dein dem demnach den denen denn "
  "dennoch der deren derer derzeit des deshalb dessen dich die dies diese diesem diesen dieser dieses doch dort dran du "
  "durch dürfen ebenfalls ebenso eher eigen ein eine einem einen einer eines einige einigen einiger einmal er erst es "
  "etwa etwas euch euer für ganz ganze ganzen gar gegen gegenüber gerade gewesen habe haben hat hatte hatten hätte "
  "hätten her hier hierzu hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem indes infolge innerhalb "
  "inzwischen ins irgend ist ja jede jedem jeden jeder jedes jedoch jene jenem jenen jener jetzt kann keinen "
  "können könne könnte könnten künftig kurz längst laut lediglich  "
  "man manche mehr mein meine meist mich mir mit möge müssen muss musste müsste nach nachdem nahe nahezu nämlich "
  "neben nieder noch nun nur ob oben oder oft paar per pro rund sehr sei seien sein seine seinem seinen seiner "
  "seines seit seitdem selbst sich sie sind so sobald sogar solche solchen soll solle sollen sollte sollten sondern sonst sowie sowohl "
  "statt über überhaupt um und uns unser unsere unseren unserer unter viel vom von vor vorher "
  "wäre wären während war waren warum was wegen weil weit weiterhin welche welchem welchen welcher "
  "wem wen wenn wenig wenige weniger wer werde werden wie wieder will wir wird wirklich wo wohl wolle wollen wollte wollten worden "
  "wurde wurden würde würden zu zudem zufolge zugleich zuletzt zum zunächst zur zurzeit zusammen zuvor zwar zwischen  "
  " "
  "müssten sodass somit trotz trotzdem "
  "mittlerweile schon bald stets jemals mal mindestens vielleicht allerdings angeblich offenbar jüngst kürzlich  "
  "ja nein einzelne einzelnen jeweils jeweiligen entsprechend insgesamt";
const char les_lexicon_empty_english[] =
  "a about above after again against all almost already also although always am among an and another any anyone anything are as at away back be "
  "became because become been before behind being below between both but by can cannot could did do does doing done down "
  "during each either else enough even ever every few first for from further had has have "
  "having he her here hers herself him himself his how however i if in indeed instead into is it its itself just least less let "
  "like likely makes many may me meanwhile might more most much must my near now of "
  "off often on once one only onto or other others our out over own part per perhaps quite rather really s same several "
  "shall she should since so some someone something soon still such t than that the their them themselves then there "
  "these they thing things this those though through thus to today together too toward towards two under until up upon us used using "
  "very via was we well went were what when where whether which while who whom whose why will with within would "
  "yet you your";

/* Words that state little of themselves, but something with others. */
const char les_lexicon_light_german[] =
  "geben gegeben gibt ging gehen geht kommen kommt kam lassen lässt machen macht gemacht stehen steht stand "
  "halten hält hielt stellen stellt nehmen nimmt nahm bringen brachte finden findet gefunden liegen liegt lag "
  "bleiben bleibt blieb scheinen scheint gelten gilt galt führen führt setzen setzt sehen sieht sah zeigen wissen "
  "weiß letzte letzten letzter neue neuen neuer neues neu möglich mögliche mögliches eigene eigenen viele vielen "
  "weitere weiteren weiterer weiteres mehrere mehreren";
const char les_lexicon_light_english[] =
  "came come comes get getting give given go goes going gone got keep kept make made making put see seen take "
  "taken takes took want wanted new last later next way";

const char les_lexicon_negation_german[] =
  "kein keine keinem keinen keiner keines nicht nichts nie niemals ohne niemand niemanden keinerlei keineswegs";
const char les_lexicon_negation_english[] =
  "no not never nor neither without nobody nothing none cannot";

/* Words that only say that something is being said, and by what means. */
const char les_lexicon_frame_german[] =
  "sagen sagte sagten gesagt sagt erklären erklärte erklärt mitteilen teilte mitgeteilt betonen betonte melden meldete gemeldet "
  "berichten berichtete berichtet schreiben schrieb schreibt äußern äußerte hinzufügen fügte hinzu ergänzen ergänzte ankündigen behaupten "
  "nachrichtenagentur agentur agenturen zeitung sender medien medienbericht medienberichten journalist journalisten reporter interview "
  "angaben angabe zitieren zitiert zitierte antworten antwortete nannte nennen sprecher sprecherin";
const char les_lexicon_frame_english[] =
  "say says said saying tell tells told state stated add added adds announce announced report reported reports according quoted quote "
  "write wrote note noted reply replied agency newspaper broadcaster media journalist journalists reporter reporters interview spokesman "
  "spokeswoman spokesperson";

/* Words by which a report keeps its distance. */
const char les_lexicon_hedges_german[] =
  "soll sollen solle sollten angeblich mutmaßlich offenbar anscheinend möglicherweise vermutlich wahrscheinlich wohl dürfte dürften "
  "könnte könnten womöglich scheinbar vielleicht eventuell versuchte versuchten";
const char les_lexicon_hedges_english[] =
  "allegedly reportedly apparently possibly probably presumably likely may might could perhaps seemingly supposedly tried alleged";

/* Words that point back: what follows was named before in the same text. */
const char les_lexicon_pointers[] =
  "diese diesem diesen dieser dieses jene jenem jenen jener jenes solche solchem solchen solcher solches dessen deren beide beiden "
  "this that these those such";

/* What may stand between the verb and the speaker of a frame. */
const char les_lexicon_fillers[] =
  "der die das dem den des indes auch zudem dazu weiter ferner hierzu the also";

/* Words in front of a name. */
const char les_lexicon_titles[] =
  "präsident präsidentin präsidenten kanzler kanzlerin minister ministerin ministers premier premierminister außenminister "
  "verteidigungsminister innenminister finanzminister sprecher sprecherin sprechers berater beraterin beraters chef chefin direktor "
  "direktorin gesandte gesandten gesandter sondergesandte sondergesandten sondergesandter unterhändler "
  "staatschef regierungschef bürgermeister bürgermeisterin oberbürgermeister generalsekretär general oberst richter richterin professor "
  "herr frau dr vorsitzende vorsitzender vorsitzenden abgeordnete abgeordneter sohn tochter "
  "president chancellor minister secretary spokesman spokeswoman spokesperson adviser advisor director envoy mayor senator governor "
  "judge general colonel captain chairman chief mr mrs ms sir lord";
