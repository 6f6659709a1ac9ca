import {
  askedAgain,
  fieldChoices,
  lintForm,
  pathOfScope,
  type Condition,
  type ControlElement,
  type FieldSchema,
  type FormDefinition,
  type SourcesDescribed,
} from '@irisflow/forms';
import { fieldOf } from './fields.ts';
import { choicesOf } from './keys.ts';
import { textsAt } from './texts.ts';
import { elementOfText } from './translation-grid.ts';
import { childrenOf, places, tableAround, within, type Element } from './tree.ts';

/** What the forms' own checker says, and what only makes a form worse. */
export type QualityCode =
  | ReturnType<typeof lintForm>[number]['code']
  | 'NEVER'
  | 'PATTERN_WITHOUT_HINT'
  | 'PAGE_LONG'
  | 'LABEL_LONG'
  | 'SENTENCE_LONG'
  | 'ASKED_AGAIN'
  | 'ASKED_WITH_REASON'
  | 'KNOWN_TO_SOURCE'
  | 'ASKED_ELSEWHERE'
  | 'ONE_CHOICE'
  | 'MANY_RADIOS';

export interface QualityFinding {
  readonly code: QualityCode;
  readonly severity: 'error' | 'warning' | 'advice';
  /** The element it is about; null for the form as a whole. */
  readonly elementId: string | null;
  /** What the text about it names. */
  readonly detail: string;
}

/** What the checks know of the procedure around a form. */
export interface Around {
  /** Values that sources bring: `identity.email`. */
  readonly sources: readonly string[];
  /** What the procedure says of its sources; null for a form that nobody applies with. */
  readonly described: SourcesDescribed | null;
  /** The other forms of the procedure, by the name of their files. */
  readonly others: readonly { readonly name: string; readonly form: FormDefinition }[];
  readonly isTaskForm: boolean;
}

const most = { fields: 12, label: 80, words: 30, radios: 7 } as const;

type Controls = readonly ControlElement[];

const controlsOf = (form: FormDefinition): Controls =>
  places(form)
    .map(({ element }) => element)
    .filter((element): element is ControlElement => element.type === 'Control');

const severities: Readonly<Partial<Record<QualityCode, QualityFinding['severity']>>> = {
  ASKED_AGAIN: 'error',
  NEVER: 'warning',
};

const finding = (code: QualityCode, elementId: string, detail = ''): QualityFinding => ({
  code,
  severity: severities[code] ?? 'advice',
  elementId,
  detail,
});

/** The element that an id, a scope or the key of a text names. */
export const elementOf = (form: FormDefinition, subject: string): string | null => {
  const all = places(form).map(({ element }) => element);
  const byId = all.find(({ id }) => id === subject);
  const byScope = all.find((element) => element.type === 'Control' && element.scope === subject);
  return byId?.id ?? byScope?.id ?? elementOfText(form, subject);
};

/** A text that is missing in three languages is one gap to the reader. */
const ofChecker = (form: FormDefinition): readonly QualityFinding[] => {
  const found = lintForm(form).map(({ code, severity, subject }): QualityFinding => {
    const detail = code === 'FORM_DANGLING_SCOPE' ? subject : (pathOfScope(subject).at(-1) ?? subject);
    return { code, severity, elementId: elementOf(form, subject), detail };
  });
  const distinct = new Map(found.map((one) => [`${one.code} ${one.elementId} ${one.detail}`, one]));
  return [...distinct.values()];
};

const constantsIn = ({ const: constant, enum: list }: FieldSchema): readonly (string | number | boolean)[] =>
  constant === undefined ? (list ?? []) : [constant];

const isImpossibleNumber = (schema: FieldSchema, value: number): boolean =>
  value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity);

