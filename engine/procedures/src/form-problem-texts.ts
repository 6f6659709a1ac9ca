import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with forms and letters, and with what a procedure says of their fields. */
export const formProblemTexts = {
  FORM_UNKNOWN: {
    fr: 'Le formulaire « {subject} » n’existe pas.',
    nl: 'Het formulier “{subject}” bestaat niet.',
    en: 'The form “{subject}” does not exist.',
  },
  FORM_ASKED_AGAIN: {
    fr: '« {subject} » : « {found} » le donne déjà à l’administration. Remplissez le champ d’avance, ou écrivez-y pourquoi il faut le demander quand même.',
    nl: '“{subject}”: “{found}” geeft dit al aan de administratie. Vul het veld vooraf in, of schrijf erbij waarom het toch gevraagd moet worden.',
    en: '“{subject}”: “{found}” gives this to the administration already. Fill the field in beforehand, or write beside it why it has to be asked all the same.',
  },
  BULK_FIELD_UNKNOWN: {
    fr: 'Le formulaire « {found} » n’a pas de champ à « {subject} », auquel répondre pour plusieurs dossiers à la fois.',
    nl: 'Het formulier “{found}” heeft geen veld bij “{subject}” om voor verschillende dossiers tegelijk te beantwoorden.',
    en: 'The form “{found}” has no field at “{subject}” to be answered for many cases at once.',
  },
  BULK_FIELD_SHOWN: {
    fr: 'Le champ « {subject} » est seulement montré : on ne peut pas y répondre pour plusieurs dossiers à la fois.',
    nl: 'Het veld “{subject}” wordt alleen getoond: het kan niet voor verschillende dossiers tegelijk worden beantwoord.',
    en: 'The field “{subject}” is only shown: it cannot be answered for many cases at once.',
  },
  BULK_FIELD_LEFT: {
    fr: 'Le champ obligatoire « {subject} » n’est ni demandé pour tous les dossiers ni rempli par le processus : chaque dossier resterait à part.',
    nl: 'Het verplichte veld “{subject}” wordt niet voor alle dossiers gevraagd en niet door het proces ingevuld: elk dossier zou apart blijven.',
    en: 'The required field “{subject}” is neither asked for all cases nor filled by the process: every case would stay out.',
  },
  CHECKLIST_KEY_TWICE: {
    fr: 'Deux points de la liste de contrôle ont la clé « {subject} ».',
    nl: 'Twee punten van de controlelijst hebben de sleutel “{subject}”.',
    en: 'Two points of the checklist have the key “{subject}”.',
  },
  CHECKLIST_TELLS_RESTRICTED: {
    fr: 'Le point « {subject} » trahit ce qui a été répondu à un champ réservé : « {found} » ne peut pas en dépendre.',
    nl: 'Het punt “{subject}” verraadt wat op een voorbehouden veld is geantwoord: “{found}” mag daar niet van afhangen.',
    en: 'The point “{subject}” gives away what a restricted field was answered: “{found}” cannot hang on it.',
  },
  CHECKLIST_IN_BULK: {
    fr: 'Le point obligatoire « {subject} » ne se coche pas tout seul : aucun dossier ne pourrait être décidé avec d’autres.',
    nl: 'Het verplichte punt “{subject}” vinkt zichzelf niet aan: geen enkel dossier zou samen met andere kunnen worden beslist.',
    en: 'The required point “{subject}” does not tick itself: no case could be decided together with others.',
  },
  LETTER_UNKNOWN: {
    fr: 'Le courrier « {subject} » n’existe pas.',
    nl: 'De brief “{subject}” bestaat niet.',
    en: 'The letter “{subject}” does not exist.',
  },
  MANDATORY_BLOCK_MISSING: {
    fr: 'Le courrier doit mentionner « {subject} » en {found}.',
    nl: 'De brief moet “{subject}” vermelden in het {found}.',
    en: 'The letter has to mention “{subject}” in {found}.',
  },
  LETTER_GLYPH_MISSING: {
    fr: 'Aucune police des courriers n’a le caractère {subject} : remplacez-le.',
    nl: 'Geen lettertype van de brieven heeft het teken {subject}: vervang het.',
    en: 'No font of the letters has the character {subject}: replace it.',
  },
  REMEDIES_UNDECLARED: {
    fr: 'Ce courrier doit indiquer les voies de recours : déclarez dans procedure.json, sous « remedies », l’organe, son adresse et le délai, et insérez-les par le champ « remedies ».',
    nl: 'Deze brief moet de beroepsmogelijkheden vermelden: geef in procedure.json onder “remedies” de instantie, haar adres en de termijn aan, en voeg ze in met het veld “remedies”.',
    en: 'This letter has to name the remedies: declare the body, its address and the term under “remedies” in procedure.json, and insert them with the field “remedies”.',
  },
  LETTER_FIELD_EMPTY: {
    fr: 'Le champ « {subject} » restera vide : aucune étape qui envoie ce courrier ne lui donne de valeur.',
    nl: 'Het veld “{subject}” blijft leeg: geen stap die deze brief verstuurt geeft het een waarde.',
    en: 'The field “{subject}” will stay empty: no step that sends this letter gives it a value.',
  },
  FEEL_INVALID: {
    fr: 'L’expression « {subject} » est incorrecte : {found}',
    nl: 'De uitdrukking “{subject}” is onjuist: {found}',
    en: 'The expression “{subject}” is not correct: {found}',
  },
  FORM_IDENTIFIER_AS_NUMBER: {
    fr: 'Le champ « {subject} » identifie quelque chose : demandez un texte, un nombre perdrait des zéros et des chiffres.',
    nl: 'Het veld “{subject}” duidt iets aan: vraag een tekst, een getal verliest nullen en cijfers.',
    en: 'The field “{subject}” identifies something: ask for a text, a number loses zeros and digits.',
  },
  FORM_RESTRICTED_FILE: {
    fr: 'Le champ « {subject} » demande un fichier : les fichiers ne sont pas conservés à part, il ne peut pas être réservé.',
    nl: 'Het veld “{subject}” vraagt een bestand: bestanden worden niet apart bewaard, het kan niet voorbehouden zijn.',
    en: 'The field “{subject}” asks for a file: files are not kept apart, so it cannot be restricted.',
  },
  FORM_RESTRICTED_ROW: {
    fr: 'Le champ « {subject} » est dans une ligne de tableau : réservez le tableau entier.',
    nl: 'Het veld “{subject}” staat in een rij van een tabel: behoud de hele tabel voor.',
    en: 'The field “{subject}” is in a row of a table: restrict the whole table.',
  },
  FORM_RESTRICTED_TELLS: {
    fr: 'Le champ « {subject} » trahit par ses règles ou son calcul ce qui a été répondu à un champ réservé : réservez-le aussi.',
    nl: 'Het veld “{subject}” verraadt door zijn regels of berekening wat op een voorbehouden veld is geantwoord: behoud het ook voor.',
    en: 'By its rules or its calculation the field “{subject}” gives away what a restricted field was answered: restrict it too.',
  },
  FORM_RESTRICTED_ELSEWHERE: {
    fr: 'Le champ « {subject} » est dans un formulaire de tâche : seuls les champs du formulaire de demande peuvent être réservés.',
    nl: 'Het veld “{subject}” staat in het formulier van een taak: alleen velden van het aanvraagformulier kunnen voorbehouden zijn.',
    en: 'The field “{subject}” is in the form of a task: only fields of the application form can be restricted.',
  },
  FORM_RESTRICTED_USED: {
    fr: 'La démarche se sert de « {subject} » hors du dossier ({found}) : ce champ ne peut pas être réservé.',
    nl: 'De procedure gebruikt “{subject}” buiten het dossier ({found}): dat veld kan niet voorbehouden zijn.',
    en: 'The procedure uses “{subject}” outside the case ({found}): this field cannot be restricted.',
  },
  LETTER_PRINTS_RESTRICTED: {
    fr: 'La lettre « {subject} » imprime {found}, une donnée réservée : toute personne qui lit la lettre la lira.',
    nl: 'De brief “{subject}” drukt {found} af, een voorbehouden gegeven: wie de brief leest, leest het ook.',
    en: 'The letter “{subject}” prints {found}, which is restricted: whoever reads the letter reads it.',
  },
  FORM_MONEY_WITHOUT_CENTS: {
    fr: 'Le montant « {subject} » peut avoir n’importe quel nombre de décimales : demandez des multiples de 0,01, un nombre entier de centimes ou un texte.',
    nl: 'Het bedrag “{subject}” mag om het even hoeveel decimalen hebben: vraag veelvouden van 0,01, een geheel aantal centen of een tekst.',
    en: 'The amount “{subject}” may have any number of decimals: ask for multiples of 0.01, for a whole number of cents, or for a text.',
  },
  FORM_NOT_OURS: {
    fr: 'Le formulaire « {subject} » doit être un formulaire de cette démarche, indiqué comme référence externe.',
    nl: 'Het formulier “{subject}” moet een formulier van deze procedure zijn, aangegeven als externe verwijzing.',
    en: 'The form “{subject}” has to be a form of this procedure, given as an external reference.',
  },
  ELIGIBILITY_FIELD: {
    fr: 'Le champ « {subject} » du test des conditions prend un fichier ou une valeur d’une source : avant la connexion, seules des réponses tapées sont possibles.',
    nl: 'Het veld “{subject}” van de voorwaardentest neemt een bestand of een waarde van een bron: vóór de aanmelding zijn alleen getypte antwoorden mogelijk.',
    en: 'The field “{subject}” of the eligibility check takes a file or a value of a source: before signing in only typed answers are possible.',
  },
  ELIGIBILITY_FILL_UNKNOWN: {
    fr: 'La réponse à reprendre « {subject} » n’est pas un champ du formulaire.',
    nl: 'Het over te nemen antwoord “{subject}” is geen veld van het formulier.',
    en: 'The answer to take over, “{subject}”, is no field of the form.',
  },
  STATISTICS_FIELD_UNKNOWN: {
    fr: 'Le champ « {subject} », par lequel les chiffres sont répartis, n’est pas dans le formulaire de demande.',
    nl: 'Het veld “{subject}”, waarnaar de cijfers worden ingedeeld, staat niet in het aanvraagformulier.',
    en: 'The field “{subject}”, by which numbers are told, is not in the application form.',
  },
} as const satisfies Record<string, LocalizedText>;
