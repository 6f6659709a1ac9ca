import type { ProcedureProblem } from '@irisflow/client';
import { ToolButton } from '../app/ToolButton.tsx';
import { Icon } from '../app/Icon.tsx';
import { useTexts } from '../texts/use-texts.ts';

export interface ProblemsPanelProps {
  problems: readonly ProcedureProblem[];
  onOpen: (problem: ProcedureProblem) => void;
  onClose: () => void;
}

const place = (problem: ProcedureProblem): string =>
  [problem.file, problem.elementId ?? problem.pointer ?? '', problem.line === null ? '' : `:${problem.line}`]
    .filter((part) => part !== '')
    .join(' ');

/** Everything that is wrong with the draft; choosing one opens the place. */
export const ProblemsPanel = ({ problems, onOpen, onClose }: ProblemsPanelProps) => {
  const t = useTexts();
  return (
    <section className="problems" aria-label={t('problems.title')}>
      <div className="problems__head">
        <h2 className="panel-title">{t('problems.title')}</h2>
        <ToolButton icon="down" label={t('problems.hide')} onClick={onClose} />
      </div>
      {problems.length === 0 ? (
        <p className="problems__empty">{t('problems.noneText')}</p>
      ) : (
        <ul className="problems__list">
          {problems.map((problem) => (
            <li key={`${problem.file} ${problem.code} ${problem.elementId} ${problem.pointer} ${problem.message.en}`}>
              <button type="button" className="problem" onClick={() => onOpen(problem)}>
                <span className={`problem__severity problem__severity--${problem.severity}`}>
                  <Icon name="problem" />
                  {t(`problems.${problem.severity}`)}
                </span>
                <span className="problem__message">{problem.message[t.locale]}</span>
                <span className="problem__place">{place(problem)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
