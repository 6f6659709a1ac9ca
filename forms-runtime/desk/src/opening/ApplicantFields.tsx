import type { FoundApplicant } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, Form, isLocale, localeNames, locales, RadioGroup, TextField, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import type { NewApplication, OpeningField, OpeningProblems } from './new-application.ts';
import { useFindApplicants } from './use-opening.ts';

export const openingFieldId = (field: OpeningField): string => `opening-${field}`;

export interface ApplicantFieldsProps {
  readonly application: NewApplication;
  readonly problems: OpeningProblems;
  readonly onChange: (part: Partial<NewApplication>) => void;
}

const NEW = 'new';

/** Those who were found, and that it is nobody of them. */
const FoundChoice = ({
  found,
  application,
  onChange,
}: ApplicantFieldsProps & { readonly found: readonly FoundApplicant[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  const options = found.map(({ caseId, name, title, reference, submittedAt }) => ({
    value: caseId,
    label: name,
    hint: t('opening.known', { title: read(title), reference, at: date(submittedAt) }),
  }));
  const choose = (value: string): void => {
    const chosen = found.find(({ caseId }) => caseId === value);
    onChange(chosen === undefined ? { caseId: undefined } : { caseId: chosen.caseId, language: chosen.language });
  };
  return (
    <RadioGroup
      id={openingFieldId('caseId')}
      label={t('opening.who.choice')}
      options={[...options, { value: NEW, label: t('opening.who.new') }]}
      value={application.caseId ?? NEW}
      onChange={choose}
    />
  );
};

/** Looks for somebody of whom the administration has a case. */
export const ApplicantSearch = (props: Omit<ApplicantFieldsProps, 'problems'>) => {
  const t = useDeskText();
  const [text, setText] = useState('');
  const find = useFindApplicants();
  const search = (): void => {
    if (text.trim() !== '' && !find.isPending) find.mutate(text.trim());
  };
  return (
    <>
      <search>
        <Form className="desk-find" onSubmit={search}>
          <TextField
            id="opening-search"
            label={t('opening.search')}
            hint={t('opening.search.hint')}
            optional
            autoComplete="off"
            maxLength={200}
            value={text}
            onChange={setText}
          />
          <Button type="submit" tone="secondary" busy={find.isPending}>
            {t('opening.search.do')}
          </Button>
        </Form>
      </search>
      <output>
        {find.data?.length === 0 && t('opening.search.none')}
        {find.data !== undefined && find.data.length > 0 && t.plural('opening.search.found', find.data.length)}
      </output>
      {find.isError && <Failure error={find.error} />}
      {find.data !== undefined && find.data.length > 0 && <FoundChoice {...props} problems={{}} found={find.data} />}
    </>
  );
};

type Written = 'companyName' | 'enterpriseNumber' | 'firstName' | 'lastName' | 'nationalNumber' | 'phone' | 'email';

const useWritten = ({ application, problems, onChange }: ApplicantFieldsProps) => {
  const t = useDeskText();
  return (name: Written, label: string) => {
    const problem = problems[name];
    return {
      id: openingFieldId(name),
      label,
      autoComplete: 'off' as const,
      maxLength: 100,
      value: application[name],
      onChange: (value: string) => onChange({ [name]: value }),
      ...(problem !== undefined && { error: t(problem) }),
    };
  };
};

const PersonFields = (props: ApplicantFieldsProps) => {
  const t = useDeskText();
  const field = useWritten(props);
  return (
    <>
      <TextField {...field('firstName', t('contact.firstName'))} optional />
      <TextField {...field('lastName', t('contact.lastName'))} />
      <TextField
        {...field('nationalNumber', t('opening.number'))}
        hint={t('opening.number.hint')}
        inputMode="numeric"
        size="20"
        code
        optional
      />
    </>
  );
};

const CompanyFields = (props: ApplicantFieldsProps) => {
  const t = useDeskText();
  const field = useWritten(props);
  return (
    <>
      <TextField
        {...field('enterpriseNumber', t('opening.enterprise'))}
        hint={t('opening.enterprise.hint')}
        inputMode="numeric"
        size="20"
        code
      />
      <TextField {...field('companyName', t('opening.company.name'))} />
    </>
  );
};

const PERSON = 'person';
const COMPANY = 'company';

const Newcomer = (props: ApplicantFieldsProps) => {
  const t = useDeskText();
  const field = useWritten(props);
  const { application, onChange } = props;
  return (
    <>
      <RadioGroup
        id={openingFieldId('isCompany')}
        label={t('opening.kind')}
        inline
        options={[
          { value: PERSON, label: t('opening.kind.person') },
          { value: COMPANY, label: t('opening.kind.company') },
        ]}
        value={application.isCompany ? COMPANY : PERSON}
        onChange={(value) => onChange({ isCompany: value === COMPANY })}
      />
      {application.isCompany ? <CompanyFields {...props} /> : <PersonFields {...props} />}
      <TextField {...field('phone', t('contact.phone'))} type="tel" size="20" optional />
      <TextField {...field('email', t('contact.email'))} type="email" optional />
    </>
  );
};

/** For whom: somebody who is known by a case, or a person or company that is noted now; and in which language they are written to. */
export const ApplicantFields = (props: ApplicantFieldsProps) => {
  const t = useDeskText();
  const { application, onChange } = props;
  const isNewCompany = application.caseId === undefined && application.isCompany;
  return (
    <>
      {application.caseId === undefined && <Newcomer {...props} />}
      <RadioGroup
        id={openingFieldId('language')}
        label={t(isNewCompany ? 'opening.language.company' : 'contact.language')}
        inline
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
        value={application.language}
        onChange={(language) => onChange({ language: isLocale(language) ? language : 'fr' })}
      />
    </>
  );
};
