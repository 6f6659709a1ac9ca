import type { ProcedureSummary } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, EmptyState, TextField, useLocale } from '@irisflow/ui';
import type { SubmitEvent } from 'react';
import { useSearchParams } from 'wouter';
import { usePortalText } from '../texts/portal-texts.ts';
import { ProcedureEntry } from './ProcedureEntry.tsx';
import { useProcedures } from './procedures.ts';
import { searchProcedures } from './search-procedures.ts';
import { proceduresOf, topicIn, Topics } from './Topics.tsx';

const RESULTS = 'catalog';

export interface CatalogSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

interface ResultsProps {
  readonly all: readonly ProcedureSummary[];
  readonly query: string;
  readonly onClear: () => void;
}

const Results = ({ all, query, onClear }: ResultsProps) => {
  const t = usePortalText();
  const [address] = useSearchParams();
  const topic = topicIn(address, all);
  const found = searchProcedures(proceduresOf(all, topic), query, useLocale());
  if (all.length === 0) return <EmptyState title={t('home.empty')}>{t('home.empty.help')}</EmptyState>;
  return (
    <>
      <Topics procedures={all} chosen={topic} />
      <output className="iris-muted portal-catalog__count">{t.plural('home.results', found.length)}</output>
      {found.length === 0 ? (
        <EmptyState
          title={t('home.none', { query })}
          action={
            <Button tone="secondary" onClick={onClear}>
              {t('home.none.all')}
            </Button>
          }
        >
          {t('home.none.help')}
        </EmptyState>
      ) : (
        <ul className="portal-catalog__list">
          {found.map((procedure) => (
            <li key={procedure.key}>
              <ProcedureEntry procedure={procedure} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** Where one says what one looks for; the results follow below, and Enter leads to them. */
export const CatalogSearch = ({ query, onQuery }: CatalogSearchProps) => {
  const t = usePortalText();
  const go = (event: SubmitEvent): void => {
    event.preventDefault();
    const results = document.getElementById(RESULTS);
    results?.scrollIntoView({ block: 'start' });
    results?.focus({ preventScroll: true });
  };
  return (
    <search className="portal-search">
      <form onSubmit={go}>
        <TextField
          id="procedure-search"
          type="search"
          label={t('home.search')}
          hint={t('home.search.hint')}
          value={query}
          onChange={onQuery}
        />
        <Button type="submit" icon="search">
          <span className="iris-button__text">{t('home.search.go')}</span>
        </Button>
      </form>
    </search>
  );
};

/** Every published procedure that answers what is looked for. */
export const Catalog = ({ query, onQuery }: CatalogSearchProps) => {
  const t = usePortalText();
  const procedures = useProcedures();
  return (
    <section className="portal-catalog" aria-labelledby={RESULTS}>
      <h2 id={RESULTS} tabIndex={-1}>
        {t('nav.procedures')}
      </h2>
      <Answered query={procedures}>{(all) => <Results all={all} query={query} onClear={() => onQuery('')} />}</Answered>
    </section>
  );
};
