import type { CaseRole } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { DateField, localeNames, locales, RadioGroup, Select, TextArea, TextField } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { ParticipantField, ParticipantNote, ParticipantProblems } from './participant-note.ts';

export const participantFieldId = (field: ParticipantField): string => `participant-${field}`;

interface FieldsProps {
  readonly note: ParticipantNote;
  readonly roles: readonly CaseRole[];
  readonly problems: ParticipantProblems;
  readonly onChange: (part: Partial<ParticipantNote>) => void;
}

const useShared = (problems: ParticipantProblems) => {
  const t = useDeskText();
  return (field: ParticipantField) => {
    const problem = problems[field];
    return {
      id: participantFieldId(field),
      label: t(`participant.${field}`),
      ...(problem !== undefined && { error: t(problem) }),
    };
  };
};

type MemberProps = Omit<FieldsProps, 'roles'>;

const Member = ({ note, problems, onChange }: MemberProps) => {
  const shared = useShared(problems);
  return (
    <>
      <TextField
        {...shared('relation')}
        optional
        maxLength={100}
        value={note.relation}
        onChange={(relation) => onChange({ relation })}
      />
      <DateField
        {...shared('birthDate')}
        optional
        value={note.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
      />
    </>
  );
};

const Part = ({ note, roles, problems, onChange }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const shared = useShared(problems);
  const role = roles.find(({ key }) => key === note.role);
  return (
    <>
      <Select
        {...shared('role')}
        options={roles.map(({ key, label }) => ({ value: key, label: read(label) }))}
        value={note.role === '' ? undefined : note.role}
        onChange={(key) => onChange({ role: key ?? '' })}
        {...(role !== undefined && {
          hint: [t(`participant.access.${role.access}`), ...(role.letters ? [t('participant.letters')] : [])].join(' '),
        })}
      />
      {role?.household !== true && (
        <RadioGroup
          {...shared('kind')}
          options={[
            { value: 'person', label: t('party.kind.person') },
            { value: 'organization', label: t('party.kind.organization') },
          ]}
          value={note.kind}
          onChange={(kind) => onChange({ kind: kind === 'organization' ? 'organization' : 'person' })}
        />
      )}
      <TextField
        {...shared('name')}
        autoComplete="off"
        maxLength={200}
        value={note.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        {...shared('number')}
        label={t(`participant.number.${note.kind}`)}
        {...(role !== undefined && role.access !== 'none'
          ? { hint: t('participant.number.hint') }
          : { optional: true })}
        code
        size="20"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={note.number}
        onChange={(number) => onChange({ number })}
      />
      {role?.household === true && <Member note={note} problems={problems} onChange={onChange} />}
    </>
  );
};

const Reach = ({ note, problems, onChange }: FieldsProps) => {
  const shared = useShared(problems);
  return (
    <>
      <Select
        {...shared('language')}
        options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        value={note.language}
        onChange={(language) => onChange({ language: locales.find((one) => one === language) ?? 'fr' })}
      />
      <TextArea
        {...shared('address')}
        optional
        rows={3}
        maxLength={500}
        value={note.address}
        onChange={(address) => onChange({ address })}
      />
      <TextField
        {...shared('email')}
        type="email"
        optional
        autoComplete="off"
        maxLength={254}
        value={note.email}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        {...shared('phone')}
        type="tel"
        optional
        autoComplete="off"
        maxLength={30}
        value={note.phone}
        onChange={(phone) => onChange({ phone })}
      />
    </>
  );
};

/** Who they are, how they are written to, for how long, and what it rests on. */
export const ParticipantFields = (props: FieldsProps) => {
  const t = useDeskText();
  const { note, problems, onChange } = props;
  const shared = useShared(problems);
  return (
    <>
      <Part {...props} />
      <Reach {...props} />
      <DateField {...shared('validFrom')} value={note.validFrom} onChange={(validFrom) => onChange({ validFrom })} />
      <DateField {...shared('validTo')} optional value={note.validTo} onChange={(validTo) => onChange({ validTo })} />
      <TextArea
        {...shared('proof')}
        hint={t('participant.proof.hint')}
        rows={2}
        maxLength={500}
        value={note.proof}
        onChange={(proof) => onChange({ proof })}
      />
    </>
  );
};
