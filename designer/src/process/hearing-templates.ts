import type { Locale } from '@irisflow/client';
import type { ProcedureHearing } from '../settings/procedure-file.ts';
import { inquiryTemplates } from './inquiry-templates.ts';
import { labelOf, type OfferedTemplate } from './offered-template.ts';

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

const inputOf = (words: HearingWords, name: HearingInput) => ({
  type: 'String',
  feel: 'required',
  group: 'hearing',
  label: words.input[name],
  description: words.hint[name],
  ...(optional.has(name) ? { optional: true } : { constraints: { notEmpty: true } }),
  binding: { type: 'zeebe:input', name: `hearing${name.charAt(0).toUpperCase()}${name.slice(1)}` },
});

/** The hearings of a procedure as element templates: to summon, and to go on when the hearing is held, canceled or nobody came. */
export const hearingTemplates = (
  hearings: readonly ProcedureHearing[],
  locale: Locale,
  words: HearingWords,
): readonly OfferedTemplate[] =>
  hearings
    .filter(({ key }) => key !== '')
    .flatMap((hearing) => {
      const { category, run, runHint } = words;
      const label = labelOf(hearing, locale);
      return inquiryTemplates({
        noun: 'hearing',
        key: hearing.key,
        category,
        ask: {
          id: 'summon',
          name: words.summon(label),
          operation: 'schedule-hearing',
          inputs: inputs.map((name) => inputOf(words, name)),
        },
        outcome: { id: 'held', name: words.held(label), message: 'hearing.held' },
        run,
        runHint,
      });
    });
