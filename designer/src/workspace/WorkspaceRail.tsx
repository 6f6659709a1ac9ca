import type { DraftNews, ProcedureProblem } from '@irisflow/client';
import { AppLink } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { groupBy } from '../app/group-by.ts';
import { Icon } from '../app/Icon.tsx';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts, type TextKey } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { iconOfKind, kindOfFile, shortName, type FileKind } from './file-kinds.ts';
import { useFileTitles } from './use-file-titles.ts';
import { NewFileDialog } from './NewFileDialog.tsx';
import type { NewFileKind } from './new-file.ts';
import { PersonSign } from './together/people.tsx';
import { workspacePaths } from './paths.ts';

export interface WorkspaceRailProps {
  procedureKey: string;
  problems: readonly ProcedureProblem[];
}

interface Section {
  kind: FileKind;
  title: TextKey;
  canAdd?: NewFileKind;
}

/** The order in which one builds a procedure. */
const sections: readonly Section[] = [
  { kind: 'process', title: 'rail.process' },
  { kind: 'form', title: 'rail.forms', canAdd: 'form' },
  { kind: 'codes', title: 'rail.codes', canAdd: 'codes' },
  { kind: 'decision', title: 'rail.decisions', canAdd: 'decision' },
  { kind: 'letter', title: 'rail.letters', canAdd: 'letter' },
  { kind: 'right', title: 'rail.rights', canAdd: 'right' },
  { kind: 'quota', title: 'rail.quotas', canAdd: 'quota' },
  { kind: 'obligation', title: 'rail.obligations', canAdd: 'obligation' },
  { kind: 'parameters', title: 'rail.parameters' },
  { kind: 'procedure', title: 'rail.settings' },
];

const fixedNames: Partial<Record<FileKind, TextKey>> = {
  parameters: 'rail.parametersFile',
  procedure: 'rail.settingsFile',
};

interface RailLinkProps {
  href: string;
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  /** The name of the file, for whoever looks for it. */
  file?: string;
  problems?: readonly ProcedureProblem[];
  /** Who has it open. */
  people?: DraftNews['people'];
}

const RailLink = ({ href, icon, label, file, problems = [], people = [] }: RailLinkProps) => {
  const t = useTexts();
  const [location] = useLocation();
  const isCurrent = location === href || location.startsWith(`${href}/`);
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return (
    <AppLink href={href} className="rail__link" {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={icon} />
      <span className="rail__label" title={file}>
        {label}
      </span>
      {people.map((person) => (
        <PersonSign key={person.id} person={person} />
      ))}
      {problems.length > 0 && (
        <span className={`rail__count rail__count--${hasErrors ? 'error' : 'warning'}`}>
          {problems.length}
          <span className="iris-visually-hidden"> {t.plural('rail.problems', problems.length)}</span>
        </span>
      )}
    </AppLink>
  );
};

interface SectionProps {
  section: Section;
  paths: readonly string[];
  titles: ReadonlyMap<string, string>;
  hrefOf: (path: string) => string;
  problems: ReadonlyMap<string, readonly ProcedureProblem[]>;
  people: DraftNews['people'];
  onAdd: (kind: NewFileKind) => void;
}

const RailSection = ({ section, paths, titles, hrefOf, problems, people, onAdd }: SectionProps) => {
  const t = useTexts();
  const { kind, title, canAdd } = section;
  const fixedName = fixedNames[kind];
  if (paths.length === 0 && canAdd === undefined) return null;
  return (
    <div className="rail__section">
      <div className="rail__head">
        <h2>{t(title)}</h2>
        {canAdd !== undefined && (
          <ToolButton icon="plus" label={t(`newFile.${canAdd}`)} onClick={() => onAdd(canAdd)} />
        )}
      </div>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <RailLink
              href={hrefOf(path)}
              icon={iconOfKind[kind]}
              label={fixedName === undefined ? (titles.get(path) ?? shortName(path)) : t(fixedName)}
              file={path}
              problems={problems.get(path) ?? []}
              people={people.filter((person) => person.path === path)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The files of the draft by kind, and what became of the published versions. */
export const WorkspaceRail = ({ procedureKey, problems }: WorkspaceRailProps) => {
  const t = useTexts();
  const { state } = useDraft();
  const [adding, setAdding] = useState<NewFileKind | null>(null);
  const [location] = useLocation();
  // On a small screen a choice in the rail closes it: it stays open for one address only.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === location;
  const paths = workspacePaths(procedureKey);
  const titles = useFileTitles();
  const files = groupBy([...state.files.keys()].sort(), kindOfFile);
  const problemsByFile = groupBy(problems, (problem) => problem.file);
  return (
    <nav className="rail" data-open={isOpen} aria-label={t('rail.label')}>
      <button
        type="button"
        className="rail__toggle"
        aria-expanded={isOpen}
        onClick={() => setOpenAt(isOpen ? null : location)}
      >
        <Icon name={isOpen ? 'up' : 'down'} />
        {t('rail.label')}
      </button>
      {sections.map((section) => (
        <RailSection
          key={section.kind}
          section={section}
          paths={files.get(section.kind) ?? []}
          titles={titles}
          hrefOf={paths.file}
          problems={problemsByFile}
          people={state.people}
          onAdd={setAdding}
        />
      ))}
      <div className="rail__section rail__section--apart">
        <h2>{t('rail.operation')}</h2>
        <ul>
          <li>
            <RailLink href={paths.simulation} icon="play" label={t('rail.simulation')} />
          </li>
          <li>
            <RailLink href={paths.scenarios} icon="scenario" label={t('rail.scenarioRuns')} />
          </li>
          <li>
            <RailLink href={paths.versions} icon="versions" label={t('rail.versions')} />
          </li>
          <li>
            <RailLink href={paths.watch} icon="watch" label={t('watch.title')} />
          </li>
          <li>
            <RailLink href={paths.instances} icon="instances" label={t('rail.instances')} />
          </li>
        </ul>
      </div>
      {adding !== null && <NewFileDialog kind={adding} procedureKey={procedureKey} onClose={() => setAdding(null)} />}
    </nav>
  );
};
