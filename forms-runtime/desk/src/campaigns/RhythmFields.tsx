import { Checkbox, DateField, NumberField } from '@irisflow/ui';
import { useCampaignText } from './campaign-texts.ts';
import type { PartProps } from './WordsFields.tsx';

/** From when until when, how fast, and when it stops by itself. */
export const RhythmFields = ({ draft, onChange, missing }: PartProps) => {
  const t = useCampaignText();
  return (
    <>
      <DateField
        id="campaign-beginsOn"
        label={t('beginsOn')}
        hint={t('beginsOn.hint')}
        value={draft.beginsOn}
        onChange={(beginsOn) => onChange({ beginsOn })}
        {...(missing.includes('beginsOn') && { error: t('missing.day') })}
      />
      <DateField
        id="campaign-endsOn"
        label={t('endsOn')}
        hint={t('endsOn.hint')}
        value={draft.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
        {...(missing.includes('endsOn') && { error: t('missing.endsOn') })}
      />
      <NumberField
        id="campaign-pace"
        label={t('perDay')}
        width="quarter"
        inputMode="numeric"
        value={draft.perDay}
        onChange={(perDay) => onChange({ perDay })}
        {...(missing.includes('pace') && { error: t('missing.pace') })}
      />
      <NumberField
        id="campaign-per-hour"
        label={t('perHour')}
        width="quarter"
        inputMode="numeric"
        value={draft.perHour}
        onChange={(perHour) => onChange({ perHour })}
      />
      <Checkbox
        id="campaign-office-hours"
        label={t('officeHours')}
        optional
        value={draft.officeHours}
        onChange={(officeHours) => onChange({ officeHours })}
      />
      <NumberField
        id="campaign-stop-share"
        label={t('stopShare')}
        hint={t('stopShare.hint')}
        width="quarter"
        inputMode="numeric"
        value={draft.stopShare}
        onChange={(stopShare) => onChange({ stopShare })}
      />
    </>
  );
};
