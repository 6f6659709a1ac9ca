import type { CampaignSummary } from '@irisflow/client';
import { Page } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, LinkButton, useFormatters } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCampaignText } from './campaign-texts.ts';
import { CampaignStateTag } from './CampaignStateTag.tsx';
import { useCampaigns } from './use-campaigns.ts';

const useColumns = (): readonly Column<CampaignSummary>[] => {
  const t = useCampaignText();
  const { date, number } = useFormatters();
  return [
    { id: 'name', header: t('name'), cell: ({ id, name }) => <AppLink href={`/campaigns/${id}`}>{name}</AppLink> },
    { id: 'state', header: t('state'), cell: ({ state }) => <CampaignStateTag state={state} /> },
    { id: 'days', header: t('days'), cell: ({ beginsOn, endsOn }) => `${date(beginsOn)} – ${date(endsOn)}` },
    {
      id: 'sent',
      header: t('sent'),
      kind: 'number',
      cell: ({ sent, recipients }) => recipients > 0 && t('of', { some: number(sent), all: number(recipients) }),
    },
    {
      id: 'answered',
      header: t('answered'),
      kind: 'number',
      cell: ({ answered, recipients }) => recipients > 0 && number(answered),
    },
  ];
};

/** What the administration writes to many people at once, the newest first. */
export const CampaignsPage = () => {
  const t = useCampaignText();
  const desk = useDeskText();
  const columns = useColumns();
  const prepare = (
    <LinkButton href="/campaigns/new" icon="plus">
      {t('new')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={[{ href: '/cases', label: desk('nav.cases') }]} actions={prepare}>
      <PagedList query={useCampaigns()} empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}>
        {(campaigns) => (
          <DataTable caption={t('title')} captionHidden columns={columns} rows={campaigns} rowKey={({ id }) => id} />
        )}
      </PagedList>
    </Page>
  );
};
