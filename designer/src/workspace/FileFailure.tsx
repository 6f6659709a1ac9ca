import { Notice } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

/** A file that its editor cannot show, with the reason. */
export const FileFailure = ({ path, failure }: { path: string; failure: string }) => {
  const t = useTexts();
  return (
    <Notice tone="danger" title={t('file.unreadable', { path })} live>
      <p>{failure}</p>
    </Notice>
  );
};
