import type { ParagraphContent, ParagraphTarget } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { CheckboxGroup, DateField, type ChoiceOption } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { TextsProps } from './ParagraphTexts.tsx';
import { useParagraphTargets } from './use-paragraphs.ts';

const outcomes = ['granted', 'refused', 'inadmissible', 'closed'] as const satisfies ParagraphContent['outcomes'];

/** Each once, in the order of the procedures; what is chosen and no longer there stays to be taken out. */
const choicesOf = (
  targets: readonly ParagraphTarget[],
  part: 'steps' | 'grounds',
  { chosen, read }: { chosen: readonly string[]; read: ReturnType<typeof useLocalized> },
): ChoiceOption[] => {
  const known = new Map(targets.flatMap((target) => target[part]).map(({ value, label }) => [value, read(label)]));
  for (const value of chosen) if (!known.has(value)) known.set(value, value);
  return [...known].map(([value, label]) => ({ value, label: part === 'grounds' ? `${value} – ${label}` : label }));
};

const Days = ({ content, findings, onChange }: TextsProps) => {
  const t = useDeskText();
  const isWrong = findings.some(({ pointer }) => pointer === '/content/validTo');
  return (
    <div className="desk-period">
      <DateField
        id="paragraph-from"
        label={t('paragraph.validFrom')}
        optional
        value={content.validFrom ?? undefined}
        onChange={(day) => onChange({ ...content, validFrom: day ?? null })}
      />
      <DateField
        id="paragraph-to"
        label={t('paragraph.validTo')}
        optional
        value={content.validTo ?? undefined}
        onChange={(day) => onChange({ ...content, validTo: day ?? null })}
        {...(isWrong && { error: t('paragraph.wrong.days') })}
      />
    </div>
  );
};

/** Where and when it fits: the narrower, the earlier it is suggested. */
export const ParagraphPlaces = ({ content, findings, onChange }: TextsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { data: targets = [] } = useParagraphTargets();
  const meant = targets.filter(({ procedure }) => content.procedures.includes(procedure));
  const change = (part: Partial<ParagraphContent>): void => onChange({ ...content, ...part });
  const procedures = targets.map(({ procedure, title }) => ({ value: procedure, label: read(title) }));
  const steps = choicesOf(meant, 'steps', { chosen: content.steps, read });
  const grounds = choicesOf(meant, 'grounds', { chosen: content.grounds, read });
  return (
    <div className="iris-stack">
      <CheckboxGroup
        id="paragraph-procedures"
        label={t('paragraph.procedures')}
        hint={t('paragraph.procedures.hint')}
        optional
        options={procedures}
        value={content.procedures}
        onChange={(value) => change({ procedures: [...value] })}
      />
      {steps.length > 0 && (
        <CheckboxGroup
          id="paragraph-steps"
          label={t('paragraph.steps')}
          optional
          options={steps}
          value={content.steps}
          onChange={(value) => change({ steps: [...value] })}
        />
      )}
      <CheckboxGroup
        id="paragraph-outcomes"
        label={t('paragraph.outcomes')}
        optional
        options={outcomes.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={content.outcomes}
        onChange={(value) => change({ outcomes: outcomes.filter((one) => value.includes(one)) })}
      />
      {grounds.length > 0 && (
        <CheckboxGroup
          id="paragraph-grounds"
          label={t('paragraph.grounds')}
          optional
          options={grounds}
          value={content.grounds}
          onChange={(value) => change({ grounds: [...value] })}
        />
      )}
      <Days content={content} findings={findings} onChange={onChange} />
    </div>
  );
};
