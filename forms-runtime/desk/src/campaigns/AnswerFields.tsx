import type { CampaignChoices } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { RadioGroup, Select, TextField } from '@irisflow/ui';
import { useCampaignText } from './campaign-texts.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { PartProps } from './WordsFields.tsx';

const grounds = ['task', 'duty', 'consent'] as const satisfies readonly PlanDraft['ground'][];
const links = ['renewalOf', 'followUpOf'] as const satisfies readonly PlanDraft['link'][];

/** By which right it is written. */
export const GroundField = ({ draft, onChange }: PartProps) => {
  const t = useCampaignText();
  return (
    <RadioGroup
      id="campaign-ground"
      label={t('ground')}
      options={grounds.map((value) => ({ value, label: t(`ground.${value}`), hint: t(`ground.${value}.hint`) }))}
      value={draft.ground}
      onChange={(value) => onChange({ ground: grounds.find((ground) => ground === value) ?? 'task' })}
    />
  );
};

export const NameField = ({ draft, onChange, missing }: PartProps) => {
  const t = useCampaignText();
  return (
    <TextField
      id="campaign-name"
      label={t('name')}
      hint={t('name.hint')}
      maxLength={120}
      value={draft.name}
      onChange={(name) => onChange({ name })}
      {...(missing.includes('name') && { error: t('missing.name') })}
    />
  );
};

/** The letter that goes, and what its answer opens. */
export const AnswerFields = ({
  draft,
  onChange,
  missing,
  choices,
}: PartProps & { readonly choices: CampaignChoices }) => {
  const t = useCampaignText();
  const read = useLocalized();
  const letters = choices.find(({ procedureKey }) => procedureKey === draft.procedureKey)?.letters ?? [];
  return (
    <>
      <Select
        id="campaign-answer"
        label={t('answer')}
        hint={t('answer.hint')}
        options={choices.map(({ procedureKey, title }) => ({ value: procedureKey, label: read(title) }))}
        value={draft.procedureKey}
        onChange={(procedureKey) => onChange({ procedureKey, letter: undefined })}
        {...(missing.includes('answer') && { error: t('missing.procedure') })}
      />
      <Select
        id="campaign-letter"
        label={t('letter')}
        hint={t('letter.hint')}
        options={letters.map(({ key, subject }) => ({ value: key, label: read(subject) }))}
        value={draft.letter}
        disabled={draft.procedureKey === undefined}
        onChange={(letter) => onChange({ letter })}
        {...(missing.includes('letter') && { error: t('missing.letter') })}
      />
      <RadioGroup
        id="campaign-link"
        label={t('link')}
        options={links.map((value) => ({ value, label: t(`link.${value}`) }))}
        value={draft.link}
        onChange={(value) => onChange({ link: links.find((link) => link === value) ?? 'renewalOf' })}
      />
    </>
  );
};
