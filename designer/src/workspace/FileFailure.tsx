import { Notice } from '@irisflow/ui';
import { TechnicalDetail } from '../app/TechnicalDetail.tsx';
import { useTexts } from '../texts/use-texts.ts';

export interface FileFailureProps {
  path: string;
  /** What is wrong with it, in the reader's language. */
  reason?: string;
  /** What the reader of the file said. */
  failure?: string;
}

/** A file that its editor cannot show, with the reason. */
export const FileFailure = ({ path, reason, failure }: FileFailureProps) => {
  const t = useTexts();
  return (
    <Notice tone="danger" title={t('file.unreadable', { path })} live>
      <p>{reason ?? t('file.unreadable.text')}</p>
      {failure !== undefined && <TechnicalDetail detail={failure} />}
    </Notice>
  );
};
