import type { WatchView } from '@irisflow/client';
import { DataTable, EmptyState, useFormatters, useLocale, type Column } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

type Form = WatchView['form'];
type Page = Form['pages'][number];

/** A part of those that began, as people say it. */
const useShare = (begun: number | null) => {
  const t = useTexts();
  const { number } = useFormatters();
  return (count: number | null): string => {
    if (count === null) return t('watch.hidden');
    if (begun === null || begun === 0) return number(count);
    return t('watch.share', {
      count: number(count),
      percent: number(Math.min(100, Math.round((count / begun) * 100))),
    });
  };
};

/** How far applications on the portal came, page by page; who left a page by a way that skips others did not reach those. */
export const FormPages = ({ form }: { readonly form: Form }) => {
  const t = useTexts();
  const locale = useLocale();
  const share = useShare(form.begun);
  if (form.begun === 0) return <EmptyState icon="clock" title={t('watch.noForm')} />;
  const columns: Column<Page>[] = [
    { id: 'page', header: t('watch.page'), cell: ({ title }) => title[locale] },
    { id: 'reached', header: t('watch.reached'), kind: 'number', cell: ({ reached }) => share(reached) },
    { id: 'left', header: t('watch.left'), kind: 'number', cell: ({ left }) => share(left) },
  ];
  return (
    <>
      <p>{t('watch.formResult', { begun: share(form.begun), filed: share(form.filed) })}</p>
      <DataTable
        caption={t('watch.form')}
        captionHidden
        columns={columns}
        rows={form.pages}
        rowKey={({ id }) => id}
        onPhone="table"
      />
    </>
  );
};
