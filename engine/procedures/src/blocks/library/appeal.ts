import type { Block } from '../block.ts';
import { blockForm } from '../block-form.ts';
import { blockProcess, caseStoreStep, named, namedApart } from '../draw-block.ts';
import { decisionChannels, decisionChannelsOf, decisionLetter, outcomesOf } from './common-inputs.ts';

const key = 'appeal';
const title = { fr: 'Traiter un recours', nl: 'Een beroep behandelen', en: 'Decide on an appeal' };
const reviewForm = 'block-appeal-review';

const outcomeNow =
  '= if review.appealOutcome = "annulled" or review.appealOutcome = "reformed" then review.outcome else outcome';

const process = blockProcess(key, title, (path) =>
  path
    .start('block-appeal-lodged', named({ fr: 'Recours introduit', nl: 'Beroep ingesteld', en: 'Appeal lodged' }))
    .userTask('block-appeal-review', {
      ...namedApart({ fr: 'Décider du recours', nl: 'Over het beroep beslissen', en: 'Decide on the appeal' }, [
        'decision',
      ]),
      externalReference: reviewForm,
      candidateGroups: '= [if group = null then "supervisor" else group]',
    })
    .boundary(
      'block-appeal-over',
      {
        ...named({
          fr: 'Recours retiré ou tranché ailleurs',
          nl: 'Beroep ingetrokken of elders beslist',
          en: 'Withdrawn or decided elsewhere',
        }),
        event: { message: 'appeal.ended', correlationKey: '= caseId' },
      },
      (over) =>
        over.end('block-appeal-without-decision', {
          ...named({ fr: 'Sans décision', nl: 'Zonder beslissing', en: 'Without a decision' }),
          outputs: { appealOutcome: '= null', outcomeNow: '= outcome', endedAs: '= appeal.outcome' },
        }),
    )
    .serviceTask(
      'block-appeal-record',
      caseStoreStep(
        { fr: 'Enregistrer la décision', nl: 'De beslissing vastleggen', en: 'Record the decision' },
        {
          operation: 'record-decision',
          inputs: {
            outcome: outcomeNow,
            grounds: '= [{ code: "appeal", text: review.motivation }]',
            appealOutcome: '= review.appealOutcome',
          },
          result: 'appealChange',
        },
      ),
    )
    .serviceTask(
      'block-appeal-notify',
      caseStoreStep(
        { fr: 'Envoyer la décision', nl: 'De beslissing verzenden', en: 'Send the decision' },
        {
          operation: 'send-notice',
          inputs: {
            noticeTemplate: '= letter',
            noticeChannels: decisionChannelsOf,
            noticeValues: '= { appealOutcome: review.appealOutcome, motivation: review.motivation }',
          },
          result: 'notice',
        },
      ),
    )
    .end('block-appeal-decided', {
      ...named({ fr: 'Recours tranché', nl: 'Over het beroep beslist', en: 'Appeal decided' }),
      outputs: { appealOutcome: '= review.appealOutcome', outcomeNow, endedAs: '= null' },
    }),
);

