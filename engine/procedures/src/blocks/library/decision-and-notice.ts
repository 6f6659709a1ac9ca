import type { DrawPath } from '@irisflow/bpmn';
import type { Block } from '../block.ts';
import { blockProcess, caseStoreStep, named } from '../draw-block.ts';
import { decisionChannels, decisionChannelsOf, decisionLetter, outcomesOf } from './common-inputs.ts';

const key = 'decision-and-notice';
const title = { fr: 'Décider et notifier', nl: 'Beslissen en kennisgeven', en: 'Decide and give notice' };

const awaitAppeal: DrawPath = (open) =>
  open
    .eventBasedGateway('block-decision-await', named({ fr: 'Recours ?', nl: 'Beroep?', en: 'Appeal?' }))
    .branch((lodged) =>
      lodged
        .catchEvent('block-decision-lodged', {
          ...named({ fr: 'Recours introduit', nl: 'Beroep ingesteld', en: 'Appeal lodged' }),
          event: { message: 'appeal.lodged', correlationKey: '= caseId' },
        })
        .end('block-decision-appealed', {
          ...named({ fr: 'Contestée', nl: 'Aangevochten', en: 'Appealed against' }),
          outputs: { isAppealed: '= true', appeal: '= appeal' },
        }),
    )
    .branch((over) =>
      over
        .catchEvent('block-decision-term-over', {
          ...named({ fr: 'Délai de recours dépassé', nl: 'Beroepstermijn verstreken', en: 'Term of appeal over' }),
          event: { message: 'term.expired', correlationKey: '= notice.termId' },
        })
        .connectTo('block-decision-final'),
    );

const process = blockProcess(key, title, (path) =>
  path
    .start('block-decision-decided', named({ fr: 'Décision prise', nl: 'Beslissing genomen', en: 'Decision taken' }))
    .serviceTask(
      'block-decision-record',
      caseStoreStep(
        { fr: 'Enregistrer la décision', nl: 'De beslissing vastleggen', en: 'Record the decision' },
        {
          operation: 'record-decision',
          inputs: {
            outcome: '= outcome',
            grounds: '= if grounds = null then [] else grounds',
          },
          result: 'decisionChange',
        },
      ),
    )
    .serviceTask(
      'block-decision-notify',
      caseStoreStep(
        { fr: 'Envoyer la décision', nl: 'De beslissing verzenden', en: 'Send the decision' },
        {
          operation: 'send-notice',
          inputs: {
            noticeTemplate: '= letter',
            noticeChannels: decisionChannelsOf,
            noticeValues: '= if values = null then {} else values',
            noticeTerm: '= appealTerm',
          },
          result: 'notice',
        },
      ),
    )
    .exclusiveGateway(
      'block-decision-can-be-appealed',
      named({ fr: 'Attendre un recours ?', nl: 'Op een beroep wachten?', en: 'Wait for an appeal?' }),
    )
    .when('= appealTerm != null', awaitAppeal)
    .otherwise((closed) =>
      closed.end('block-decision-final', {
        ...named({ fr: 'Définitive', nl: 'Definitief', en: 'Final' }),
        outputs: { isAppealed: '= false', appeal: '= null' },
      }),
    ),
);

/** Records a decision, sends it so that its arrival is known, and waits for an appeal where there can be one. */
export const decisionAndNotice: Block = {
  key,
  title,
  description: {
    fr: 'Enregistre la décision, l’envoie avec preuve d’arrivée, et attend un recours ou la fin du délai de recours.',
    nl: 'Legt de beslissing vast, verzendt ze met bewijs van aankomst en wacht op een beroep of het einde van de beroepstermijn.',
    en: 'Records the decision, sends it with proof of arrival, and waits for an appeal or the end of its term.',
  },
  inputs: [
    {
      name: 'outcome',
      kind: 'choice',
      choices: outcomesOf('granted', 'refused', 'inadmissible'),
      label: { fr: 'Issue', nl: 'Uitkomst', en: 'Outcome' },
      isRequired: true,
    },
    {
      name: 'grounds',
      kind: 'caseValue',
      label: { fr: 'Motifs', nl: 'Motieven', en: 'Grounds' },
      hint: {
        fr: 'La liste que laisse une table de décision ou une tâche.',
        nl: 'De lijst die een beslissingstabel of een taak achterlaat.',
        en: 'The list that a decision table or a task leaves behind.',
      },
      isRequired: false,
    },
    decisionLetter,
    {
      name: 'values',
      kind: 'caseValue',
      label: { fr: 'Valeurs du courrier', nl: 'Waarden van de brief', en: 'Values of the letter' },
      isRequired: false,
    },
    decisionChannels,
    {
      name: 'appealTerm',
      kind: 'named',
      label: { fr: 'Délai de recours', nl: 'Beroepstermijn', en: 'Term of appeal' },
      hint: {
        fr: 'Un délai de la démarche qui commence à l’arrivée du courrier. Vide : le bloc finit aussitôt.',
        nl: 'Een termijn van de procedure die bij aankomst van de brief begint. Leeg: het blok eindigt meteen.',
        en: 'A term of the procedure that begins when the letter arrives. Empty: the block ends at once.',
      },
      isRequired: false,
      names: 'term',
    },
  ],
  outputs: [
    { name: 'isAppealed', label: { fr: 'Contestée ?', nl: 'Aangevochten?', en: 'Appealed against?' } },
    { name: 'appeal', label: { fr: 'Le recours', nl: 'Het beroep', en: 'The appeal' } },
    {
      name: 'notice',
      label: {
        fr: 'Le courrier envoyé (noticeId)',
        nl: 'De verzonden brief (noticeId)',
        en: 'The letter sent (noticeId)',
      },
    },
  ],
  files: [process],
};
