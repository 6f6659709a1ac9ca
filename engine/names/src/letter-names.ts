import type { ExecutableElement, Mapping } from '@irisflow/bpmn';
import { lookUpIn } from './element-results.ts';
import { inferType } from './infer-type.ts';
import type { Knowledge, KnownName, Origin } from './known-name.ts';
import { letterFields } from './letter-fields.ts';
import { letterOf } from './letter-sending.ts';
import type { NameIndex } from './name-index.ts';
import type { ProcedureParts } from './procedure-parts.ts';
import { putAt } from './start-names.ts';
import {
  dateType,
  listOf,
  mergeTypes,
  nothingType,
  textType,
  unknownType,
  type Field,
  type ValueType,
  type Words,
} from './value-type.ts';

type Root = keyof typeof letterFields;

const labels: Readonly<Record<Root, Words>> = {
  case: { fr: 'Dossier', nl: 'Dossier', en: 'Case' },
  decision: { fr: 'Décision', nl: 'Beslissing', en: 'Decision' },
  grounds: { fr: 'Motifs', nl: 'Motieven', en: 'Grounds' },
  request: { fr: 'Demande de pièces', nl: 'Opgevraagde stukken', en: 'Information request' },
  contact: { fr: 'Contact', nl: 'Contact', en: 'Contact' },
  signatory: { fr: 'Signataire', nl: 'Ondertekenaar', en: 'Signatory' },
  remedies: { fr: 'Voies de recours', nl: 'Rechtsmiddelen', en: 'Remedies' },
  ombuds: { fr: 'Médiateur', nl: 'Ombudsdienst', en: 'Ombuds service' },
  administration: { fr: 'Administration', nl: 'Administratie', en: 'Administration' },
  today: { fr: 'Date du jour', nl: 'Datum van vandaag', en: 'Today' },
  values: { fr: 'Valeurs de l’étape', nl: 'Waarden van de stap', en: 'Values of the step' },
  variables: { fr: 'Valeurs de l’étape', nl: 'Waarden van de stap', en: 'Values of the step' },
  item: { fr: 'Élément de la liste', nl: 'Element van de lijst', en: 'Entry of the list' },
};

/** Fields that are more than texts, or that several roots have under one name. */
const fields: Readonly<Record<string, Omit<Field, 'name'>>> = {
  reference: { type: textType, label: { fr: 'Référence', nl: 'Referentie', en: 'Reference' } },
  submittedOn: {
    type: dateType,
    label: { fr: 'Date d’introduction', nl: 'Datum van indiening', en: 'Day of submission' },
  },
  language: { type: textType, label: { fr: 'Langue', nl: 'Taal', en: 'Language' } },
  status: { type: textType, label: { fr: 'Statut', nl: 'Status', en: 'Status' } },
  applicant: {
    type: {
      kind: 'context',
      isOpen: false,
      fields: [
        {
          name: 'name',
          type: textType,
          label: { fr: 'Nom du demandeur', nl: 'Naam van de aanvrager', en: 'Name of the applicant' },
        },
        {
          name: 'address',
          type: textType,
          label: { fr: 'Adresse du demandeur', nl: 'Adres van de aanvrager', en: 'Address of the applicant' },
        },
      ],
    },
    label: { fr: 'Demandeur', nl: 'Aanvrager', en: 'Applicant' },
  },
  outcome: { type: textType, label: { fr: 'Issue', nl: 'Uitkomst', en: 'Outcome' } },
  decidedAt: {
    type: textType,
    label: { fr: 'Moment de la décision', nl: 'Tijdstip van de beslissing', en: 'Time of the decision' },
  },
  decidedOn: {
    type: dateType,
    label: { fr: 'Date de la décision', nl: 'Datum van de beslissing', en: 'Day of the decision' },
  },
  decidedBy: { type: textType, label: { fr: 'Décidé par', nl: 'Beslist door', en: 'Decided by' } },
  grounds: { type: listOf(textType), label: { fr: 'Motifs', nl: 'Motieven', en: 'Grounds' } },
  amount: { type: { kind: 'number', isMoney: true }, label: { fr: 'Montant', nl: 'Bedrag', en: 'Amount' } },
  validFrom: { type: dateType, label: { fr: 'Valable à partir du', nl: 'Geldig vanaf', en: 'Valid from' } },
  validTo: { type: dateType, label: { fr: 'Valable jusqu’au', nl: 'Geldig tot', en: 'Valid to' } },
  items: {
    type: listOf(unknownType),
    label: { fr: 'Pièces demandées', nl: 'Gevraagde stukken', en: 'What is asked for' },
  },
  dueOn: { type: dateType, label: { fr: 'À répondre avant le', nl: 'Te antwoorden voor', en: 'To be answered by' } },
  note: { type: textType, label: { fr: 'Remarque', nl: 'Opmerking', en: 'Note' } },
  name: { type: textType, label: { fr: 'Nom', nl: 'Naam', en: 'Name' } },
  email: { type: textType, label: { fr: 'E-mail', nl: 'E-mail', en: 'Email' } },
  phone: { type: textType, label: { fr: 'Téléphone', nl: 'Telefoon', en: 'Phone' } },
  service: { type: textType, label: { fr: 'Service', nl: 'Dienst', en: 'Service' } },
  capacity: { type: textType, label: { fr: 'Qualité', nl: 'Hoedanigheid', en: 'Capacity' } },
  address: { type: textType, label: { fr: 'Adresse', nl: 'Adres', en: 'Address' } },
};

