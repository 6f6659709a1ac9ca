import type { StatementTexts } from '@irisflow/client';
import { StatementBody } from '@irisflow/frame/statement';
import { Dialog } from '@irisflow/ui';
import { InEachLanguage } from '../app/InEachLanguage.tsx';
import { useStatementText } from './statement-texts.ts';

export interface StatementPreviewProps {
  /** Undefined while nobody looks. */
  readonly texts: StatementTexts | undefined;
  readonly onClose: () => void;
}

/** The statement as the portal would show it, in each language, before it is saved. */
export const StatementPreview = ({ texts, onClose }: StatementPreviewProps) => {
  const t = useStatementText();
  return (
    <Dialog open={texts !== undefined} title={t('preview')} onClose={onClose}>
      {texts !== undefined && (
        <InEachLanguage label={t('preview.language')}>
          <StatementBody texts={texts} />
        </InEachLanguage>
      )}
    </Dialog>
  );
};
