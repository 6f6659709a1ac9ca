import type { Locale } from '@irisflow/client';
import type { ProcedureHearing } from '../settings/procedure-file.ts';
import {
  caseStoreStep,
  hidden,
  labelOf,
  messageEvent,
  templateSchema,
  variableOf,
  type OfferedTemplate,
} from './offered-template.ts';

const inputs = ['day', 'time', 'place', 'link'] as const;
type HearingInput = (typeof inputs)[number];
/** A place or a link: one of them is enough. */
const optional: ReadonlySet<HearingInput> = new Set(['place', 'link']);

/** The words of the templates in the reader's language. */
export interface HearingWords {
  readonly category: string;
  readonly summon: (hearing: string) => string;
  readonly held: (hearing: string) => string;
  readonly input: Readonly<Record<HearingInput, string>>;
  readonly hint: Readonly<Record<HearingInput, string>>;
  readonly run: string;
  readonly runHint: string;
}

interface About {
  readonly hearing: ProcedureHearing;
  readonly locale: Locale;
  readonly words: HearingWords;
}

const group = 'hearing';

const common = ({ hearing, words }: About, what: string, name: string) => ({
  $schema: templateSchema,
  id: `irisflow.hearing.${hearing.key}.${what}`,
  name,
  category: { id: 'irisflow-hearings', name: words.category },
  groups: [{ id: group, label: words.category }],
});

const inputOf = (words: HearingWords, name: HearingInput) => ({
  type: 'String',
  feel: 'required',
  group,
  label: words.input[name],
  description: words.hint[name],
  ...(optional.has(name) ? { optional: true } : { constraints: { notEmpty: true } }),
  binding: { type: 'zeebe:input', name: `hearing${name.charAt(0).toUpperCase()}${name.slice(1)}` },
});

const summonTemplate = (about: About) => {
  const { hearing, locale, words } = about;
  return {
    ...common(about, 'summon', words.summon(labelOf(hearing, locale))),
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    properties: [
      ...caseStoreStep('schedule-hearing', { input: 'hearingKey', value: hearing.key }),
      ...inputs.map((name) => inputOf(words, name)),
      hidden({ type: 'zeebe:taskHeader', key: 'resultVariable' }, variableOf(hearing.key, 'Hearing')),
    ],
  };
};

const heldTemplate = (about: About, place: 'boundary' | 'catch') => {
  const { hearing, locale, words } = about;
  return {
    ...common(about, `held.${place}`, words.held(labelOf(hearing, locale))),
    ...messageEvent({
      place,
      message: 'hearing.held',
      key: `=${variableOf(hearing.key, 'Hearing')}.hearingId`,
      group,
      label: words.run,
      description: words.runHint,
    }),
  };
};

/** The hearings of a procedure as element templates: to summon, and to go on when the hearing is held, canceled or nobody came. */
export const hearingTemplates = (
  hearings: readonly ProcedureHearing[],
  locale: Locale,
  words: HearingWords,
): readonly OfferedTemplate[] =>
  hearings
    .filter(({ key }) => key !== '')
    .flatMap((hearing) => {
      const about = { hearing, locale, words };
      return [summonTemplate(about), heldTemplate(about, 'boundary'), heldTemplate(about, 'catch')];
    });
