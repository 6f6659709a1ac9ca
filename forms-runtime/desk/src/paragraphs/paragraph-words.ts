import type { ParagraphSummary, ParagraphTarget } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useLocale, type TagTone } from '@irisflow/ui';
import { useParagraphTargets } from './use-paragraphs.ts';

/** The languages in which an administration decides. */
export const legalLanguages = ['fr', 'nl'] as const;
export type LegalLanguage = (typeof legalLanguages)[number];

export const paragraphTones = {
  inForce: 'success',
  notYet: 'neutral',
  over: 'warning',
  retired: 'neutral',
} as const satisfies Record<ParagraphSummary['state'], TagTone>;

/** In the language of the screen, or in the one that it has. */
export const titleIn = ({ fr, nl }: ParagraphSummary['content']['title'], locale: string): string =>
  (locale === 'nl' ? nl || fr : fr || nl).trim();

export const useTitle = () => {
  const locale = useLocale();
  return (title: ParagraphSummary['content']['title']): string => titleIn(title, locale);
};

type Choice = ParagraphTarget['steps'][number];

export interface TargetNames {
  readonly procedure: (key: string) => string;
  readonly step: (id: string) => string;
  readonly ground: (code: string) => string;
}

const found = (choices: readonly Choice[], value: string) => choices.find((choice) => choice.value === value)?.label;

/** What people call that for which a paragraph is. */
export const useTargetNames = (): TargetNames => {
  const read = useLocalized();
  const { data: targets = [] } = useParagraphTargets();
  const nameOf = (part: 'steps' | 'grounds', value: string): string => {
    const label = found(
      targets.flatMap((target) => target[part]),
      value,
    );
    return label === undefined ? value : read(label);
  };
  return {
    procedure: (key) => {
      const target = targets.find(({ procedure }) => procedure === key);
      return target === undefined ? key : read(target.title);
    },
    step: (id) => nameOf('steps', id),
    ground: (code) => nameOf('grounds', code),
  };
};