const rootTypes: Partial<Readonly<Record<Root, ValueType>>> = {
  grounds: listOf(textType),
  remedies: listOf(textType),
  ombuds: textType,
  today: dateType,
};

const typeOfRoot = (root: Root): ValueType => {
  const names: readonly string[] | null = letterFields[root];
  if (names === null) return rootTypes[root] ?? unknownType;
  const inside = names.map((name): Field => ({ name, ...(fields[name] ?? { type: textType, label: null }) }));
  return { kind: 'context', fields: inside, isOpen: false };
};

const given = (mappings: readonly Mapping[], known: Knowledge): ValueType =>
  mappings.reduce<ValueType>((type, { source, target }) => {
    const value = source.kind === 'feel' ? inferType(source.source, lookUpIn(known)) : { type: textType, label: null };
    const [, ...path] = target;
    return path.length === 0 ? mergeTypes(type, value.type) : putAt(type, path, value);
  }, nothingType);

interface Sender {
  readonly file: string;
  readonly element: ExecutableElement;
  readonly values: readonly Mapping[];
}

const sendersOf = ({ processes }: ProcedureParts, key: string): Sender[] =>
  processes.flatMap(({ path: file, process }) =>
    process.elements.flatMap((element) => {
      const sending = letterOf(element);
      return sending?.template === key ? [{ file, element, values: sending.values }] : [];
    }),
  );

/** What the steps that send a letter give it; anything where no step does that one can read. */
const valuesOf = (senders: readonly Sender[], index: NameIndex): ValueType => {
  if (senders.length === 0) return unknownType;
  const types = senders.map(({ file, element, values }) => given(values, index.at({ file, id: element.id })));
  const type = types.reduce(mergeTypes);
  return type.kind === 'nothing' ? { kind: 'context', fields: [], isOpen: false } : type;
};

/** What a letter may mention: the case, what the platform says of it, and what the steps that send it give. */
export const letterNames = (parts: ProcedureParts, index: NameIndex, key: string): Knowledge => {
  const senders = sendersOf(parts, key);
  const values = valuesOf(senders, index);
  const [first] = senders;
  const origin = (root: Root): Origin => ({
    kind: 'case',
    file: root === 'values' || root === 'variables' ? (first?.file ?? null) : null,
    elementId: null,
    title: labels[root],
  });
  const names = (Object.keys(letterFields) as Root[]).map((root): [string, KnownName] => [
    root,
    {
      name: root,
      type: root === 'values' || root === 'variables' ? values : typeOfRoot(root),
      label: labels[root],
      origins: [origin(root)],
      isCertain: true,
    },
  ]);
  return { names: new Map(names), isOpen: false };
};
