import type { LocalizedText } from '@irisflow/foundation';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const failed = text(
  'L’étape a échoué plusieurs fois de suite. Elle reprendra quand quelqu’un la relancera.',
  'De stap is meermaals na elkaar mislukt. Hij gaat verder wanneer iemand hem opnieuw start.',
  'The step failed several times in a row. It goes on when somebody starts it again.',
);
const expression = text(
  'Une règle du processus ne peut pas être calculée avec les données de ce dossier.',
  'Een regel van het proces kan niet worden berekend met de gegevens van dit dossier.',
  'A rule of the process cannot be calculated with the data of this case.',
);
const decision = text(
  'Une table de décision ne donne pas de réponse pour les données de ce dossier.',
  'Een beslissingstabel geeft geen antwoord voor de gegevens van dit dossier.',
  'A decision table gives no answer for the data of this case.',
);
const part = text(
  'Une partie de la démarche que cette étape utilise est introuvable.',
  'Een deel van de procedure dat deze stap gebruikt, is onvindbaar.',
  'A part of the procedure that this step uses cannot be found.',
);
const unknown = text(
  'Le processus s’est arrêté ici et attend que quelqu’un l’aide.',
  'Het proces is hier gestopt en wacht tot iemand helpt.',
  'The process stopped here and waits until somebody helps.',
);

const byType: Readonly<Record<string, LocalizedText>> = {
  JOB_NO_RETRIES: failed,
  EXECUTION_LISTENER_NO_RETRIES: failed,
  TASK_LISTENER_NO_RETRIES: failed,
  AD_HOC_SUB_PROCESS_NO_RETRIES: failed,
  IO_MAPPING_ERROR: expression,
  CONDITION_ERROR: expression,
  EXTRACT_VALUE_ERROR: expression,
  CALLED_DECISION_ERROR: decision,
  DECISION_EVALUATION_ERROR: decision,
  CALLED_ELEMENT_ERROR: part,
  FORM_NOT_FOUND: part,
  RESOURCE_NOT_FOUND: part,
  UNHANDLED_ERROR_EVENT: text(
    'L’étape a répondu par une erreur que le processus ne prévoit pas.',
    'De stap antwoordde met een fout die het proces niet voorziet.',
    'The step answered with an error that the process does not expect.',
  ),
};

/** What a connector says first of a technical trouble tells more than that its tries are used up. */
const byMessage: readonly (readonly [RegExp, LocalizedText])[] = [
  [
    /^(?:UNAVAILABLE|TIMEOUT|BAD_GATEWAY|RATE_LIMITED)\b/,
    text(
      'Le service que cette étape interroge ne répond pas. Elle reprendra quand quelqu’un la relancera, une fois le service rétabli.',
      'De dienst die deze stap bevraagt, antwoordt niet. Hij gaat verder wanneer iemand hem opnieuw start zodra de dienst er weer is.',
      'The service that this step asks does not answer. It goes on when somebody starts it again, once the service is back.',
    ),
  ],
  [
    /\bthe electronic seal of\b/,
    text(
      'Le courrier attend : le cachet électronique de l’administration ne peut pas être apposé. L’exploitant de la plateforme doit y remédier, puis quelqu’un relance l’étape.',
      'De brief wacht: het elektronische zegel van de administratie kan niet worden aangebracht. De beheerder van het platform moet dit oplossen; daarna start iemand de stap opnieuw.',
      'The letter waits: the electronic seal of the administration cannot be set. Whoever runs the platform has to see to it; then somebody starts the step again.',
    ),
  ],
  [
    /LETTER_INVALID/,
    text(
      'Le courrier ne peut pas être rédigé : il lui manque une valeur.',
      'De brief kan niet worden opgesteld: er ontbreekt een waarde.',
      'The letter cannot be written: a value is missing.',
    ),
  ],
];

/** What stopped a case, in words for people who do not draw processes. */
export const incidentText = (type: string, message: string): LocalizedText =>
  byMessage.find(([pattern]) => pattern.test(message))?.[1] ??
  (Object.hasOwn(byType, type) ? byType[type] : undefined) ??
  unknown;

const adviceFor: ReadonlyMap<LocalizedText, LocalizedText> = new Map([
  [
    failed,
    text(
      'Ouvrez l’instance, lisez le message et relancez l’étape ; si elle échoue encore, corrigez-la dans le brouillon.',
      'Open het proces, lees de boodschap en start de stap opnieuw; mislukt hij weer, verbeter hem dan in het ontwerp.',
      'Open the instance, read the message and start the step again; if it fails again, correct it in the draft.',
    ),
  ],
  [
    expression,
    text(
      'Ouvrez l’instance, corrigez la valeur qui manque ou qui ne convient pas et relancez l’étape ; corrigez ensuite la règle dans le brouillon, pour les dossiers suivants.',
      'Open het proces, verbeter de waarde die ontbreekt of niet past en start de stap opnieuw; verbeter daarna de regel in het ontwerp, voor de volgende dossiers.',
      'Open the instance, correct the value that is missing or does not fit and start the step again; then correct the rule in the draft, for the cases to come.',
    ),
  ],
  [
    decision,
    text(
      'Complétez la table de décision dans le brouillon, publiez et faites passer le dossier à la nouvelle version ; ou laissez un responsable le faire reprendre à une autre étape.',
      'Vul de beslissingstabel aan in het ontwerp, publiceer en zet het dossier over naar de nieuwe versie; of laat een leidinggevende het bij een andere stap doen verdergaan.',
      'Complete the decision table in the draft, publish and move the case to the new version; or let a supervisor move it to another step.',
    ),
  ],
  [
    part,
    text(
      'Publiez une version à laquelle rien ne manque et faites-y passer le dossier ; ou laissez un responsable le faire reprendre à une autre étape.',
      'Publiceer een versie waaraan niets ontbreekt en zet het dossier ernaar over; of laat een leidinggevende het bij een andere stap doen verdergaan.',
      'Publish a version that lacks nothing and move the case to it; or let a supervisor move it to another step.',
    ),
  ],
]);

const generalAdvice = text(
  'Ouvrez l’instance : relancez l’étape quand la cause est levée, ou laissez un responsable faire reprendre le dossier à une autre étape.',
  'Open het proces: start de stap opnieuw zodra de oorzaak weg is, of laat een leidinggevende het dossier bij een andere stap doen verdergaan.',
  'Open the instance: start the step again once the cause is gone, or let a supervisor move the case to another step.',
);

/** What somebody who draws processes can do about it. */
export const incidentAdvice = (type: string, message: string): LocalizedText =>
  adviceFor.get(incidentText(type, message)) ?? generalAdvice;
