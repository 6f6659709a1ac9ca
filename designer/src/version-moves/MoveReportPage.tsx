import { AppLink, PageHeading } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { MoveReport } from './MoveReport.tsx';
import './version-moves.css';

/** One move: how far it is, and its report once it is over. */
export const MoveReportPage = ({ procedureKey, moveId }: { procedureKey: string; moveId: string }) => {
  const t = useTexts();
  return (
    <div className="editor-page version-moves">
      <AppLink href={workspacePaths(procedureKey).moves}>{t('move.title')}</AppLink>
      <PageHeading title={t('move.reportTitle')} />
      <MoveReport procedureKey={procedureKey} moveId={moveId} />
    </div>
  );
};
