const tabs: Readonly<Record<string, readonly string[]>> = {
  people: ['roles', 'household'],
  after: ['remedies', 'ombuds', 'renewal', 'reopening'],
  page: ['searchWords', 'themes', 'lifeEvents', 'cost', 'counter', 'eligibility', 'assurance', 'mailLink'],
  lists: [
    'conditions',
    'documents',
    'steps',
    'statuses',
    'terms',
    'opinions',
    'hearings',
    'inspections',
    'changes',
    'sources',
    'workers',
    'grounds',
    'retention',
    'fileCopies',
  ],
};

/** The tab of the settings in which a place of `procedure.json` is edited. */
export const tabOfPointer = (pointer: string | null | undefined): string => {
  const part = pointer?.split('/')[1] ?? '';
  return Object.entries(tabs).find(([, parts]) => parts.includes(part))?.[0] ?? 'facts';
};
