import { caseStatuses, type CampaignChoices } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import {
  CheckboxGroup,
  DateField,
  type Locale,
  localeNames,
  NumberField,
  RadioGroup,
  Select,
  TextField,
  isLocale,
  locales,
} from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCampaignText } from './campaign-texts.ts';
import type { From } from './plan-draft.ts';
import type { PartProps } from './WordsFields.tsx';

type Choices = { readonly choices: CampaignChoices };
type Kind = CampaignChoices[number]['kinds'][number];

const kindIn = (
  choices: CampaignChoices,
  procedureKey: string | undefined,
  key: string | undefined,
): Kind | undefined =>
  choices.find((choice) => choice.procedureKey === procedureKey)?.kinds.find((kind) => kind.key === key);

const WhichKind = ({ draft, onChange, missing, choices }: PartProps & Choices) => {
  const t = useCampaignText();
  const read = useLocalized();
  const options = choices.flatMap(({ procedureKey, title, kinds }) =>
    kinds.map(({ key, name }) => ({ value: `${procedureKey}/${key}`, label: `${read(name)} (${read(title)})` })),
  );
  return (
    <Select
      id="campaign-selection"
      label={t('kind')}
      options={options}
      value={draft.kind === undefined ? undefined : `${draft.ofProcedure}/${draft.kind}`}
      onChange={(value) => {
        const [ofProcedure, kind] = value?.split('/') ?? [];
        const first = kindIn(choices, ofProcedure, kind)?.states[0]?.key;
        onChange({
          ofProcedure,
          kind,
          states: first === undefined ? [] : [first],
          field: undefined,
          fieldIs: '',
          ...(draft.procedureKey === undefined && { procedureKey: ofProcedure, letter: undefined }),
        });
      }}
      {...(missing.includes('selection') && { error: t('missing.kind') })}
    />
  );
};

/** That a field of the kind says something: one of its words, or what is typed. */
const FieldSays = ({ draft, onChange, kind }: PartProps & { readonly kind: Kind }) => {
  const t = useCampaignText();
  const read = useLocalized();
  const field = kind.fields.find(({ name }) => name === draft.field);
  return (
    <>
      <Select
        id="campaign-field"
        label={t('field')}
        optional
        options={kind.fields.map(({ name, label }) => ({ value: name, label: read(label) }))}
        value={draft.field}
        onChange={(name) => onChange({ field: name, fieldIs: '' })}
      />
      {field !== undefined &&
        (field.values.length > 0 ? (
          <Select
            id="campaign-field-is"
            label={t('field.is')}
            options={field.values.map(({ value, label }) => ({ value, label: read(label) }))}
            value={draft.fieldIs === '' ? undefined : draft.fieldIs}
            onChange={(value) => onChange({ fieldIs: value ?? '' })}
          />
        ) : (
          <TextField
            id="campaign-field-is"
            label={t('field.is')}
            maxLength={200}
            value={draft.fieldIs}
            onChange={(fieldIs) => onChange({ fieldIs })}
          />
        ))}
    </>
  );
};

const OfRights = (part: PartProps & Choices) => {
  const { draft, onChange, missing, choices } = part;
  const t = useCampaignText();
  const read = useLocalized();
  const kind = kindIn(choices, draft.ofProcedure, draft.kind);
  return (
    <>
      <WhichKind {...part} />
      {kind !== undefined && (
        <>
          <CheckboxGroup
            id="campaign-states"
            label={t('states')}
            options={kind.states.map(({ key, label }) => ({ value: key, label: read(label) }))}
            value={draft.states}
            onChange={(states) => onChange({ states })}
          />
          <DateField
            id="campaign-ends"
            label={t('ends.from')}
            hint={t('ends.hint')}
            optional
            value={draft.endsFrom}
            onChange={(endsFrom) => onChange({ endsFrom })}
            {...(missing.includes('ends') && { error: t('missing.ends') })}
          />
          <NumberField
            id="campaign-ends-days"
            label={t('ends.days')}
            optional
            width="quarter"
            inputMode="numeric"
            value={draft.endsDays}
            onChange={(endsDays) => onChange({ endsDays })}
          />
          <FieldSays {...part} kind={kind} />
        </>
      )}
    </>
  );
};

const OfCases = ({ draft, onChange, missing, choices }: PartProps & Choices) => {
  const t = useCampaignText();
  const desk = useDeskText();
  const read = useLocalized();
  return (
    <>
      <Select
        id="campaign-selection"
        label={t('procedure')}
        options={choices.map(({ procedureKey, title }) => ({ value: procedureKey, label: read(title) }))}
        value={draft.ofProcedure}
        onChange={(ofProcedure) => onChange({ ofProcedure })}
        {...(missing.includes('selection') && { error: t('missing.procedure') })}
      />
      <CheckboxGroup
        id="campaign-statuses"
        label={t('statuses')}
        options={caseStatuses.map((status) => ({ value: status, label: desk(`status.${status}`) }))}
        value={draft.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <DateField
        id="campaign-filed-from"
        label={t('filed.from')}
        optional
        value={draft.filedFrom}
        onChange={(filedFrom) => onChange({ filedFrom })}
      />
      <DateField
        id="campaign-filed-to"
        label={t('filed.to')}
        optional
        value={draft.filedTo}
        onChange={(filedTo) => onChange({ filedTo })}
      />
    </>
  );
};

const sources: readonly From[] = ['rights', 'cases'];
const localeOrNull = (value: string | undefined): Locale | null =>
  value !== undefined && isLocale(value) ? value : null;

/** Whom it is for: rights of a kind, or cases of a procedure. */
export const SelectionFields = (part: PartProps & Choices) => {
  const { draft, onChange } = part;
  const t = useCampaignText();
  return (
    <>
      <RadioGroup
        id="campaign-from"
        label={t('from')}
        options={sources.map((value) => ({ value, label: t(`from.${value}`), hint: t(`from.${value}.hint`) }))}
        value={draft.from}
        onChange={(value) => {
          const from = sources.find((source) => source === value) ?? 'rights';
          onChange({
            from,
            ofProcedure: undefined,
            kind: undefined,
            link: from === 'rights' ? 'renewalOf' : 'followUpOf',
          });
        }}
      />
      {draft.from === 'rights' ? <OfRights {...part} /> : <OfCases {...part} />}
      <Select
        id="campaign-language"
        label={t('language')}
        optional
        placeholder={t('language.all')}
        options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        value={draft.language ?? undefined}
        onChange={(value) => onChange({ language: localeOrNull(value) })}
      />
    </>
  );
};
