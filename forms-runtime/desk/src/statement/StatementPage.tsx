import { Answered, usePerson } from '@irisflow/frame';
import { useStatement } from '@irisflow/frame/statement';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { Reports } from './Reports.tsx';
import { StatementForm } from './StatementForm.tsx';
import { useStatementText } from './statement-texts.ts';

const Editor = ({ administration }: { readonly administration: string }) => {
  const statement = useStatement(administration);
  return <Answered query={statement}>{(read) => <StatementForm statement={read} />}</Answered>;
};

/** What my administration says to everybody of how accessible its pages are. */
export const StatementPage = () => {
  const t = useStatementText();
  const { administration } = usePerson();
  return (
    <AdministrationFrame title={t('title')} lead={t('lead')}>
      {administration !== null && (
        <div className="iris-stack iris-stack--loose">
          <Reports />
          <Editor administration={administration.key} />
        </div>
      )}
    </AdministrationFrame>
  );
};