const fits = (schema: FieldSchema, value: string | number | boolean): boolean => {
  const choices = fieldChoices(schema);
  if (choices !== undefined) return choices.some((choice) => choice.const === value);
  if (schema.type === 'boolean') return typeof value === 'boolean';
  if (schema.type === 'number' || schema.type === 'integer')
    return typeof value === 'number' && !isImpossibleNumber(schema, value);
  return schema.type !== 'string' || typeof value === 'string';
};

/** Whether no answer can ever satisfy a condition. */
const isNever = (condition: Condition, schemaAt: (scope: string) => FieldSchema | undefined): boolean => {
  if ('conditions' in condition) {
    const test = (inner: Condition): boolean => isNever(inner, schemaAt);
    return condition.type === 'AND' ? condition.conditions.some(test) : condition.conditions.every(test);
  }
  const field = schemaAt(condition.scope);
  const constants = constantsIn(condition.schema.contains ?? condition.schema);
  return field !== undefined && constants.length > 0 && !constants.some((value) => fits(field, value));
};

const conditionsOf = (element: Element): readonly Condition[] => [
  ...(element.rule === undefined ? [] : [element.rule.condition]),
  ...(element.type === 'Control' && element.options.requiredWhen !== undefined ? [element.options.requiredWhen] : []),
];

const nevers = (form: FormDefinition): readonly QualityFinding[] =>
  places(form).flatMap(({ element }) => {
    const table = tableAround(form, element.id);
    const beside = controlsOf(form).filter((control) => tableAround(form, control.id)?.id === table?.id);
    const schemaAt = (scope: string): FieldSchema | undefined => {
      const control = beside.find((one) => one.scope === scope);
      return control && fieldOf(form, control.id)?.schema;
    };
    return conditionsOf(element).some((condition) => isNever(condition, schemaAt))
      ? [finding('NEVER', element.id)]
      : [];
  });

const hasText = (form: FormDefinition, key: string): boolean =>
  Object.values(textsAt(form, key)).some((text) => text.trim() !== '');

const ofControl = (form: FormDefinition, control: ControlElement): readonly QualityFinding[] => {
  const schema = fieldOf(form, control.id)?.schema;
  const choices = choicesOf(form, control.id).length;
  const isBare = schema?.pattern !== undefined && !hasText(form, `${control.i18n}.description`);
  return [
    ...(isBare ? [finding('PATTERN_WITHOUT_HINT', control.id)] : []),
    ...(choices === 1 ? [finding('ONE_CHOICE', control.id)] : []),
    ...(control.options.widget === 'radio' && choices > most.radios
      ? [finding('MANY_RADIOS', control.id, String(choices))]
      : []),
  ];
};

const fieldsOn = (page: Element): number =>
  within(page).filter((element) => element.type === 'Control' && childrenOf(element).length === 0).length;

const longPages = (form: FormDefinition, { isTaskForm }: Around): readonly QualityFinding[] =>
  // A clerk has all of it on one screen anyway.
  isTaskForm
    ? []
    : form.uischema.elements
        .filter((page) => fieldsOn(page) > most.fields)
        .map((page) => finding('PAGE_LONG', page.id, String(fieldsOn(page))));

const longestSentence = (text: string): number =>
  Math.max(
    0,
    ...text.split(/[.!?:;\n]+/).map((sentence) => sentence.split(/\s+/).filter((word) => word !== '').length),
  );

const longTexts = (form: FormDefinition): readonly QualityFinding[] =>
  places(form).flatMap(({ element }) => {
    if (!('i18n' in element)) return [];
    const labels = Object.entries(textsAt(form, `${element.i18n}.label`));
    const long = labels.find(([, text]) => text.length > most.label);
    const bodies = ['description', 'text'].flatMap((part) => Object.entries(textsAt(form, `${element.i18n}.${part}`)));
    const wordy = bodies.find(([, text]) => longestSentence(text) > most.words);
    return [
      ...(long === undefined ? [] : [finding('LABEL_LONG', element.id, `${long[0]}, ${long[1].length}`)]),
      ...(wordy === undefined
        ? []
        : [finding('SENTENCE_LONG', element.id, `${wordy[0]}, ${longestSentence(wordy[1])}`)]),
    ];
  });

