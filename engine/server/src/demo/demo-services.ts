import type { GroupView, ServiceView } from '@irisflow/access';

/** Both administrations of the demonstration are made alike. */
export const demoServices: readonly ServiceView[] = [
  { key: 'files', name: { fr: 'Service des dossiers', nl: 'Dienst dossiers', en: 'Files service' } },
];

/** The groups that the example procedures give their tasks to. */
export const demoGroups: readonly GroupView[] = [
  { key: 'agent', service: 'files', name: { fr: 'Agents', nl: 'Dossierbeheerders', en: 'Agents' } },
  { key: 'supervisor', service: 'files', name: { fr: 'Chefs de service', nl: 'Diensthoofden', en: 'Supervisors' } },
  {
    key: 'record-reader',
    service: 'files',
    name: {
      fr: 'Lecteurs du casier judiciaire',
      nl: 'Lezers van het strafregister',
      en: 'Readers of criminal records',
    },
  },
];
