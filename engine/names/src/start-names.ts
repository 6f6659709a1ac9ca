import { dateType, numberType, sameWords, textType, unknownType, type Field, type ValueType } from './value-type.ts';

/** What every process of a case is started with, beside the handle of its case; nothing else may take these names. */
export const startVariables = [
  'caseId',
  'reference',
  'language',
  'procedureKey',
  'procedureVersion',
  'submittedOn',
  'caseChannel',
  'application',
  'applicant',
  'parameters',
  'terms',
] as const;

export type StartVariable = (typeof startVariables)[number];

export const isStartVariable = (name: string): name is StartVariable =>
  (startVariables as readonly string[]).includes(name);

const applicant: ValueType = {
  kind: 'context',
  isOpen: false,
  fields: [
    {
      name: 'name',
      type: textType,
      label: { fr: 'Nom du demandeur', nl: 'Naam van de aanvrager', en: 'Name of the applicant' },
    },
    {
      name: 'nationalNumber',
      type: textType,
      label: {
        fr: 'Numéro national du demandeur',
        nl: 'Rijksregisternummer van de aanvrager',
        en: 'National number of the applicant',
      },
    },
    {
      name: 'enterpriseNumber',
      type: textType,
      label: {
        fr: 'Numéro d’entreprise du demandeur',
        nl: 'Ondernemingsnummer van de aanvrager',
        en: 'Enterprise number of the applicant',
      },
    },
    {
      name: 'email',
      type: textType,
      label: {
        fr: 'Adresse e-mail du demandeur',
        nl: 'E-mailadres van de aanvrager',
        en: 'Email address of the applicant',
      },
    },
  ],
};

const language: ValueType = {
  kind: 'choice',
  choices: [
    { value: 'fr', label: { fr: 'Français', nl: 'Frans', en: 'French' } },
    { value: 'nl', label: { fr: 'Néerlandais', nl: 'Nederlands', en: 'Dutch' } },
    { value: 'en', label: { fr: 'Anglais', nl: 'Engels', en: 'English' } },
    { value: 'de', label: { fr: 'Allemand', nl: 'Duits', en: 'German' } },
  ],
};

interface Given {
  /** Answers of the application form. */
  readonly application: ValueType;
  readonly parameters: ValueType;
  readonly terms: ValueType;
}

/** What a process of a case is started with, in words. */
export const startNames = ({ application, parameters, terms }: Given): readonly Field[] => {
  const known: Readonly<Record<StartVariable, Omit<Field, 'name'>>> = {
    caseId: { type: textType, label: { fr: 'Clé du dossier', nl: 'Sleutel van het dossier', en: 'Key of the case' } },
    reference: {
      type: textType,
      label: { fr: 'Référence du dossier', nl: 'Referentie van het dossier', en: 'Reference of the case' },
    },
    language: {
      type: language,
      label: { fr: 'Langue du dossier', nl: 'Taal van het dossier', en: 'Language of the case' },
    },
    procedureKey: {
      type: textType,
      label: { fr: 'Clé de la procédure', nl: 'Sleutel van de procedure', en: 'Key of the procedure' },
    },
    procedureVersion: {
      type: numberType,
      label: { fr: 'Version de la procédure', nl: 'Versie van de procedure', en: 'Version of the procedure' },
    },
    submittedOn: {
      type: dateType,
      label: { fr: 'Date d’introduction', nl: 'Datum van indiening', en: 'Day of submission' },
    },
    caseChannel: {
      type: textType,
      label: { fr: 'Canal d’introduction', nl: 'Kanaal van indiening', en: 'How the case came in' },
    },
    application: { type: application, label: { fr: 'Demande', nl: 'Aanvraag', en: 'Application' } },
    applicant: { type: applicant, label: { fr: 'Demandeur', nl: 'Aanvrager', en: 'Applicant' } },
    parameters: { type: parameters, label: { fr: 'Paramètres', nl: 'Parameters', en: 'Parameters' } },
    terms: { type: terms, label: { fr: 'Délais', nl: 'Termijnen', en: 'Terms' } },
  };
  return startVariables.map((name) => ({ name, ...known[name] }));
};

/** Parameters as processes read them: `income.max` is `max` inside of `income`. */
export const parametersType = (
  parameters: readonly { readonly key: string; readonly label: Field['label']; readonly unit?: string }[],
): ValueType => {
  const root: ValueType = { kind: 'context', fields: [], isOpen: false };
  return parameters.reduce<ValueType>((all, { key, label, unit }) => {
    const type: ValueType = { kind: 'number', isMoney: unit === 'EUR' || unit === '€' };
    return putAt(all, key.split('.'), { type, label: label ?? sameWords(key) });
  }, root);
};

/** A context with a value put in at a path. */
export const putAt = (type: ValueType, path: readonly string[], value: Omit<Field, 'name'>): ValueType => {
  const [head, ...rest] = path;
  if (head === undefined) return value.type;
  const { fields, isOpen } = type.kind === 'context' ? type : { fields: [], isOpen: false };
  const known = fields.find(({ name }) => name === head);
  const field: Field =
    rest.length === 0
      ? { name: head, ...value }
      : { name: head, type: putAt(known?.type ?? unknownType, rest, value), label: known?.label ?? null };
  return { kind: 'context', isOpen, fields: [...fields.filter(({ name }) => name !== head), field] };
};
