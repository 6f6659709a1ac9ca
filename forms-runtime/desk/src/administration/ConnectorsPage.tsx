import { usePerson } from '@irisflow/frame';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { ConnectorTokens } from './ConnectorTokens.tsx';
import { NewTokenDialog } from './NewTokenDialog.tsx';
import { RegisteredConnectors } from './RegisteredConnectors.tsx';

/** The connectors that others run for my administration, and the tokens that let them. */
export const ConnectorsPage = () => {
  const t = useDeskText();
  const { administration } = usePerson();
  const [isMaking, setMaking] = useState(false);
  return (
    <AdministrationFrame
      title={t('connectors')}
      lead={t('connectors.lead')}
      actions={administration !== null && <Button onClick={() => setMaking(true)}>{t('tokens.make')}</Button>}
    >
      <RegisteredConnectors />
      <ConnectorTokens />
      {administration !== null && (
        <NewTokenDialog open={isMaking} administration={administration.key} onClose={() => setMaking(false)} />
      )}
    </AdministrationFrame>
  );
};
