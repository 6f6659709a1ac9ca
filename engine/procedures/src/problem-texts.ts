import { type Locale, type LocalizedText, inEveryLocale } from '@irisflow/foundation';
import { fillText } from '@irisflow/texts';
import { blockProblemTexts } from './block-problem-texts.ts';
import { codeListProblemTexts } from './code-list-problem-texts.ts';
import { formProblemTexts } from './form-problem-texts.ts';
import { obligationProblemTexts } from './obligation-problem-texts.ts';
import { quotaProblemTexts } from './quota-problem-texts.ts';
import { remedyProblemTexts } from './remedy-problem-texts.ts';
import { rightProblemTexts } from './right-problem-texts.ts';

/** What can be wrong between the files of a folder; `{subject}` and `{found}` are filled in. */
export const problemTexts = {
  PROCEDURE_FILE_MISSING: {
    fr: 'Le fichier procedure.json manque.',
    nl: 'Het bestand procedure.json ontbreekt.',
    en: 'The file procedure.json is missing.',
  },
  JSON_UNREADABLE: {
    fr: 'Ce fichier n’est pas du JSON lisible : {found}',
    nl: 'Dit bestand is geen leesbare JSON: {found}',
    en: 'This file is not readable JSON: {found}',
  },
  JSON_TOO_DEEP: {
    fr: 'Ce fichier est imbriqué trop profondément pour être lu.',
    nl: 'Dit bestand is te diep genest om gelezen te worden.',
    en: 'This file is nested too deeply to be read.',
  },
  SCHEMA: {
    fr: 'La valeur à « {subject} » n’est pas permise : {found}',
    nl: 'De waarde bij “{subject}” is niet toegelaten: {found}',
    en: 'The value at “{subject}” is not allowed: {found}',
  },
  TEXT_UNSTORABLE: {
    fr: 'Le texte à « {subject} » contient un caractère que rien ne peut enregistrer : écrivez-le de nouveau.',
    nl: 'De tekst bij “{subject}” bevat een teken dat niets kan bewaren: schrijf hem opnieuw.',
    en: 'The text at “{subject}” has a character that nothing can store: write it anew.',
  },
  KEY_DIFFERS_FROM_FILE: {
    fr: 'La clé « {found} » doit être le nom du fichier : « {subject} ».',
    nl: 'De sleutel “{found}” moet de naam van het bestand zijn: “{subject}”.',
    en: 'The key “{found}” has to be the name of the file: “{subject}”.',
  },
  TEXT_MISSING: {
    fr: 'Le texte « {subject} » manque en {found}.',
    nl: 'De tekst “{subject}” ontbreekt in het {found}.',
    en: 'The text “{subject}” is missing in {found}.',
  },
  PROCESS_FILE_MISSING: {
    fr: 'Le fichier du processus « {subject} » manque.',
    nl: 'Het procesbestand “{subject}” ontbreekt.',
    en: 'The process file “{subject}” is missing.',
  },
  PROCESS_ID_UNKNOWN: {
    fr: 'Aucun processus exécutable ne s’appelle « {subject} ».',
    nl: 'Geen uitvoerbaar proces heet “{subject}”.',
    en: 'No executable process is called “{subject}”.',
  },
  PROCESS_TWICE: {
    fr: 'Le processus « {subject} » est déjà dans « {found} » : donnez-lui un autre identifiant.',
    nl: 'Het proces “{subject}” staat al in “{found}”: geef het een andere id.',
    en: 'The process “{subject}” is in “{found}” already: give it another id.',
  },
  DECISION_TWICE: {
    fr: 'La décision « {subject} » est déjà dans « {found} » : donnez-lui un autre identifiant.',
    nl: 'De beslissing “{subject}” staat al in “{found}”: geef ze een andere id.',
    en: 'The decision “{subject}” is in “{found}” already: give it another id.',
  },
  DECISION_UNKNOWN: {
    fr: 'La décision « {subject} » n’existe dans aucun fichier DMN.',
    nl: 'De beslissing “{subject}” staat in geen enkel DMN-bestand.',
    en: 'The decision “{subject}” is in no DMN file.',
  },
  DECISION_TESTS_UNREADABLE: {
    fr: 'Ce fichier n’est pas une table d’essais de décisions.',
    nl: 'Dit bestand is geen testtabel van beslissingen.',
    en: 'This file is no test table of decisions.',
  },
  DECISION_TEST_UNKNOWN: {
    fr: 'L’essai {found} porte sur la décision « {subject} », qui n’est pas dans le fichier de décisions du même nom.',
    nl: 'Test {found} gaat over de beslissing “{subject}”, die niet in het beslissingsbestand met dezelfde naam staat.',
    en: 'Test {found} is about the decision “{subject}”, which is not in the file of decisions of the same name.',
  },
  STEP_INPUT_MISSING: {
    fr: 'L’étape « {found} » ne dit rien pour « {subject} » : elle s’arrêterait à chaque dossier.',
    nl: 'De stap “{found}” zegt niets voor “{subject}”: elk dossier zou er blijven staan.',
    en: 'The step “{found}” says nothing for “{subject}”: each case would stand still there.',
  },
  STEP_INPUT_UNKNOWN_VALUE: {
    fr: '« {subject} » n’est pas une valeur de « {found} » : choisissez-en une du modèle.',
    nl: '“{subject}” is geen waarde van “{found}”: kies er een uit het sjabloon.',
    en: '“{subject}” is no value of “{found}”: choose one of the template.',
  },
  NAME_UNKNOWN: {
    fr: 'Rien ne donne de valeur à « {subject} » avant cette étape : sauf si l’on démarre le processus avec elle, elle est toujours vide.',
    nl: 'Niets geeft “{subject}” een waarde vóór deze stap: tenzij het proces ermee wordt gestart, blijft het leeg.',
    en: 'Nothing gives “{subject}” a value before this step: unless the process is started with it, it is always empty.',
  },
  NAME_MISTYPED: {
    fr: 'Rien ne donne de valeur à « {subject} » avant cette étape. Vouliez-vous dire « {found} » ?',
    nl: 'Niets geeft “{subject}” een waarde vóór deze stap. Bedoelde u “{found}”?',
    en: 'Nothing gives “{subject}” a value before this step. Did you mean “{found}”?',
  },
  CONNECTOR_UNKNOWN: {
    fr: 'Personne ne traite « {subject} » : prenez un connecteur de la plateforme, demandez à un administrateur un jeton pour « {found} », ou déclarez-le sous « workers » dans la fiche (procedure.json).',
    nl: 'Niemand behandelt “{subject}”: neem een connector van het platform, vraag een beheerder om een token voor “{found}”, of geef het aan onder “workers” in de procedurefiche (procedure.json).',
    en: 'Nobody handles “{subject}”: take a connector of the platform, ask an administrator for a token for “{found}”, or declare it under “workers” in the procedure sheet (procedure.json).',
  },
  CONNECTOR_UNVERIFIED: {
    fr: 'Seule la plateforme sait si quelqu’un traite « {subject} » : la publication le vérifiera.',
    nl: 'Alleen het platform weet of iemand “{subject}” behandelt: de publicatie zal het nagaan.',
    en: 'Only the platform knows whether somebody handles “{subject}”: publishing will check it.',
  },
  CONNECTOR_FOREIGN: {
    fr: 'Le type « {subject} » appartient à une autre administration : un type de la vôtre s’écrit « {found} ».',
    nl: 'Het type “{subject}” is van een andere administratie: een type van de uwe schrijft u als “{found}”.',
    en: 'The type “{subject}” belongs to another administration: one of yours is written “{found}”.',
  },
  JOB_TYPE_COMPUTED: {
    fr: 'Le type de travail de « {subject} » est calculé : écrivez-le en toutes lettres, comme « {found} ».',
    nl: 'Het type werk van “{subject}” wordt berekend: schrijf het voluit, zoals “{found}”.',
    en: 'The job type of “{subject}” is computed: write it out, such as “{found}”.',
  },
  WORKER_SHIPPED: {
    fr: '« {subject} » est un connecteur de la plateforme et ne se déclare pas : un type de votre administration s’écrit « {found} ».',
    nl: '“{subject}” is een connector van het platform en hoeft niet te worden aangegeven: een type van uw administratie schrijft u als “{found}”.',
    en: '“{subject}” is a connector of the platform and is not declared: a type of your administration is written “{found}”.',
  },
  WORKER_UNPREFIXED: {
    fr: 'Le type « {subject} » doit commencer par la clé de votre administration : écrivez « {found} ».',
    nl: 'Het type “{subject}” moet met de sleutel van uw administratie beginnen: schrijf “{found}”.',
    en: 'The type “{subject}” has to begin with the key of your administration: write “{found}”.',
  },
  WORKER_FOREIGN: {
    fr: 'Le type « {subject} » appartient à une autre administration : écrivez « {found} ».',
    nl: 'Het type “{subject}” is van een andere administratie: schrijf “{found}”.',
    en: 'The type “{subject}” belongs to another administration: write “{found}”.',
  },
  WORKER_MALFORMED: {
    fr: 'Le type « {subject} » n’a, après le point, que de petites lettres, des chiffres et des tirets : écrivez « {found} ».',
    nl: 'Het type “{subject}” heeft na het punt alleen kleine letters, cijfers en koppeltekens: schrijf “{found}”.',
    en: 'The type “{subject}” has only small letters, digits and hyphens after the point: write “{found}”.',
  },
  WORKER_TWICE: {
    fr: 'Le type « {subject} » est déclaré deux fois.',
    nl: 'Het type “{subject}” is twee keer aangegeven.',
    en: 'The type “{subject}” is declared twice.',
  },
  TASK_UNKNOWN: {
    fr: 'Le processus n’a pas de tâche « {subject} ».',
    nl: 'Het proces heeft geen taak “{subject}”.',
    en: 'The process has no task “{subject}”.',
  },
  ACT_UNDECLARED: {
    fr: 'La procédure ne déclare rien pour « {subject} » : cette règle ne vaut que pour les dossiers liés.',
    nl: 'De procedure geeft niets aan voor “{subject}”: deze regel geldt alleen voor gekoppelde dossiers.',
    en: 'The procedure declares nothing for “{subject}”: this rule counts for linked cases alone.',
  },
  STEP_NAME_IN_ONE_LANGUAGE: {
    fr: 'L’étape « {subject} » n’a de nom que dans le dessin : donnez-le dans chaque langue, pour les agents.',
    nl: 'De stap “{subject}” heeft alleen in de tekening een naam: geef hem in elke taal, voor de medewerkers.',
    en: 'The step “{subject}” has a name in the drawing only: give it in every language, for the clerks.',
  },
  TASK_LEFT_OVER: {
    fr: 'La fiche garde le nom et le formulaire de la tâche « {subject} », qui n’est plus dans le processus : rien ne s’y rapporte.',
    nl: 'De fiche bewaart naam en formulier van de taak “{subject}”, die niet meer in het proces staat: niets verwijst ernaar.',
    en: 'The sheet keeps the name and form of the task “{subject}”, which is no longer in the process: nothing refers to it.',
  },
  TASK_UNDESCRIBED: {
    fr: 'La tâche « {subject} » n’a ni nom ni formulaire dans procedure.json.',
    nl: 'De taak “{subject}” heeft geen naam en formulier in procedure.json.',
    en: 'The task “{subject}” has no name and form in procedure.json.',
  },
  TASK_NOT_NATIVE: {
    fr: 'La tâche « {subject} » doit être une tâche utilisateur du moteur.',
    nl: 'De taak “{subject}” moet een gebruikerstaak van de procesmotor zijn.',
    en: 'The task “{subject}” has to be a user task of the engine.',
  },
  START_NOT_NONE: {
    fr: 'Le processus « {subject} » doit commencer par un événement de début simple.',
    nl: 'Het proces “{subject}” moet met een gewone startgebeurtenis beginnen.',
    en: 'The process “{subject}” has to begin with a plain start event.',
  },
  SOURCE_UNKNOWN: {
    fr: 'La source « {subject} » n’est pas déclarée dans procedure.json.',
    nl: 'De bron “{subject}” is niet aangegeven in procedure.json.',
    en: 'The source “{subject}” is not declared in procedure.json.',
  },
  STATUS_STEP_UNKNOWN: {
    fr: 'Un statut commence à l’étape « {subject} », que le processus n’a pas : citez une tâche ou une étape automatique par son identifiant.',
    nl: 'Een status begint bij de stap “{subject}”, die het proces niet heeft: noem een taak of een automatische stap bij zijn id.',
    en: 'A status begins at the step “{subject}”, which the process does not have: name a task or an automated step by its id.',
  },
  ROLE_TWICE: {
    fr: 'Deux rôles ont la clé « {subject} » : donnez à chacun la sienne.',
    nl: 'Twee rollen hebben de sleutel “{subject}”: geef elk een eigen sleutel.',
    en: 'Two roles have the key “{subject}”: give each its own.',
  },
  ROLE_RESERVED: {
    fr: 'Le rôle « {subject} » est déjà un rôle de la plateforme : prenez une autre clé.',
    nl: 'De rol “{subject}” is al een rol van het platform: neem een andere sleutel.',
    en: 'The role “{subject}” is one of the platform already: take another key.',
  },
  STATUS_TWICE: {
    fr: 'Deux statuts ont la clé « {subject} » : donnez à chacun la sienne.',
    nl: 'Twee statussen hebben de sleutel “{subject}”: geef elk een eigen sleutel.',
    en: 'Two statuses have the key “{subject}”: give each its own.',
  },
  MAIL_LINK_TOO_WEAK: {
    fr: 'La démarche propose un lien par e-mail, mais demande une connexion de niveau « {subject} » qu’un lien n’atteint pas : retirez l’un des deux.',
    nl: 'De procedure biedt een link per e-mail aan, maar vraagt een aanmelding van niveau “{subject}” die een link niet haalt: haal een van beide weg.',
    en: 'The procedure offers a link by e-mail, but asks for a sign-in of level “{subject}”, which a link does not reach: take one of the two out.',
  },
  REOPENING_WORK: {
    fr: 'Un dossier rouvert est traité soit par un processus du dossier de la démarche, soit par un groupe : indiquez l’un des deux.',
    nl: 'Een heropend dossier wordt door een proces van de map behandeld of door een groep: vermeld een van beide.',
    en: 'A reopened case is handled by a process of the folder or by a group: name one of the two.',
  },
  REOPENING_PROCESS_UNKNOWN: {
    fr: 'Le processus « {subject} » des dossiers rouverts n’existe pas, ou seul un événement le démarre.',
    nl: 'Het proces “{subject}” voor heropende dossiers bestaat niet, of alleen een gebeurtenis start het.',
    en: 'The process “{subject}” of reopened cases does not exist, or only an event starts it.',
  },
  RETENTION_TWICE: {
    fr: 'Deux règles de conservation valent pour les dossiers « {subject} » : gardez-en une seule.',
    nl: 'Twee bewaarregels gelden voor dossiers met “{subject}”: hou er één over.',
    en: 'Two rules of keeping hold for cases that are “{subject}”: leave only one.',
  },
  STATUS_NEVER: {
    fr: 'Le statut « {subject} » n’est jamais atteint : un statut avant lui vaut toujours. Placez-le plus haut.',
    nl: 'De status “{subject}” wordt nooit bereikt: een status ervoor geldt altijd. Zet hem hoger.',
    en: 'The status “{subject}” is never reached: one before it always fits. Move it up.',
  },
  TERM_UNKNOWN: {
    fr: 'Le délai « {subject} » n’est pas décrit dans procedure.json.',
    nl: 'De termijn “{subject}” is niet beschreven in procedure.json.',
    en: 'The term “{subject}” is not described in procedure.json.',
  },
  HEARING_UNKNOWN: {
    fr: 'L’audition « {subject} » n’est pas décrite dans procedure.json.',
    nl: 'De hoorzitting “{subject}” is niet beschreven in procedure.json.',
    en: 'The hearing “{subject}” is not described in procedure.json.',
  },
  HEARING_TWICE: {
    fr: 'Deux auditions ont la clé « {subject} ».',
    nl: 'Twee hoorzittingen hebben de sleutel “{subject}”.',
    en: 'Two hearings have the key “{subject}”.',
  },
  HEARING_ROLE_UNKNOWN: {
    fr: 'L’audition convoque le rôle « {subject} », que la démarche ne déclare pas.',
    nl: 'De hoorzitting roept de rol “{subject}” op, die de procedure niet declareert.',
    en: 'The hearing summons the role “{subject}”, which the procedure does not declare.',
  },
  HEARING_OF_NOBODY: {
    fr: 'L’audition « {subject} » ne convoque personne : ni le demandeur, ni un rôle.',
    nl: 'De hoorzitting “{subject}” roept niemand op: noch de aanvrager, noch een rol.',
    en: 'The hearing “{subject}” summons nobody: neither the applicant nor a role.',
  },
  INSPECTION_UNKNOWN: {
    fr: 'La visite « {subject} » n’est pas décrite dans procedure.json.',
    nl: 'Het bezoek “{subject}” is niet beschreven in procedure.json.',
    en: 'The inspection “{subject}” is not described in procedure.json.',
  },
  OPINION_UNKNOWN: {
    fr: 'L’avis « {subject} » n’est pas décrit dans procedure.json.',
    nl: 'Het advies “{subject}” is niet beschreven in procedure.json.',
    en: 'The opinion “{subject}” is not described in procedure.json.',
  },
  TERM_BY_TIMER: {
    fr: 'La minuterie « {subject} » compte {found} : elle ignore week-ends, jours fériés et suspensions. Pour un délai des personnes, démarrez un délai de la démarche et attendez « term.expired ».',
    nl: 'De timer “{subject}” telt {found}: hij kent geen weekends, feestdagen of schorsingen. Start voor een termijn van mensen een termijn van de procedure en wacht op “term.expired”.',
    en: 'The timer “{subject}” counts {found}: it knows no weekends, holidays or suspensions. For a time limit of people, start a term of the procedure and wait for “term.expired”.',
  },
  TERM_TARGET_BINDS: {
    fr: 'L’objectif de service « {subject} » n’engage que l’administration envers elle-même : il ne peut pas être le délai « decision », engager le demandeur ni décider à son expiration.',
    nl: 'De streeftermijn “{subject}” bindt alleen de administratie zelf: hij kan niet de termijn “decision” zijn, de aanvrager niet binden en niets beslissen wanneer hij verstrijkt.',
    en: 'The service target “{subject}” binds nobody but the office itself: it cannot be the term “decision”, bind the applicant or decide when it is over.',
  },
  SOURCE_NOT_AUTHORIZED: {
    fr: 'Aucune autorisation ne permet de consulter « {subject} » : un administrateur doit l’accorder.',
    nl: 'Geen machtiging laat toe om “{subject}” te raadplegen: een beheerder moet ze verlenen.',
    en: 'No authorization permits to consult “{subject}”: an administrator has to grant it.',
  },
  PARAMETER_OVERLAP: {
    fr: 'Deux valeurs de « {subject} » sont en vigueur le {found}.',
    nl: 'Twee waarden van “{subject}” gelden op {found}.',
    en: 'Two values of “{subject}” are in force on {found}.',
  },
  STATUS_WITHOUT_STEP: {
    fr: 'Le statut « {subject} » n’appartient à aucune étape.',
    nl: 'De status “{subject}” hoort bij geen enkele stap.',
    en: 'The status “{subject}” belongs to no step.',
  },
  CALLED_PROCESS_UNKNOWN: {
    fr: 'Le processus appelé « {subject} » n’est pas dans cette démarche.',
    nl: 'Het opgeroepen proces “{subject}” hoort niet bij deze procedure.',
    en: 'The called process “{subject}” is not in this procedure.',
  },
  CALLED_PROCESS_STARTS: {
    fr: 'Le processus « {subject} » commence de lui-même et ne peut pas être appelé : faites-en deux processus.',
    nl: 'Het proces “{subject}” begint vanzelf en kan niet worden opgeroepen: maak er twee processen van.',
    en: 'The process “{subject}” starts by itself and cannot be called: make two processes of it.',
  },
  VARIABLE_RESERVED: {
    fr: 'La variable « {subject} » appartient à la plateforme : un modèle ne peut pas la modifier.',
    nl: 'De variabele “{subject}” is van het platform: een model mag ze niet wijzigen.',
    en: 'The variable “{subject}” belongs to the platform: a model may not change it.',
  },
  VARIABLE_TAKEN: {
    fr: 'Le champ « {subject} » remplacerait la variable « {found} » de la plateforme : donnez-lui une autre variable.',
    nl: 'Het veld “{subject}” zou de variabele “{found}” van het platform vervangen: geef het een andere variabele.',
    en: 'The field “{subject}” would replace the variable “{found}” of the platform: give it another variable.',
  },
  VARIABLE_SHARED: {
    fr: 'Le champ « {subject} » écrit la variable « {found} », comme un autre champ : la dernière réponse remplace la première. Donnez-lui sa propre variable.',
    nl: 'Het veld “{subject}” schrijft de variabele “{found}”, net als een ander veld: het laatste antwoord vervangt het eerste. Geef het een eigen variabele.',
    en: 'The field “{subject}” writes the variable “{found}”, as another field does: the last answer replaces the first. Give it a variable of its own.',
  },
  NAME_NOT_QUALIFIED: {
    fr: 'Le nom de « {subject} » est écrit d’une manière qui ne peut pas être publiée.',
    nl: 'De naam van “{subject}” is geschreven op een manier die niet kan worden gepubliceerd.',
    en: 'The name of “{subject}” is written in a way that cannot be published.',
  },
  WITHHELD_UNKNOWN: {
    fr: 'Le champ « {subject} », à retirer des copies du dossier, n’existe pas dans le formulaire de demande.',
    nl: 'Het veld “{subject}”, dat niet in kopieën van het dossier mag, bestaat niet in het aanvraagformulier.',
    en: 'The field “{subject}”, which copies of the file are to be without, does not exist in the application form.',
  },
  CHANGE_FIELD_UNKNOWN: {
    fr: 'Le champ « {subject} », dont un changement peut être déclaré, n’existe pas dans le formulaire de demande.',
    nl: 'Het veld “{subject}”, waarvan een wijziging kan worden gemeld, bestaat niet in het aanvraagformulier.',
    en: 'The field “{subject}”, of which a change may be declared, does not exist in the application form.',
  },
  CHANGE_FIELD_FIXED: {
    fr: 'Un changement du champ « {subject} » ne peut pas être déclaré : c’est un fichier, un calcul, une déclaration ou un champ pour les agents.',
    nl: 'Een wijziging van het veld “{subject}” kan niet worden gemeld: het is een bestand, een berekening, een verklaring of een veld voor dossierbeheerders.',
    en: 'A change of the field “{subject}” cannot be declared: it is a file, a calculation, a declaration or a field for agents.',
  },
  CHANGE_FIELD_RESTRICTED: {
    fr: 'Un changement du champ « {subject} » ne peut pas être déclaré : la donnée est réservée, et serait lisible dans la déclaration.',
    nl: 'Een wijziging van het veld “{subject}” kan niet worden gemeld: het gegeven is voorbehouden en zou in de melding leesbaar zijn.',
    en: 'A change of the field “{subject}” cannot be declared: the answer is restricted, and could be read in the declaration.',
  },
  CHANGE_PART_TWICE: {
    fr: 'La partie « {subject} », qui peut être retirée, est décrite deux fois.',
    nl: 'Het deel “{subject}”, dat kan worden ingetrokken, is twee keer beschreven.',
    en: 'The part “{subject}”, which can be withdrawn, is described twice.',
  },
  COST_UNEXPLAINED: {
    fr: 'Le coût n’a pas de montant : dites dans la note de quoi il dépend, ou écrivez 0 si la démarche est gratuite.',
    nl: 'De kosten hebben geen bedrag: zeg in de toelichting waarvan ze afhangen, of schrijf 0 als de procedure gratis is.',
    en: 'The cost has no amount: say in the note what it depends on, or write 0 if the procedure is free.',
  },
  ADMINISTRATION_DIFFERS: {
    fr: 'La démarche appartient à « {found} », mais procedure.json indique « {subject} ».',
    nl: 'De procedure is van “{found}”, maar procedure.json vermeldt “{subject}”.',
    en: 'The procedure belongs to “{found}”, but procedure.json says “{subject}”.',
  },
  REFERENCE_TAKEN: {
    fr: 'Une autre administration utilise déjà des références qui commencent par « {subject} ».',
    nl: 'Een andere administratie gebruikt al referenties die met “{subject}” beginnen.',
    en: 'Another administration already uses references that begin with “{subject}”.',
  },
  ...formProblemTexts,
  ...codeListProblemTexts,
  ...rightProblemTexts,
  ...remedyProblemTexts,
  ...blockProblemTexts,
  ...quotaProblemTexts,
  ...obligationProblemTexts,
} as const satisfies Record<string, LocalizedText>;

export type ProblemTextCode = keyof typeof problemTexts;

export const languageNames: Readonly<Record<string, LocalizedText>> = {
  fr: { fr: 'français', nl: 'Frans', en: 'French' },
  nl: { fr: 'néerlandais', nl: 'Nederlands', en: 'Dutch' },
  en: { fr: 'anglais', nl: 'Engels', en: 'English' },
  de: { fr: 'allemand', nl: 'Duits', en: 'German' },
};

/** What fills a text: one word for all languages, or one for each. */
export type Filling = string | LocalizedText;

/** A place for which nothing was found stays empty. */
const unsaid = { subject: '', found: '' };

const wordOf = (filling: Filling, locale: Locale): string => (typeof filling === 'string' ? filling : filling[locale]);

export const problemText = (code: ProblemTextCode, fillings: Readonly<Record<string, Filling>>): LocalizedText => {
  const wordsIn = (locale: Locale) =>
    Object.fromEntries(Object.entries(fillings).map(([name, filling]) => [name, wordOf(filling, locale)]));
  return inEveryLocale((locale) => fillText(problemTexts[code][locale], { ...unsaid, ...wordsIn(locale) }));
};
