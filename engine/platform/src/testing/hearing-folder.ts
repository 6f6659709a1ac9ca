import { sampleProcedureChanging } from './sample-procedure.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });
const words = (said: string) => ({ type: 'text', text: said });
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content });
const field = (path: string, format?: string) => ({ type: 'field', path, ...(format !== undefined && { format }) });

const when = (at: string) => [
  field('values.hearing.day', 'date'),
  words(` ${at} `),
  field('values.hearing.time'),
  words(', '),
  field('values.hearing.where'),
  words('.'),
];

const bodyOf = (said: string, at: string, because: string | null) => ({
  type: 'doc',
  content: [
    paragraph(words(`${said} `), ...when(at)),
    ...(because === null ? [] : [paragraph(words(`${because} `), field('values.hearing.reason'))]),
  ],
});

const letterOf = (key: string, said: ReturnType<typeof text>, isBecause: boolean) => ({
  path: `${key}.letter.json`,
  content: JSON.stringify({
    kind: 'letter',
    formatVersion: 1,
    key,
    subject: said,
    body: {
      fr: bodyOf(said.fr, 'à', isBecause ? 'Raison :' : null),
      nl: bodyOf(said.nl, 'om', isBecause ? 'Reden:' : null),
      en: bodyOf(said.en, 'at', isBecause ? 'Reason:' : null),
    },
    mandatory: [],
  }),
});

interface Changing {
  hearings: readonly object[];
  roles: readonly object[];
}

/** The sample that hears people: fifteen days after the summons, or on the same day. */
export const hearingFolder = () => [
  ...sampleProcedureChanging('procedure.json', (description: Changing) => {
    const letters = { summons: 'hearing-summons', moved: 'hearing-moved', canceled: 'hearing-canceled' };
    description.roles = [
      { key: 'landlord', label: text('bailleur', 'verhuurder', 'landlord') },
      { key: 'lawyer', label: text('avocat', 'advocaat', 'lawyer'), access: 'act' },
    ];
    description.hearings = [
      {
        key: 'defence',
        label: text('Audition du demandeur', 'Hoorzitting van de aanvrager', 'Hearing of the applicant'),
        letters,
        notice: 15,
        kind: 'calendarDays',
        summons: { roles: ['lawyer'] },
      },
      {
        key: 'talk',
        label: text('Entretien', 'Gesprek', 'Talk'),
        letters,
        notice: 0,
        kind: 'calendarDays',
      },
      {
        key: 'landlords',
        label: text('Audition du bailleur', 'Hoorzitting van de verhuurder', 'Hearing of the landlord'),
        letters,
        notice: 5,
        kind: 'workingDays',
        summons: { applicant: false, roles: ['landlord'] },
      },
    ];
  }),
  letterOf(
    'hearing-summons',
    text(
      'Vous êtes convoqué à une audition',
      'U wordt opgeroepen voor een hoorzitting',
      'You are summoned to a hearing',
    ),
    false,
  ),
  letterOf(
    'hearing-moved',
    text('L’audition est déplacée', 'De hoorzitting is verplaatst', 'The hearing is moved'),
    true,
  ),
  letterOf(
    'hearing-canceled',
    text('L’audition est annulée', 'De hoorzitting gaat niet door', 'The hearing is canceled'),
    true,
  ),
];
