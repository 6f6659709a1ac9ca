import type { ProcedureProblem } from '@irisflow/client';
import { VisuallyHidden } from '@irisflow/ui';
import { ToolButton } from '../app/ToolButton.tsx';
import { Icon } from '../app/Icon.tsx';
import { usePathChecks } from '../soundness/path-checks-context.ts';
import { findingOf } from '../soundness/path-problems.ts';
import { PathStatus } from '../soundness/PathStatus.tsx';
import type { Story } from '../soundness/story.ts';
import { useTexts } from '../texts/use-texts.ts';
import '../soundness/story.css';

export interface ProblemsPanelProps {
  problems: readonly ProcedureProblem[];
  onOpen: (problem: ProcedureProblem) => void;
  /** Shows on the diagram how it comes to a problem. */
  onShow: (story: Story) => void;
  onClose: () => void;
}

const place = (problem: ProcedureProblem): string =>
  [problem.file, problem.elementId ?? problem.pointer ?? '', problem.line === null ? '' : `:${problem.line}`]
    .filter((part) => part !== '')
    .join(' ');

interface RowProps {
  problem: ProcedureProblem;
  onOpen: () => void;
  onShow: (story: Story) => void;
}

const ProblemRow = ({ problem, onOpen, onShow }: RowProps) => {
  const t = useTexts();
  const finding = findingOf(problem);
  return (
    <li className="problem-row">
      <button type="button" className="problem" onClick={onOpen}>
        <span className={`problem__severity problem__severity--${problem.severity}`}>
          <Icon name="problem" />
          {t(`problems.${problem.severity}`)}
        </span>
        <span className="problem__message">{problem.message[t.locale]}</span>
        <span className="problem__place">{place(problem)}</span>
      </button>
      {finding !== null && finding.path.length > 0 && (
        <button type="button" className="problem__show" onClick={() => onShow({ file: problem.file, finding })}>
          <Icon name="play" />
          {t('story.show')}
          <VisuallyHidden>: {problem.message[t.locale]}</VisuallyHidden>
        </button>
      )}
    </li>
  );
};

/** Everything that is wrong with the draft; choosing one opens the place. */
export const ProblemsPanel = ({ problems, onOpen, onShow, onClose }: ProblemsPanelProps) => {
  const t = useTexts();
  const checks = usePathChecks();
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
            <ProblemRow
              key={`${problem.file} ${problem.code} ${problem.elementId} ${problem.pointer} ${problem.message.en}`}
              problem={problem}
              onOpen={() => onOpen(problem)}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      {[...checks].map(([path, check]) => (
        <PathStatus key={path} path={path} check={check} />
      ))}
    </section>
  );
};
