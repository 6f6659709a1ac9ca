import type { CaseFacts } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { FieldValues } from '@irisflow/renderer';
import { RadioGroup } from '@irisflow/ui';
import { useState } from 'react';
import { useKnownForm } from '../app/use-known-form.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AskAgain } from './AskAgain.tsx';
import { factFilters, factsThat, type FactFilter } from './fact-filters.ts';
import { FactTable } from './FactTable.tsx';
import { SourceChanges } from './SourceChanges.tsx';
import { useFacts } from './use-facts.ts';

interface FilterProps {
  readonly found: CaseFacts;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

/** Only filters that find something are offered, each with how much it finds. */
const Filter = ({ found: { facts }, filter, onFilter }: FilterProps) => {
  const t = useDeskText();
  const offered = factFilters
    .map((value) => ({ value, count: factsThat(facts, value).length }))
    .filter(({ value, count }) => value === 'all' || count > 0);
  if (offered.length === 1) return null;
  return (
    <RadioGroup
      id="fact-filter"
      label={t('facts.show')}
      options={offered.map(({ value, count }) => ({ value, label: t(`facts.filter.${value}`, { count }) }))}
      value={filter}
      onChange={(value) => onFilter(factFilters.find((one) => one === value) ?? 'all')}
    />
  );
};

const Found = ({ caseId, found }: { readonly caseId: string; readonly found: CaseFacts }) => {
  const t = useDeskText();
  const form = useKnownForm(found.form);
  const [chosen, setFilter] = useState<FactFilter>('all');
  // What was filtered for may be gone once a source was asked again.
  const filter = factsThat(found.facts, chosen).length > 0 ? chosen : 'all';
  if (found.facts.length === 0 || form === undefined) return <p className="iris-muted">{t('facts.empty')}</p>;
  return (
    <div className="iris-stack">
      <FieldValues form={form}>
        <SourceChanges caseId={caseId} found={found} />
        <Filter found={found} filter={filter} onFilter={setFilter} />
        <FactTable
          caseId={caseId}
          sources={found.sources}
          language={found.language}
          facts={factsThat(found.facts, filter)}
        />
      </FieldValues>
      <AskAgain caseId={caseId} sources={found.sources} />
    </div>
  );
};

/** What the sources said for a case, beside what the applicant said. */
export const ComparedFacts = ({ caseId }: { readonly caseId: string }) => (
  <Answered query={useFacts(caseId)}>{(found) => <Found caseId={caseId} found={found} />}</Answered>
);
