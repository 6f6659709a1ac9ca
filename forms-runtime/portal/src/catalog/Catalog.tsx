import type { ProcedureSummary } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, EmptyState, TextField, useLocale } from '@irisflow/ui';
import { useState } from 'react';
import { usePortalText } from '../texts/portal-texts.ts';
import { ProcedureEntry } from './ProcedureEntry.tsx';
import { useProcedures } from './procedures.ts';
import { searchProcedures } from './search-procedures.ts';

interface ResultsProps {
  readonly all: readonly ProcedureSummary[];
  readonly query: string;
  readonly onClear: () => void;
}

const Results = ({ all, query, onClear }: ResultsProps) => {
  const t = usePortalText();
  const found = searchProcedures(all, query, useLocale());
  if (all.length === 0) return <EmptyState title={t('home.empty')}>{t('home.empty.help')}</EmptyState>;
  return (
    <>
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

/** Every published procedure, found by a word. */
export const Catalog = () => {
  const t = usePortalText();
  const procedures = useProcedures();
  const [query, setQuery] = useState('');
  return (
    <section className="portal-catalog" aria-labelledby="catalog">
      <div className="portal-catalog__head">
        <h2 id="catalog">{t('nav.procedures')}</h2>
        <search className="portal-catalog__search">
          <TextField
            id="procedure-search"
            type="search"
            label={t('home.search')}
            hint={t('home.search.hint')}
            value={query}
            onChange={setQuery}
          />
        </search>
      </div>
      <Answered query={procedures}>
        {(all) => <Results all={all} query={query} onClear={() => setQuery('')} />}
      </Answered>
    </section>
  );
};
