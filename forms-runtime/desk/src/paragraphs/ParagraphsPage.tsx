import type { ParagraphSummary } from '@irisflow/client';
import { Page, useLocalized, usePerson } from '@irisflow/frame';
import { EmptyState, LinkButton, StatusTag, useFormatters } from '@irisflow/ui';
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { RowTable } from '../app/RowTable.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { paragraphsAddress, paragraphShows, readParagraphFilters, type ParagraphFilters } from './paragraph-filters.ts';
import { paragraphTones, useTargetNames, useTitle } from './paragraph-words.ts';
import { useParagraphs, useParagraphTargets } from './use-paragraphs.ts';

const ParagraphRow = ({ paragraph }: { readonly paragraph: ParagraphSummary }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const titleOf = useTitle();
  const names = useTargetNames();
  const { id, key, content, missing, state, uses, changedBy, changedAt } = paragraph;
  const procedures = content.procedures.map(names.procedure).join(', ');
  return (
    <tr className="desk-task" data-row-id={id}>
      <th scope="row" className="desk-task__name">
        <Link href={`/paragraphs/${id}`} data-row-link>
          {titleOf(content.title)}
        </Link>
        <span className="desk-task__procedure">{key}</span>
      </th>
      <td className="desk-task__applicant">{procedures === '' ? t('paragraph.everywhere') : procedures}</td>
      <td>
        <div className="desk-tags">
          <StatusTag tone={paragraphTones[state]}>{t(`paragraph.state.${state}`)}</StatusTag>
          {missing.map((language) => (
            <StatusTag key={language} tone="warning">
              {t(`paragraph.missing.${language}`)}
            </StatusTag>
          ))}
        </div>
      </td>
      <td>{t.plural('paragraph.uses', uses)}</td>
      <td className="desk-task__applicant">
        <span>{date(changedAt)}</span>
        <span className="iris-muted">{changedBy.name}</span>
      </td>
    </tr>
  );
};

interface FiltersProps {
  readonly filters: ParagraphFilters;
}

const FoundParagraphs = ({ filters }: FiltersProps) => {
  const t = useDeskText();
  return (
    <PagedList
      query={useParagraphs(filters)}
      empty={<EmptyState title={t('paragraph.none')}>{t('paragraph.none.text')}</EmptyState>}
    >
      {(paragraphs) => (
        <RowTable
          caption={t('paragraph.library')}

          columns={[
            t('paragraph.column.title'),
            t('paragraph.column.for'),
            t('fact.status'),
            t('paragraph.column.uses'),
            t('paragraph.column.changed'),
          ]}
          ids={paragraphs.map(({ id }) => id)}
        >
          {paragraphs.map((paragraph) => (
            <ParagraphRow key={paragraph.id} paragraph={paragraph} />
          ))}
        </RowTable>
      )}
    </PagedList>
  );
};

const ParagraphFilterBar = ({ filters }: FiltersProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [, navigate] = useLocation();
  const { data: targets = [] } = useParagraphTargets();
  const change = (part: Parameters<typeof paragraphsAddress>[0]): void =>
    navigate(paragraphsAddress({ ...filters, ...part }), { replace: true });
  return (
    <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
      <FilterSearch
        id="filter-search"
        label={t('filter.search')}
        hint={t('paragraph.search.hint')}
        value={filters.search}
        onChange={(search) => change({ search })}
      />
      <FilterSelect
        id="filter-procedure"
        label={t('paragraph.procedures')}
        all={t('paragraph.all')}
        options={targets.map(({ procedure, title }) => ({ value: procedure, label: read(title) }))}
        value={filters.procedure}
        onChange={(procedure) => change({ procedure })}
      />
      <FilterSelect
        id="filter-show"
        label={t('fact.status')}
        options={paragraphShows.map((value) => ({ value, label: t(`paragraph.show.${value}`) }))}
        value={filters.show}
        onChange={(show) => change({ show })}
      />
    </search>
  );
};

/** The library of standard paragraphs: found by words, by procedure and by what they lack. */
export const ParagraphsPage = () => {
  const t = useDeskText();
  const person = usePerson();
  const search = useSearch();
  const filters = useMemo(() => readParagraphFilters(new URLSearchParams(search)), [search]);
  return (
    <Page
      title={t('paragraph.library')}
      lead={t('paragraph.lead')}
      crumbs={[{ href: '/', label: t('nav.tasks') }]}
      actions={
        isSupervisor(person) && (
          <LinkButton href="/paragraphs/new" size="small">
            {t('paragraph.new')}
          </LinkButton>
        )
      }
    >
      <div className="iris-stack">
        <ParagraphFilterBar filters={filters} />
        <FoundParagraphs filters={filters} />
      </div>
    </Page>
  );
};
