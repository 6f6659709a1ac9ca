import type { ConnectorPage } from '@irisflow/client';
import { Button, Dialog, Spinner, useLocale } from '@irisflow/ui';
import { lazy, Suspense, useState } from 'react';
import { useConnectorPages } from '../api/connectors.ts';
import { useTexts } from '../texts/use-texts.ts';

/** Few read a page; the renderer comes with the first. */
const Markdown = lazy(async () => ({ default: (await import('../app/Markdown.tsx')).Markdown }));

/** The dialog has the title already. */
const withoutTitle = ({ title, documentation }: ConnectorPage): string => {
  const [first = '', ...rest] = documentation.split('\n');
  return first.trim() === `# ${title}` ? rest.join('\n') : documentation;
};

const Help = ({ page }: { page: ConnectorPage }) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <section className="task-panel" aria-label={t('connector.title')}>
      <h2 className="panel-title">{page.title}</h2>
      <p className="task-panel__note">
        <code>{page.type}</code> · {t('connector.version', { version: page.version })}
        {!page.isShipped && <> · {t('connector.ofOthers')}</>}
      </p>
      <div>
        <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
          {t('connector.documentation')}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        wide
        title={page.title}
        onClose={close}
        actions={<Button onClick={close}>{t('connector.close')}</Button>}
      >
        <Suspense fallback={<Spinner />}>
          <Markdown text={withoutTitle(page)} />
        </Suspense>
      </Dialog>
    </section>
  );
};

/** What the connector of a task does, and its page; nothing for a job that no known connector does. */
export const ConnectorHelp = ({ type }: { type: string | null }) => {
  const { data: pages = [] } = useConnectorPages(useLocale());
  const page = pages.find((known) => known.type === type);
  return page === undefined ? null : <Help key={page.type} page={page} />;
};