/** Somebody else than who decided looks at an appeal, decides on it and says why; what it suspends ends by that. */
export const appeal: Block = {
  key,
  title,
  description: {
    fr: 'Une autre personne examine le recours, décide et motive ; la décision est enregistrée, ce que le recours suspend prend fin, et le courrier part. Finit aussi quand le recours est retiré.',
    nl: 'Iemand anders onderzoekt het beroep, beslist en motiveert; de beslissing wordt vastgelegd, wat het beroep schorst eindigt, en de brief vertrekt. Eindigt ook als het beroep wordt ingetrokken.',
    en: 'Another person looks at the appeal, decides and says why; the decision is recorded, what the appeal suspends ends, and the letter goes. Ends too when the appeal is withdrawn.',
  },
  inputs: [
    {
      name: 'appeal',
      kind: 'caseValue',
      label: { fr: 'Le recours', nl: 'Het beroep', en: 'The appeal' },
      hint: {
        fr: 'Reçu avec « appeal.lodged », ou laissé par le bloc « Décider et notifier ».',
        nl: 'Gekregen met “appeal.lodged”, of achtergelaten door het blok “Beslissen en kennisgeven”.',
        en: 'It came with “appeal.lodged”, or the block “Decide and give notice” left it behind.',
      },
      isRequired: true,
      value: '= appeal',
    },
    {
      name: 'outcome',
      kind: 'choice',
      choices: outcomesOf('granted', 'refused'),
      label: { fr: 'Issue attaquée', nl: 'Aangevochten uitkomst', en: 'Outcome that is attacked' },
      isRequired: true,
    },
    {
      name: 'motivation',
      kind: 'text',
      label: { fr: 'Motivation attaquée', nl: 'Aangevochten motivering', en: 'Reasoning that is attacked' },
      isRequired: false,
    },
    {
      name: 'group',
      kind: 'named',
      label: { fr: 'Groupe qui en décide', nl: 'Groep die beslist', en: 'Group that decides' },
      hint: { fr: 'Rien : les responsables.', nl: 'Niets: de leidinggevenden.', en: 'Nothing: the supervisors.' },
      isRequired: false,
    },
    decisionLetter,
    decisionChannels,
  ],
  outputs: [
    {
      name: 'appealOutcome',
      label: {
        fr: 'Issue du recours ("confirmed", "annulled", "reformed", "inadmissible")',
        nl: 'Uitkomst van het beroep ("confirmed", "annulled", "reformed", "inadmissible")',
        en: 'Outcome of the appeal ("confirmed", "annulled", "reformed", "inadmissible")',
      },
    },
    { name: 'outcomeNow', label: { fr: 'Ce qui vaut désormais', nl: 'Wat nu geldt', en: 'What counts now' } },
    {
      name: 'endedAs',
      label: {
        fr: 'Fin sans décision ("withdrawn", "decidedElsewhere")',
        nl: 'Einde zonder beslissing ("withdrawn", "decidedElsewhere")',
        en: 'Ended without a decision ("withdrawn", "decidedElsewhere")',
      },
    },
  ],
  files: [
    process,
    blockForm({
      key: reviewForm,
      title: { fr: 'Recours', nl: 'Beroep', en: 'Appeal' },
      result: 'review',
      fields: [
        {
          name: 'attacked',
          label: { fr: 'Motivation attaquée', nl: 'Aangevochten motivering', en: 'Reasoning that is attacked' },
          shows: '= if motivation = null then "" else motivation',
        },
        {
          name: 'appeal',
          label: { fr: 'Ce que dit le recours', nl: 'Wat het beroep zegt', en: 'What the appeal says' },
          shows: '= appeal.summary',
        },
        {
          name: 'appealOutcome',
          label: {
            fr: 'Que décidez-vous du recours ?',
            nl: 'Wat beslist u over het beroep?',
            en: 'What do you decide on the appeal?',
          },
          choices: [
            {
              value: 'confirmed',
              label: { fr: 'Confirmer la décision', nl: 'De beslissing bevestigen', en: 'Confirm the decision' },
            },
            {
              value: 'reformed',
              label: { fr: 'Réformer la décision', nl: 'De beslissing hervormen', en: 'Change the decision' },
            },
            {
              value: 'annulled',
              label: { fr: 'Annuler la décision', nl: 'De beslissing vernietigen', en: 'Annul the decision' },
            },
            {
              value: 'inadmissible',
              label: {
                fr: 'Déclarer le recours irrecevable',
                nl: 'Het beroep onontvankelijk verklaren',
                en: 'Declare the appeal inadmissible',
              },
            },
          ],
        },
        {
          name: 'outcome',
          label: {
            fr: 'Qu’en est-il de la demande ?',
            nl: 'Wat wordt er van de aanvraag?',
            en: 'What becomes of the application?',
          },
          askedWhen: { field: 'appealOutcome', isOneOf: ['annulled', 'reformed'] },
          choices: [
            { value: 'granted', label: { fr: 'Accordée', nl: 'Toegekend', en: 'Granted' } },
            { value: 'refused', label: { fr: 'Refusée', nl: 'Geweigerd', en: 'Refused' } },
          ],
        },
        { name: 'motivation', label: { fr: 'Motivation', nl: 'Motivering', en: 'Reasoning' } },
      ],
    }),
  ],
};
