import { defineConnector, PLATFORM_SECRETS, PLATFORM_SETTINGS } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const rightSource = defineConnector({
  type: 'right-source',
  version: 1,
  title: {
    fr: 'Droit d’une autre administration',
    nl: 'Recht van een andere administratie',
    en: 'Right of another administration',
  },
  description: {
    fr: 'Demande si une partie du dossier détient un droit déclaré comme source. « answer » : found ou none ; NO_DATA si nul ne le sait. « register.mutation », corrélé sur « mutationKey », dit un changement.',
    nl: 'Vraagt of een partij van het dossier een recht heeft dat als bron dient. “answer”: found of none; NO_DATA als niemand het weet. “register.mutation”, op “mutationKey”, meldt een wijziging.',
    en: 'Asks whether a party of the case holds a right that is a source. “answer”: found or none; NO_DATA when nobody knows. “register.mutation”, correlated on “mutationKey”, tells of a change.',
  },
  resultName: 'heldRight',
  input: Input,
  fields: {
    rightSource: {
      label: { fr: 'Source', nl: 'Bron', en: 'Source' },
      hint: {
        fr: 'Clé de la source, comme la page « Droits comme sources » la donne et comme procedure.json la déclare : right-<démarche>-<droit>.',
        nl: 'Sleutel van de bron, zoals de pagina “Rechten als bron” ze geeft en procedure.json ze vermeldt: right-<procedure>-<recht>.',
        en: 'Key of the source, as the page “Rights as sources” gives it and procedure.json declares it: right-<procedure>-<right>.',
      },
    },
    nationalNumber: NATIONAL_NUMBER_FIELD,
    rightNumber: {
      label: { fr: 'Numéro du droit', nl: 'Nummer van het recht', en: 'Number of the right' },
      hint: {
        fr: 'Si la personne peut en détenir plusieurs : de plusieurs, la source ne dit rien.',
        nl: 'Als de persoon er meerdere kan hebben: over meerdere zegt de bron niets.',
        en: 'Where the person may hold several: of several the source says nothing.',
      },
    },
    onDay: {
      label: { fr: 'Au jour', nl: 'Op de dag', en: 'As on the day' },
      hint: {
        fr: 'AAAA-MM-JJ, au plus tard aujourd’hui ; aujourd’hui si vide.',
        nl: 'JJJJ-MM-DD, ten laatste vandaag; vandaag als leeg.',
        en: 'YYYY-MM-DD, today at the latest; today when empty.',
      },
    },
  },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { sourceFrom: 'rightSource' },
  secrets: [...PLATFORM_SECRETS],
  settings: [...PLATFORM_SETTINGS],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { rightSource: 'right-market-stalls-stall', nationalNumber: '84.00.00-902.86' },
  run,
});
