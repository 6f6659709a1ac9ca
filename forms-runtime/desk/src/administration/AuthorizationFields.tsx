import type { SourcesOfProcedure } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { CheckboxGroup, Select } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { emptyDraft, sourcesOf, withSource, type AuthorizationDraft } from './authorization-draft.ts';
import { LastDayField } from './LastDayField.tsx';
import { LocalizedFields } from './LocalizedFields.tsx';

export interface AuthorizationFieldsProps {
  readonly declared: readonly SourcesOfProcedure[];
  readonly draft: AuthorizationDraft;
  readonly onChange: (draft: AuthorizationDraft) => void;
  /** Whether what is missing is marked. */
  readonly asked: boolean;
}

const Choices = ({ declared, draft, onChange, asked }: AuthorizationFieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const sources = sourcesOf(declared, draft.procedureKey);
  const missing = asked && { error: t('authorizations.choose') };
  return (
    <>
      <Select
        id="procedure"
        label={t('authorizations.procedure')}
        options={declared.map(({ procedureKey, title }) => ({ value: procedureKey, label: read(title) }))}
        value={draft.procedureKey}
        onChange={(procedureKey) => onChange({ ...emptyDraft, procedureKey, validUntil: draft.validUntil })}
        {...(draft.procedureKey === undefined && missing)}
      />
      <Select
        id="source"
        label={t('authorizations.source')}
        hint={t('authorizations.source.hint')}
        options={sources.map(({ key, name, what }) => ({ value: key, label: `${read(name)} – ${read(what)}` }))}
        value={draft.sourceKey}
        disabled={draft.procedureKey === undefined}
        onChange={(chosen) =>
          onChange(
            withSource(
              draft,
              sources.find(({ key }) => key === chosen),
            ),
          )
        }
        {...(draft.procedureKey !== undefined && draft.sourceKey === undefined && missing)}
      />
    </>
  );
};

const UsableFields = ({ declared, draft, onChange }: AuthorizationFieldsProps) => {
  const t = useDeskText();
  const source = sourcesOf(declared, draft.procedureKey).find(({ key }) => key === draft.sourceKey);
  if (source === undefined) return null;
  if (source.fields.length === 0) return <p className="iris-muted">{t('authorizations.fields.undeclared')}</p>;
  return (
    <CheckboxGroup
      id="fields"
      label={t('authorizations.fields')}
      hint={t('authorizations.fields.hint')}
      options={source.fields.map((field) => ({ value: field, label: field }))}
      value={draft.fields}
      onChange={(fields) => onChange({ ...draft, fields })}
    />
  );
};

/** Procedure, source, purpose, law, usable fields and last day of an authorization. */
export const AuthorizationFields = (props: AuthorizationFieldsProps) => {
  const { draft, onChange, asked } = props;
  const t = useDeskText();
  return (
    <>
      <Choices {...props} />
      {draft.sourceKey !== undefined && (
        <>
          <LocalizedFields
            id="purpose"
            label={(locale) => t(`authorizations.purpose.${locale}`)}
            missing={t('authorizations.purpose.missing')}
            text={draft.purpose}
            onChange={(purpose) => onChange({ ...draft, purpose })}
            asked={asked}
          />
          <LocalizedFields
            id="legal-basis"
            label={(locale) => t(`authorizations.legalBasis.${locale}`)}
            missing={t('authorizations.legalBasis.missing')}
            maxLength={2000}
            text={draft.legalBasis}
            onChange={(legalBasis) => onChange({ ...draft, legalBasis })}
            asked={asked}
          />
          <UsableFields {...props} />
          <LastDayField
            hint={t('authorizations.until.hint')}
            day={draft.validUntil}
            onChange={(validUntil) => onChange({ ...draft, validUntil })}
            asked={asked}
          />
        </>
      )}
    </>
  );
};
