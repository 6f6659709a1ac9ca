import {
  answer,
  platform,
  useSession,
  type ColleagueView,
  type TaskCounters,
  type TaskSummary,
} from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useToday } from '../administration/use-today.ts';
import { OpenCases } from '../numbers/OpenCases.tsx';
import { daysOf, useNumbers } from '../numbers/use-numbers.ts';
import { OfficeIncidents } from '../incidents/OfficeIncidents.tsx';
import { useOfficeIncidents } from '../incidents/use-incidents.ts';
import { RecountSection } from '../administration/RecountSection.tsx';
import { isClerk, isSupervisor } from '../session/clerk.ts';
import { useColleagues } from '../task/use-colleagues.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';
import { useTaskCounters } from '../worklist/use-task-counters.ts';

const SHOWN_OVERDUE = 10;

const useOverdue = () =>
  useQuery({
    queryKey: ['tasks', 'overdue-board'],
    queryFn: () =>
      answer(platform.GET('/api/tasks', { params: { query: { view: 'overdue', sort: 'due', limit: SHOWN_OVERDUE } } })),
  });

const figures = ['team', 'unassigned', 'overdue'] as const;

interface FiguresProps {
  readonly counters: TaskCounters;
  /** Cases that stand still. */
  readonly incidents: number;
}

const Figures = ({ counters, incidents }: FiguresProps) => {
  const t = useDeskText();
  const { number } = useFormatters();
  return (
    <ul className="desk-figures">
      {figures.map((view) => (
        <li key={view} className={counters[view] > 0 ? `desk-figure desk-figure--${view}` : 'desk-figure'}>
          <AppLink href={`/?view=${view}`}>
            <strong>{number(counters[view])}</strong> {t(`board.${view}`)}
          </AppLink>
        </li>
      ))}
      <li className={incidents > 0 ? 'desk-figure desk-figure--overdue' : 'desk-figure'}>
        <a href="#incidents">
          <strong>{number(incidents)}</strong> {t('board.incidents')}
        </a>
      </li>
    </ul>
  );
};

const Load = ({ colleagues }: { readonly colleagues: readonly ColleagueView[] }) => {
  const t = useDeskText();
  const clerks = colleagues.filter(isClerk).toSorted((a, b) => b.openTasks - a.openTasks);
  const most = Math.max(1, ...clerks.map(({ openTasks }) => openTasks));
  return (
    <ul className="desk-load">
      {clerks.map(({ id, name, openTasks }) => (
        <li key={id}>
          <span>{name}</span>
          <svg className="desk-load__bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
            <rect width={(openTasks / most) * 100} height="8" />
          </svg>
          <span>{t.plural('colleague.load', openTasks)}</span>
        </li>
      ))}
    </ul>
  );
};

const Overdue = ({ tasks }: { readonly tasks: readonly TaskSummary[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  if (tasks.length === 0) return <p className="iris-muted">{t('empty.overdue')}</p>;
  return (
    <ul className="desk-overdue">
      {tasks.map((task) => (
        <li key={task.id}>
          <RemainingDays days={task.remainingDays} dueOn={task.dueOn} />
          <span>
            <AppLink href={`/tasks/${task.id}`}>{read(task.name)}</AppLink>
            <span className="desk-task__procedure">
              {task.applicant} · {task.reference}
            </span>
          </span>
          <span className="iris-muted">{task.assignee?.name ?? t('assignee.none')}</span>
        </li>
      ))}
    </ul>
  );
};

/** How the team stands: what waits, what is late, who has how much. Only numbers the platform keeps. */
export const BoardPage = () => {
  const t = useDeskText();
  const counters = useTaskCounters();
  const colleagues = useColleagues();
  const overdue = useOverdue();
  const numbers = useNumbers(daysOf('quarter', useToday()));
  const incidents = useOfficeIncidents();
  const { data: session } = useSession();
  return (
    <Page title={t('nav.board')}>
      <div className="iris-stack iris-stack--loose">
        <Answered query={counters}>
          {(found) => <Figures counters={found} incidents={incidents.data?.total ?? 0} />}
        </Answered>
        <Answered query={numbers}>{(found) => <OpenCases numbers={found} />}</Answered>
        <div className="desk-board">
          <section className="iris-stack" aria-labelledby="overdue">
            <h2 id="overdue" className="iris-section-title">
              {t('board.overdue.title')}
            </h2>
            <Answered query={overdue}>{({ items }) => <Overdue tasks={items} />}</Answered>
          </section>
          <section className="iris-stack" aria-labelledby="load">
            <h2 id="load" className="iris-section-title">
              {t('board.load')}
            </h2>
            <Answered query={colleagues}>{(all) => <Load colleagues={all} />}</Answered>
          </section>
        </div>
        <section className="iris-stack" aria-labelledby="incidents">
          <h2 id="incidents" className="iris-section-title">
            {t('board.incidents.title')}
          </h2>
          <Answered query={incidents}>{(found) => <OfficeIncidents found={found} />}</Answered>
        </section>
        {session?.person != null && isSupervisor(session.person) && <RecountSection />}
      </div>
    </Page>
  );
};
