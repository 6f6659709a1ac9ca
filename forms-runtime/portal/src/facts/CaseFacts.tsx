import type { CaseFacts as Found, CaseView, FactView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { parseForm } from '@irisflow/forms';
import { FieldValue, FieldValues } from '@irisflow/renderer';
import { SummaryList, useFormatters } from '@irisflow/ui';
import { useMemo } from 'react';
import { isOpenToMe } from '../cases/is-open-to-me.ts';
import { usePersonalText } from '../texts/personal-texts.ts';
import { CorrectFact } from './CorrectFact.tsx';
import { useFacts } from './use-facts.ts';

interface FactsProps {
  readonly view: CaseView;
  readonly found: Found;
}

const Corrections = ({ fact }: { readonly fact: FactView }) => {
  const t = usePersonalText();
  const { date } = useFormatters();
  return fact.corrections.map(({ id, at, claimed }) => (
    <span key={id} className="iris-summary__note">
      {t('fact.corrected', { date: date(at), claimed })}
    </span>
  ));
};

const useItems = ({ view, found }: FactsProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { date } = useFormatters();
  return found.facts.flatMap((fact) => {
    const [said] = fact.statements;
    if (said === undefined) return [];
    const name = found.sources.find(({ key }) => key === fact.sourceKey)?.name;
    const source = name === undefined ? fact.sourceKey : read(name);
    return [
      {
        id: `${fact.sourceKey} ${fact.field}`,
        term: read(fact.label),
        value: <FieldValue pointer={fact.pointer} value={said.value} isMoney={fact.format === 'money'} />,
        note: (
          <>
            {t('fact.source', { source, date: date(said.at) })}
            <Corrections fact={fact} />
          </>
        ),
        ...(view.part === null &&
          isOpenToMe(view) && { action: <CorrectFact caseId={view.id} fact={fact} source={source} /> }),
      },
    ];
  });
};

const Facts = (props: FactsProps) => {
  const t = usePersonalText();
  const items = useItems(props);
  const parsed = useMemo(() => parseForm(props.found.form), [props.found.form]);
  if (items.length === 0 || !parsed.ok) return <p className="iris-muted">{t('facts.empty')}</p>;
  return (
    <FieldValues form={parsed.form}>
      <SummaryList items={items} />
    </FieldValues>
  );
};

/** What the sources said about the applicant, and the way to say that it is wrong. */
export const CaseFacts = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const facts = useFacts(view.id);
  return (
    <section className="portal-section" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <p>{t('facts.lead')}</p>
      <Answered query={facts}>{(found) => <Facts view={view} found={found} />}</Answered>
    </section>
  );
};