/** The value of a source that a field asks for, by its format or its name. */
const knownTo = (schema: FieldSchema, key: string, sources: readonly string[]): string | undefined => {
  const byFormat = {
    'be-national-number': 'nationalNumber',
    'be-enterprise-number': 'enterpriseNumber',
    email: 'email',
  };
  const sought = Object.entries(byFormat).find(([format]) => format === schema.format)?.[1] ?? key;
  return sources.find((source) => source.split('.').at(-1) === sought);
};

const isAsked = (form: FormDefinition, control: ControlElement): boolean => {
  const schema = fieldOf(form, control.id)?.schema;
  return (
    schema !== undefined &&
    schema.readOnly !== true &&
    control.options.calc === undefined &&
    tableAround(form, control.id) === undefined
  );
};

const askedIn = (form: FormDefinition, scope: string): boolean =>
  controlsOf(form).some((control) => control.scope === scope && isAsked(form, control));

/** What the platform refuses to publish, or publishes for a reason. */
const againIn = (form: FormDefinition, { described }: Around): readonly QualityFinding[] =>
  (described === null ? [] : askedAgain(form, described)).map(({ control: { id }, value, reason }) =>
    reason === null ? finding('ASKED_AGAIN', id, value) : finding('ASKED_WITH_REASON', id, reason),
  );

/** Once only: what a source knows, or another form of the procedure asks too. */
const onceOnly = (form: FormDefinition, around: Around): readonly QualityFinding[] => {
  const again = againIn(form, around);
  const others = controlsOf(form)
    .filter((control) => isAsked(form, control) && !again.some(({ elementId }) => elementId === control.id))
    .flatMap((control) => {
      const field = fieldOf(form, control.id);
      const isPrefilled = form.bindings?.prefill?.some(({ scope }) => scope === control.scope) === true;
      if (field === undefined || isPrefilled) return [];
      const source = around.isTaskForm ? undefined : knownTo(field.schema, field.key, around.sources);
      if (source !== undefined) return [finding('KNOWN_TO_SOURCE', control.id, source)];
      const other = around.isTaskForm ? undefined : around.others.find((one) => askedIn(one.form, control.scope));
      return other === undefined ? [] : [finding('ASKED_ELSEWHERE', control.id, other.name)];
    });
  return [...again, ...others];
};

const rank = { error: 0, warning: 1, advice: 2 } as const;

/** Everything that is wrong with a form, and what would make it better: errors first, then in reading order. */
export const checkQuality = (form: FormDefinition, around: Around): readonly QualityFinding[] => {
  const order = new Map(places(form).map(({ element }, at) => [element.id, at]));
  const placeOf = ({ elementId }: QualityFinding): number => order.get(elementId ?? '') ?? -1;
  return [
    ...ofChecker(form),
    ...nevers(form),
    ...controlsOf(form).flatMap((control) => ofControl(form, control)),
    ...longPages(form, around),
    ...longTexts(form),
    ...onceOnly(form, around),
  ].toSorted((left, right) => rank[left.severity] - rank[right.severity] || placeOf(left) - placeOf(right));
};

/** Minutes that filling in takes: ten seconds a field and its reading, half a minute a file or a row, 200 words a minute. */
export const minutesToFill = (form: FormDefinition): number => {
  const asked = controlsOf(form).filter((control) => isAsked(form, control));
  const slow = asked.filter(({ options }) => options.widget === 'file' || options.widget === 'table').length;
  const words = Object.values(form.translations[form.defaultLocale] ?? {})
    .join(' ')
    .split(/\s+/).length;
  return Math.max(1, Math.round((asked.length * 10 + slow * 30) / 60 + words / 200));
};
