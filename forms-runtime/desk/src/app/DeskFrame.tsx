import { useSession } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppHeader, Badge, PageLayout, type NavItem } from '@irisflow/ui';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isAccountant, isAdministrator, isAuditReader, isClerk, isSupervisor } from '../session/clerk.ts';
import { ShortcutHelp } from '../shortcuts/ShortcutHelp.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useTaskCounters } from '../worklist/use-task-counters.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { useLanguageChange } from './use-desk-language.ts';

const MineCount = () => {
  const t = useDeskText();
  const { data: counters } = useTaskCounters();
  return counters && counters.mine > 0 ? <Badge count={counters.mine} label={t('nav.tasks.mine')} /> : null;
};

/** Pages that one comes to from the tasks. */
const besideTasks = [
  '/tasks',
  '/views',
  '/bulk',
  '/absences',
  '/conflicts',
  '/delegations',
  '/opinions',
  '/paragraphs',
];

const ofCases = [
  '/cases',
  '/applications',
  '/case-imports',
  '/right-imports',
  '/rights',
  '/quotas',
  '/obligations',
  '/post-room',
  '/campaigns',
];

const useNav = (): readonly NavItem[] => {
  const t = useDeskText();
  const [path] = useLocation();
  const { data: session } = useSession();
  if (!session?.person) return [];
  const administration = { href: '/administration', label: t('nav.administration') };
  const administered = isAdministrator(session.person)
    ? [{ ...administration, current: path.startsWith('/administration') }]
    : [];
  const audit = isAuditReader(session.person)
    ? [
        { href: '/audit', label: t('nav.audit'), current: path === '/audit' },
        ...(session.person.administration === null
          ? []
          : [{ href: '/privacy', label: t('nav.privacy'), current: path.startsWith('/privacy') }]),
      ]
    : [];
  const money = isAccountant(session.person)
    ? [{ href: '/money', label: t('nav.money'), current: path.startsWith('/money') }]
    : [];
  if (!isClerk(session.person)) return [...money, ...administered, ...audit];
  const tasks = (
    <>
      {t('nav.tasks')} <MineCount />
    </>
  );
  return [
    {
      href: '/',
      label: tasks,
      current: path === '/' || besideTasks.some((part) => path.startsWith(part)),
    },
    { href: '/cases', label: t('nav.cases'), current: ofCases.some((part) => path.startsWith(part)) },
    { href: '/parties', label: t('nav.parties'), current: path.startsWith('/parties') },
    {
      href: '/contacts',
      label: t('nav.contacts'),
      current: path.startsWith('/contacts') || path.startsWith('/counters'),
    },
    ...money,
    ...(isSupervisor(session.person)
      ? [
          { href: '/board', label: t('nav.board'), current: path === '/board' },
          { href: '/numbers', label: t('nav.numbers'), current: path === '/numbers' },
        ]
      : []),
    ...administered,
    ...audit,
  ];
};

/** Header around every page, and the keyboard help in reach of all of them. */
export const DeskFrame = ({ children }: { readonly children: ReactNode }) => {
  const t = useDeskText();
  const read = useLocalized();
  const nav = useNav();
  const changeLanguage = useLanguageChange();
  const { data: session } = useSession();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = (): void => setHelpOpen(true);
  useShortcuts({ '?': openHelp });
  const administration = session?.person?.administration;
  const brand = { href: '/', product: administration ? read(administration.name) : t('app.product') };
  const account = <AccountMenu onShortcuts={openHelp} />;
  return (
    <PageLayout header={<AppHeader brand={brand} nav={nav} onLanguage={changeLanguage} account={account} />}>
      {children}
      <ShortcutHelp open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </PageLayout>
  );
};
