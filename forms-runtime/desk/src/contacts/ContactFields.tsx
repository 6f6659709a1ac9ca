import { DateField, RadioGroup, TextArea, TextField, isLocale, localeNames, locales } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { contactKinds } from './contact-filters.ts';
import { contactChannels, type ContactNote, type NoteField, type NoteProblems } from './new-contact.ts';

interface FieldsProps {
  readonly note: ContactNote;
  readonly problems: NoteProblems;
  readonly onChange: (part: Partial<ContactNote>) => void;
}

/** The id of the control of a field, to which the error summary leads. */
export const fieldIdOf = (field: NoteField): string => `contact-${field}`;

const useShared = (problems: NoteProblems) => {
  const t = useDeskText();
  return (field: NoteField) => {
    const problem = problems[field];
    return { id: fieldIdOf(field), ...(problem !== undefined && { error: t(problem) }) };
  };
};

/** By which way, and what about. */
export const WayFields = ({ note, problems, onChange }: FieldsProps) => {
  const t = useDeskText();
  const shared = useShared(problems);
  return (
    <>
      <RadioGroup
        {...shared('channel')}
        label={t('contact.channel')}
        inline
        options={contactChannels.map((value) => ({ value, label: t(`contact.channel.${value}`) }))}
        value={note.channel}
        onChange={(value) => onChange({ channel: contactChannels.find((known) => known === value) ?? 'call' })}
      />
      <RadioGroup
        {...shared('kind')}
        label={t('contact.kind')}
        inline
        options={contactKinds.map((value) => ({ value, label: t(`contact.kind.${value}`) }))}
        value={note.kind}
        onChange={(value) => onChange({ kind: contactKinds.find((known) => known === value) ?? 'question' })}
      />
      <DateField
        {...shared('receivedOn')}
        label={t('contact.receivedOn')}
        hint={t('contact.receivedOn.hint')}
        optional
        value={note.receivedOn}
        onChange={(receivedOn) => onChange({ receivedOn })}
      />
    </>
  );
};

/** Who it is, and how they are reached. */
export const PersonFields = ({ note, problems, onChange }: FieldsProps) => {
  const t = useDeskText();
  const shared = useShared(problems);
  const text = (field: 'firstName' | 'lastName' | 'phone' | 'email') => ({
    ...shared(field),
    label: t(`contact.${field}`),
    autoComplete: 'off',
    maxLength: 100,
    value: note[field],
    onChange: (value: string) => onChange({ [field]: value }),
  });
  return (
    <>
      <TextField {...text('firstName')} optional />
      <TextField {...text('lastName')} />
      <TextField {...text('phone')} type="tel" size="20" optional />
      <TextField {...text('email')} type="email" optional />
      <RadioGroup
        {...shared('language')}
        label={t('contact.language')}
        inline
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
        value={note.language}
        onChange={(language) => onChange({ language: isLocale(language) ? language : 'fr' })}
      />
    </>
  );
};

/** What was said, answered, and is still to be done. */
export const TalkFields = ({ note, problems, onChange }: FieldsProps) => {
  const t = useDeskText();
  const shared = useShared(problems);
  const area = (field: 'said' | 'answer' | 'followUp') => ({
    ...shared(field),
    label: t(`contact.${field}`),
    optional: true,
    rows: 4,
    maxLength: 5000,
    value: note[field],
    onChange: (value: string) => onChange({ [field]: value }),
  });
  return (
    <>
      <TextField
        {...shared('subject')}
        label={t('contact.subject')}
        maxLength={200}
        value={note.subject}
        onChange={(subject) => onChange({ subject })}
      />
      <TextArea {...area('said')} />
      <TextArea {...area('answer')} />
      <TextArea {...area('followUp')} />
      <DateField
        {...shared('followUpOn')}
        label={t('contact.followUpOn')}
        optional
        value={note.followUpOn}
        onChange={(followUpOn) => onChange({ followUpOn })}
      />
    </>
  );
};
