import type { RegisteredConnectorView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { DataTable, StatusTag, useFormatters, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRegisteredConnectors } from './use-connectors.ts';

const useColumns = (): readonly Column<RegisteredConnectorView>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime, number } = useFormatters();
  return [
    {
      id: 'title',
      header: t('connectors.connector'),
      cell: ({ title, type }) => (
        <>
          <strong>{read(title)}</strong>
          <span className="desk-line">
            <code className="desk-code">{type}</code>
          </span>
        </>
      ),
    },
    { id: 'version', header: t('connectors.version'), kind: 'number', cell: ({ version }) => number(version) },
    {
      id: 'registered',
      header: t('connectors.registered'),
      cell: ({ registeredAt, tokenName }) => (
        <>
          {dateTime(registeredAt)}
          <span className="desk-line">{t('connectors.by', { name: tokenName })}</span>
        </>
      ),
    },
    {
      id: 'served',
      header: t('connectors.state'),
      cell: ({ isServed }) => (
        <StatusTag tone={isServed ? 'success' : 'warning'}>
          {t(isServed ? 'connectors.served' : 'connectors.unserved')}
        </StatusTag>
      ),
    },
  ];
};

const ConnectorTable = ({ connectors }: { readonly connectors: readonly RegisteredConnectorView[] }) => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <DataTable
      caption={t('connectors.theirs')}
      captionHidden
      rows={connectors}
      rowKey={({ type }) => type}
      columns={columns}
    />
  );
};

/** The connectors that programs of the administration registered. */
export const RegisteredConnectors = () => {
  const t = useDeskText();
  const connectors = useRegisteredConnectors();
  return (
    <section className="iris-stack" aria-labelledby="registered">
      <h2 id="registered" className="iris-section-title">
        {t('connectors.theirs')}
      </h2>
      <Answered query={connectors}>
        {(all) =>
          all.length === 0 ? <p className="iris-muted">{t('connectors.empty')}</p> : <ConnectorTable connectors={all} />
        }
      </Answered>
    </section>
  );
};
