import type { Block } from '../block.ts';
import { blockProcess, caseStoreStep, named } from '../draw-block.ts';

const key = 'opinion';
const title = { fr: 'Demander un avis', nl: 'Advies vragen', en: 'Ask for an opinion' };

const process = blockProcess(key, title, (path) =>
  path
    .start('block-opinion-wanted', named({ fr: 'Avis voulu', nl: 'Advies gewenst', en: 'Opinion wanted' }))
    .serviceTask(
      'block-opinion-ask',
      caseStoreStep(
        { fr: 'Demander l’avis', nl: 'Het advies vragen', en: 'Ask for the opinion' },
        {
          operation: 'ask-opinion',
          inputs: {
            opinionKey: '= opinionKey',
            question: '= question',
            documents: '= if documents = null then [] else documents',
          },
          result: 'asked',
        },
      ),
    )
    .receiveTask('block-opinion-await', {
      ...named({ fr: 'Attendre l’avis', nl: 'Op het advies wachten', en: 'Await the opinion' }),
      message: 'opinion.given',
      correlationKey: '= asked.opinionId',
    })
    .end('block-opinion-given', named({ fr: 'Avis rendu', nl: 'Advies gegeven', en: 'Opinion given' })),
);

/** Asks another service or person for an opinion, and waits until it is given or what its silence means applies. */
export const opinion: Block = {
  key,
  title,
  description: {
    fr: 'Demande un avis prévu par la démarche, et attend qu’il soit rendu ou que son silence vaille avis.',
    nl: 'Vraagt een advies dat de procedure voorziet en wacht tot het gegeven is of zwijgen als advies geldt.',
    en: 'Asks for an opinion of the procedure, and waits until it is given or silence counts as one.',
  },
  inputs: [
    {
      name: 'opinionKey',
      kind: 'named',
      label: { fr: 'Avis', nl: 'Advies', en: 'Opinion' },
      isRequired: true,
      names: 'opinion',
    },
    { name: 'question', kind: 'text', label: { fr: 'Question', nl: 'Vraag', en: 'Question' }, isRequired: true },
    {
      name: 'documents',
      kind: 'caseValue',
      label: { fr: 'Documents transmis', nl: 'Bezorgde documenten', en: 'Documents handed over' },
      hint: {
        fr: 'Les « id » de documents du dossier ; rien d’autre du dossier n’est montré.',
        nl: 'De “id” van documenten van het dossier; van het dossier wordt niets anders getoond.',
        en: 'The “id” of documents of the case; nothing else of the case is shown.',
      },
      isRequired: false,
    },
  ],
  outputs: [
    {
      name: 'opinion',
      label: {
        fr: 'L’avis : opinion.outcome, opinion.isTacit',
        nl: 'Het advies: opinion.outcome, opinion.isTacit',
        en: 'The opinion: opinion.outcome, opinion.isTacit',
      },
    },
  ],
  files: [process],
};
